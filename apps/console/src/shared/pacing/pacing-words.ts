import type { AgentCounts, PacingNow } from '@alize/model';
import type { TFunction } from 'i18next';
import { formatShare } from '../format.ts';

type Words = TFunction<'pacing'>;

/** The decision in one sentence: who is free, what is out, how the account stands, what holds it there. */
export function pacingSentence(t: Words, now: PacingNow, language: string): string {
  const agents = t('now.agents', {
    count: Math.round(now.agentsFree + now.agentsSoonFree),
    seconds: Math.round(now.horizonMs / 1000),
  });
  const calls = t('now.calls', { count: now.callsDialling });
  const answers = t('now.answers', { count: tenths(now.answersExpected) });
  const limit =
    now.limitedBy === null ? t('now.free') : t('now.limited', { reason: t(`limit.${now.limitedBy}`) });
  return frenchSemicolons(
    [`${agents}, ${calls}, ${answers}`, accountWords(t, now, language), limit],
    language,
  );
}

/** What holds the decision where it is, as a sentence of its own that says what to do where something can be done. */
export function limitSentence(t: Words, now: PacingNow, language: string): string {
  if (now.limitedBy === null) return t('why.none');
  return t(`why.${now.limitedBy}`, {
    risk: formatShare(now.risk, language),
    riskMax: formatShare(now.riskMax, language),
  });
}

/** Why agents waited at the instant of a decision: who could take no call, what was out for the others, what held it. */
export function idleSentences(
  t: Words,
  { decision, agents }: { decision: PacingNow; agents: AgentCounts },
  language: string,
): readonly string[] {
  if (agents.ready === 0) return [t('idle.nobody')];
  const unreachable = Math.max(0, agents.ready - decision.agentsFree);
  const waiting = [
    t('idle.waiting', { count: agents.ready }),
    ...(unreachable > 0 ? [t('idle.unreachable', { count: unreachable })] : []),
  ];
  if (decision.agentsFree === 0) return waiting;
  const isHeld = decision.limitedBy !== null && decision.limitedBy !== 'no_agent_ready';
  if (isHeld) return [...waiting, limitSentence(t, decision, language)];
  return [...waiting, t(decision.callsDialling > 0 ? 'idle.underWay' : 'idle.noCall')];
}

function accountWords(t: Words, now: PacingNow, language: string): string {
  if (now.abandonedLimit === null) return t('now.noAccount');
  const limit = formatShare(now.abandonedLimit, language);
  if (now.abandonedShare === null) return t('now.abandonedNone', { limit });
  return t('now.abandoned', { share: formatShare(now.abandonedShare, language), limit });
}

/** In French a narrow no-break space goes before the mark. */
const frenchSemicolons = (parts: readonly string[], language: string) =>
  parts.join(language === 'fr' ? '\u202f; ' : '; ');

export const tenths = (value: number): number => Math.round(value * 10) / 10;
