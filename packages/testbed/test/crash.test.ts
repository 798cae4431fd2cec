import { describe, expect, it } from 'vitest';
import { Bed } from '../src/bed.ts';
import { CrashPoints } from '../src/crash-points.ts';
import type { CalleePlan } from '../src/fake-asterisk/index.ts';
import { expectSoundLedger } from '../src/ledger-check.ts';

/** One who answers and talks, one busy, one who lets it ring, one number that does not exist. */
const plans: readonly CalleePlan[] = [
  { ringAfterMs: 200, reaction: { kind: 'answer', afterMs: 3_000, talkMs: 5_000 } },
  { ringAfterMs: 200, reaction: { kind: 'busy', afterMs: 1_500 } },
  { ringAfterMs: 200, reaction: { kind: 'no_answer' } },
  { ringAfterMs: null, reaction: { kind: 'invalid', afterMs: 300 } },
];
const planFor = (number: string): CalleePlan =>
  plans[Number(number.slice(-1)) % plans.length] ?? { ringAfterMs: 200, reaction: { kind: 'no_answer' } };

/** A shift of two agents and four leads in which the first dialer dies at a given moment and another takes over. */
async function shift(dieAt: number): Promise<{ bed: Bed; points: CrashPoints }> {
  const points = new CrashPoints();
  points.arm(dieAt);
  const bed = await Bed.start({
    agentsCount: 2,
    leadsCount: 4,
    ringSeconds: 15,
    wrapUpSeconds: 5,
    planFor,
    crashPoints: points,
  });
  await bed.openForBusiness();
  const endMs = bed.clock.nowMs() + 45_000;
  let isReplaced = false;
  while (bed.clock.nowMs() < endMs) {
    await bed.run(250);
    if (!points.isDead || isReplaced) continue;
    isReplaced = true;
    bed.dialer = bed.startDialer();
  }
  return { bed, points };
}

describe('kill -9 of the dialer', () => {
  it('at every moment of its calls: nobody is called twice for one attempt, each attempt ends once', async () => {
    const whole = await shift(-1);
    const moments = whole.points.passed.length;
    await whole.bed.close();
    expect(moments).toBeGreaterThan(20);
    for (let moment = 0; moment < moments; moment += 1) {
      const { bed, points } = await shift(moment);
      expect(points.isDead, `died at moment ${moment}`).toBe(true);
      await expectSoundLedger(bed);
      await bed.close();
    }
  }, 900_000);
});
