import type { Ground, Rule, RuleEffect } from '../pack.ts';
import { checkCallerId } from './caller-id.ts';
import { answerOf } from './condition.ts';
import { checkFrequency } from './frequency.ts';
import { standingOf } from './ground.ts';
import { isHoliday } from './holiday.ts';
import { checkHours } from './hours.ts';
import { checkRegister } from './register.ts';
import { checkRest } from './rest.ts';
import { met, never, type Question, refusedUntil, silent, unknown, type Verdict } from './verdict.ts';
import { instantOf } from './zone-clock.ts';

/**
 * What a rule in force says of a call. A rule that cannot tell whether it concerns the call, and would refuse it,
 * refuses for what is not known; one that would let it pass is content.
 */
export function hear(rule: Rule, question: Question): Verdict {
  const answer = rule.condition ? answerOf(rule.condition, question.facts, question.place) : 'yes';
  if (answer === 'no') return silent;
  const verdict = effectOf(rule, question);
  if (answer === 'yes' || rule.strength !== 'LAW') return verdict;
  return verdict.kind === 'refused' ? unknown(answer, verdict.untilMs) : silent;
}

/** True for what reads the person's wall clock, and so cannot be told without their zone. */
export function readsClock(rule: RuleEffect): boolean {
  return rule.effect === 'holidays' || (rule.effect === 'hours' && rule.value.zone === undefined);
}

/** True when the answer can differ from zone to zone: hours, and everything that is counted in the person's days. */
export function dependsOnZone(rule: Rule): boolean {
  if (rule.validFrom !== null || rule.validTo !== null || groundsOf(rule).some(isCountedInDays)) return true;
  switch (rule.effect) {
    case 'hours':
    case 'holidays':
      return true;
    case 'frequency':
      return !(typeof rule.value.within === 'object' && 'hours' in rule.value.within);
    case 'rest':
      return !(typeof rule.value.lasting === 'object' && 'hours' in rule.value.lasting);
    default:
      return false;
  }
}

function groundsOf(rule: RuleEffect): readonly Ground[] {
  if (rule.effect === 'needs') return rule.value.anyOf;
  if (rule.effect === 'permit') return rule.needs ?? [];
  return ('liftedBy' in rule ? rule.liftedBy : undefined) ?? [];
}

function isCountedInDays(ground: Ground): boolean {
  return (
    ground.by === 'purchase' ||
    (ground.by === 'request' && (ground.monthsMax ?? ground.workingDaysMax) !== undefined)
  );
}

function effectOf(rule: RuleEffect, question: Question): Verdict {
  switch (rule.effect) {
    case 'hours':
      return lift(checkHours(rule.value, question), rule.liftedBy, question);
    case 'holidays':
      return lift(checkHoliday(rule.value.calendar, question), rule.liftedBy, question);
    case 'needs':
      return need(rule.value.anyOf, question);
    case 'forbidden':
      return lift(never, rule.liftedBy, question);
    case 'frequency':
      return lift(checkFrequency(rule.value, question), rule.liftedBy, question);
    case 'rest':
      return checkRest(rule.value, rule.liftedBy ?? [], question);
    case 'register':
      return checkRegister(rule.value, rule.liftedBy ?? [], question);
    case 'caller_id':
      return checkCallerId(rule.value, question.facts.callerId);
    case 'ring':
      return isRingWithin(rule.value, question) ? met : never;
    case 'permit':
      return !rule.needs || standingOf(rule.needs, question).holds ? met : silent;
    case 'abandonment':
    case 'duty':
      return silent;
  }
}

/** A refusal that a ground lifts, now or from some instant on. */
function lift(verdict: Verdict, grounds: readonly Ground[] | undefined, question: Question): Verdict {
  if (verdict.kind !== 'refused' || !grounds) return verdict;
  const { holds, fromMs, lacksObject } = standingOf(grounds, question);
  if (holds) return silent;
  const untilMs = Math.min(verdict.untilMs, fromMs);
  return untilMs === Infinity && lacksObject ? unknown('object') : refusedUntil(untilMs);
}

function need(grounds: readonly Ground[], question: Question): Verdict {
  const { holds, fromMs, lacksObject } = standingOf(grounds, question);
  if (holds) return met;
  return fromMs === Infinity && lacksObject ? unknown('object') : refusedUntil(fromMs);
}

function checkHoliday(calendar: Parameters<typeof isHoliday>[0], { place, now }: Question): Verdict {
  if (!isHoliday(calendar, now.day, place)) return silent;
  return refusedUntil(instantOf(now.zone, now.day + 1, 0));
}

function isRingWithin(
  { secondsMin, secondsMax }: { readonly secondsMin: number; readonly secondsMax?: number },
  { facts: { config } }: Question,
): boolean {
  return config.ringSeconds >= secondsMin && config.ringSeconds <= (secondsMax ?? Infinity);
}
