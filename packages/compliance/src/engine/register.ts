import type { Ground, RegisterCheck } from '../pack.ts';
import { standingOf } from './ground.ts';
import { met, never, type Question, refusedUntil, unknown, type Verdict } from './verdict.ts';
import { dayMs } from './zone-clock.ts';

/** Not listed, by an answer that is still good. No answer, or one too old, is none. */
export function checkRegister(
  { register, ageDaysMax, listedDaysMin }: RegisterCheck,
  liftedBy: readonly Ground[],
  question: Question,
): Verdict {
  const { facts, now } = question;
  const answer = facts.registers[register];
  const isGood =
    answer !== undefined && (ageDaysMax === undefined || now.ms <= answer.checkedAtMs + ageDaysMax * dayMs);
  const isProtected =
    answer?.isListed === true &&
    (answer.listedSinceMs === null || now.ms >= answer.listedSinceMs + (listedDaysMin ?? 0) * dayMs);
  if (isGood && !isProtected) return met;
  const lifted = liftOf(liftedBy, answer?.listedSinceMs ?? Infinity, question);
  if (lifted.holds) return met;
  if (lifted.fromMs < Infinity) return refusedUntil(lifted.fromMs);
  return isProtected ? never : unknown('register');
}

/** Some registers end the consents that were given before the number was entered. */
function liftOf(liftedBy: readonly Ground[], listedSinceMs: number, question: Question) {
  const later = liftedBy.filter((ground) => ground.by === 'consent' && ground.afterListing);
  const whenever = liftedBy.filter((ground) => !later.includes(ground));
  const first = standingOf(whenever, question);
  if (first.holds) return first;
  const second = standingOf(later, question, listedSinceMs);
  return second.holds ? second : { holds: false, fromMs: Math.min(first.fromMs, second.fromMs) };
}
