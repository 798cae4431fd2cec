import type { CallFacts, Citation, Clearance, Ruling } from '@alize/model';
import { type Law, lawOf, type ReadyRule } from './engine/law.ts';
import { type Question, silent, unknown, type Verdict } from './engine/verdict.ts';
import { instantOf, type LocalMoment, localMoment } from './engine/zone-clock.ts';
import type { CallIdentity, Judgement } from './judgement.ts';
import type { Place } from './place/place.ts';
import { placeOf } from './place/place-of.ts';

/**
 * Whether this call may be placed at `now`; if not, from when on every rule, in every time zone and state the person
 * may be in, would allow it; and all rules that bore on the answer. Pure: the same facts give the same answer. A fact
 * that a law needs and that is not known refuses.
 *
 * @example judge({ ...facts, purpose: 'sales_cold', consents: [] }, now).decision // 'block'
 */
export function judge(facts: CallFacts, now: Temporal.Instant): Judgement {
  const place = placeOf(facts.number, facts);
  const law = lawOf(facts, place);
  const hearing = { facts, place, law };
  const findings = findingsAt(hearing, now.epochMilliseconds);
  if (!findings.some(isRefusal)) {
    return answer(hearing, 'allow', null, findings, []);
  }
  const { notBeforeMs, later } = earliestClear(hearing, now.epochMilliseconds, findings);
  return answer(hearing, notBeforeMs === null ? 'block' : 'after', notBeforeMs, findings, later);
}

/** The ruling on one real call; a clear one carries the leave to place it. The only maker of clearances. */
export function clearCall(call: CallIdentity, facts: CallFacts, now: Temporal.Instant): Ruling {
  const { decision, notBeforeMs, reasons, packs } = judge(facts, now);
  if (decision !== 'allow') return { kind: 'refused', rules: reasons, untilMs: notBeforeMs, packs };
  return { kind: 'clear', clearance: clearanceOf(call, facts, now), rules: reasons, packs };
}

interface Hearing {
  readonly facts: CallFacts;
  readonly place: Place;
  readonly law: Law;
}

interface Finding {
  readonly rule: ReadyRule;
  readonly verdict: Exclude<Verdict, { kind: 'silent' }>;
}

/** What every rule in force says at this instant; the silent ones left out. */
function findingsAt({ facts, place, law }: Hearing, ms: number): readonly Finding[] {
  const zones = place.zones.length === 0 ? ['UTC'] : place.zones;
  const questions = zones.map((zone) => ({ facts, place, now: localMoment(zone, ms) }));
  const findings: Finding[] = [];
  for (const rule of law.rules) {
    const verdict = hearEverywhere(rule, questions);
    if (verdict.kind !== 'silent') findings.push({ rule, verdict });
  }
  return findings;
}

/** The strictest of what a rule says in each zone the person may be in, on the days it is in force there. */
function hearEverywhere(rule: ReadyRule, questions: readonly Question[]): Verdict {
  let strictest: Verdict = silent;
  for (const question of questions) {
    const { now, place } = question;
    if (now.day < rule.fromDay || now.day >= rule.toDay) continue;
    const isBlind = rule.readsClock && place.zones.length === 0;
    const verdict: Verdict = isBlind ? unknown('zone') : rule.check(question);
    if (!rule.dependsOnZone) return verdict;
    strictest = stricter(strictest, endWith(rule, verdict, now));
  }
  return strictest;
}

const rank = { silent: 0, met: 1, refused: 2, unknown: 3 } as const;

function stricter(one: Verdict, other: Verdict): Verdict {
  const stronger = rank[one.kind] >= rank[other.kind] ? one : other;
  return isOpen(stronger) ? stronger : { ...stronger, untilMs: Math.max(untilOf(one), untilOf(other)) };
}

/** A refusal ends at the latest when its rule does. */
function endWith({ toDay }: ReadyRule, verdict: Verdict, { zone }: LocalMoment): Verdict {
  if (toDay === Infinity || isOpen(verdict)) return verdict;
  return { ...verdict, untilMs: Math.min(verdict.untilMs, instantOf(zone, toDay, 0)) };
}

function isRefusal({ verdict }: Finding): boolean {
  return !isOpen(verdict);
}

function isOpen(verdict: Verdict): verdict is Exclude<Verdict, { readonly untilMs: number }> {
  return verdict.kind === 'silent' || verdict.kind === 'met';
}

/** Nothing stands in the way from the beginning of time. */
function untilOf(verdict: Verdict): number {
  return isOpen(verdict) ? -Infinity : verdict.untilMs;
}

/** Far more than holidays, weekends and frequency can chain; a law that never settles ends in "never". */
const roundsMax = 500;

/**
 * Goes from refusal to refusal until no rule objects. Each refusal holds until its instant, so nothing between can be
 * allowed; null when one never ends. `later`: the refusals met on the way.
 */
function earliestClear(hearing: Hearing, nowMs: number, first: readonly Finding[]) {
  const later: Finding[] = [];
  let refusals = first.filter(isRefusal);
  for (let round = 0, ms = nowMs; round < roundsMax; round += 1) {
    const untilMs = Math.max(...refusals.map(endOf));
    if (untilMs === Infinity) return { notBeforeMs: null, later };
    ms = Math.max(untilMs, ms + 1);
    refusals = findingsAt(hearing, ms).filter(isRefusal);
    if (refusals.length === 0) return { notBeforeMs: ms, later };
    later.push(...refusals);
  }
  return { notBeforeMs: null, later };
}

function endOf({ verdict }: Finding): number {
  return untilOf(verdict);
}

function answer(
  { place, law }: Hearing,
  decision: Judgement['decision'],
  notBeforeMs: number | null,
  findings: readonly Finding[],
  later: readonly Finding[],
): Judgement {
  return { decision, notBeforeMs, reasons: reasonsOf(findings, later), place, packs: law.packs };
}

/** Refusing first, then what would delay the call, then what let it pass; each rule once. */
function reasonsOf(findings: readonly Finding[], later: readonly Finding[]): readonly Citation[] {
  const refusing = new Map<string, Citation>();
  for (const finding of findings) if (isRefusal(finding)) keep(refusing, citationOf(finding, 'refuses'));
  for (const finding of later) keep(refusing, citationOf(finding, 'delays'));
  const reasons = [...refusing.values()];
  for (const { rule, verdict } of findings) if (verdict.kind === 'met') reasons.push(rule.citations.allows);
  return reasons;
}

function keep(reasons: Map<string, Citation>, citation: Citation): void {
  if (!reasons.has(citation.rule)) reasons.set(citation.rule, citation);
}

function citationOf({ rule, verdict }: Finding, as: 'refuses' | 'delays'): Citation {
  if (verdict.kind !== 'unknown') return rule.citations[as];
  return { ...rule.citations[as], rule: `unknown_${verdict.fact}` };
}

/** The brand exists in types only; this cast is the one place that gives it, after every rule has been heard. */
function clearanceOf(call: CallIdentity, facts: CallFacts, now: Temporal.Instant): Clearance {
  return {
    ...call,
    phoneNumber: facts.number,
    callerId: facts.callerId.number,
    madeAtMs: now.epochMilliseconds,
  } as Clearance;
}
