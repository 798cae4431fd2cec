import type { PacingNow } from '@alize/model';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { niceMax } from '../chart/chart-scale.ts';
import { formatNumber, formatShare } from '../format.ts';
import classes from './pacing.module.css';
import { tenths } from './pacing-words.ts';

/** The gauge of abandoned calls ends at so many times the limit: beyond it, far is far. */
const gaugeEnd = 1.5;

/**
 * A decision as four bars: agents against the answers expected, on one scale; calls that are out; abandoned calls
 * against aim and limit. Null: nothing decided yet, same size. The sentence beside it says the same to who does not see.
 */
export function PacingPicture({ now, aim }: { now: PacingNow | null; aim: number | null }) {
  const { t, i18n } = useTranslation('pacing');
  const { language } = i18n;
  const free = now?.agentsFree ?? 0;
  const soon = Math.round(now?.agentsSoonFree ?? 0);
  const answers = tenths(now?.answersExpected ?? 0);
  const calls = now?.callsDialling ?? 0;
  const people = niceMax(Math.max(5, free + soon, answers));
  const figure = (value: number) => (now === null ? '–' : formatNumber(value, language));
  return (
    <div className={classes.picture} aria-hidden>
      <Row word={t('picture.agents')} figure={now === null ? '–' : t('picture.ofAgents', { free, soon })}>
        <Bar part="free" share={free / people} />
        <Bar part="soon" share={soon / people} />
      </Row>
      <Row word={t('picture.answers')} figure={figure(answers)}>
        <Bar part="answers" share={answers / people} />
      </Row>
      <Row word={t('picture.calls')} figure={figure(calls)}>
        <Bar part="calls" share={calls / niceMax(Math.max(10, calls))} />
      </Row>
      <AccountRow now={now} aim={aim} />
    </div>
  );
}

function AccountRow({ now, aim }: { now: PacingNow | null; aim: number | null }) {
  const { t, i18n } = useTranslation('pacing');
  const limit = now?.abandonedLimit ?? null;
  const share = now?.abandonedShare ?? null;
  const percent = (value: number) => formatShare(value, i18n.language);
  const standing = share === null || limit === null ? 'fine' : standingOf(share, { limit, aim });
  const end = (limit ?? 1) * gaugeEnd;
  const marks = [
    ...(aim !== null && limit !== null ? [{ key: 'aim', at: aim / end }] : []),
    ...(limit !== null ? [{ key: 'limit', at: limit / end }] : []),
  ];
  const terms = [
    aim !== null && limit !== null ? t('picture.aim', { share: percent(aim) }) : null,
    limit !== null ? t('picture.limitMark', { share: percent(limit) }) : null,
  ].filter((word) => word !== null);
  return (
    <>
      <Row word={t('picture.account')} figure={share === null ? t('picture.noShare') : percent(share)}>
        <Bar part={standing} share={(share ?? 0) / end} />
        {marks.map(({ key, at }) => (
          <span key={key} className={classes.mark} data-mark={key} style={{ left: `${at * 100}%` }} />
        ))}
      </Row>
      <span />
      <span className={classes.terms}>{terms.join(' · ') || '\u00a0'}</span>
    </>
  );
}

function standingOf(share: number, { limit, aim }: { limit: number; aim: number | null }) {
  if (share >= limit) return 'stop';
  return aim !== null && share > aim ? 'slow' : 'fine';
}

function Row({ word, figure, children }: { word: string; figure: string; children: ReactNode }) {
  return (
    <>
      <span className={classes.word}>{word}</span>
      <span className={classes.track}>{children}</span>
      <span className={`${classes.figure} figures`}>{figure}</span>
    </>
  );
}

function Bar({ part, share }: { part: string; share: number }) {
  return (
    <span
      className={classes.bar}
      data-part={part}
      style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
    />
  );
}
