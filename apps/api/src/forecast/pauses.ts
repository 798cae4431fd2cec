import type { DutySpell } from '@alize/db';
import { quantileOf, type Team } from '@alize/pacing/simulate';

/** How often agents pause, and for how long. */
export type PausesMeasured = Pick<Team, 'pausesPerHour' | 'pause'>;

/** Ten minutes every two hours; our own assumption, for who has no history. */
const assumed: PausesMeasured = { pausesPerHour: 0.5, pause: { kind: 'fixed', seconds: 600 } };
const hoursMin = 8;
const pausesMax = 101;
const hourMs = 3_600_000;

/** From what agents did; `assumed` for less than a day of one agent. A break of the whole shift is none. */
export function pausesOf(spells: readonly DutySpell[]): PausesMeasured {
  const hours = spells.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0) / hourMs;
  if (hours < hoursMin) return assumed;
  const seconds = Float64Array.from(
    spells
      .filter(({ state, fromMs, toMs }) => state === 'paused' && toMs - fromMs < 2 * hourMs)
      .map(({ fromMs, toMs }) => (toMs - fromMs) / 1000),
  ).sort();
  if (seconds.length === 0) return { pausesPerHour: 0, pause: assumed.pause };
  const count = Math.min(pausesMax, seconds.length);
  const quantiles = Array.from({ length: count }, (_, index) =>
    quantileOf(seconds, count === 1 ? 0 : index / (count - 1)),
  );
  return { pausesPerHour: seconds.length / hours, pause: { kind: 'empirical', seconds: quantiles } };
}
