import { onEachEngine } from '@alize/db/engines';
import { standardRetryRules } from '@alize/leads';
import type { RetryRules } from '@alize/model';
import { afterEach, expect, it } from 'vitest';
import { Bed, type BedOptions } from '../src/bed.ts';
import type { CalleePlan } from '../src/fake-asterisk/index.ts';
import { expectSoundLedger } from '../src/ledger-check.ts';

const mobile = '+33639980000';
const home = '+33199000011';
const answers: CalleePlan = {
  ringAfterMs: 200,
  reaction: { kind: 'answer', afterMs: 1_000, talkMs: 20_000 },
};
const neverAnswers: CalleePlan = { ringAfterMs: 200, reaction: { kind: 'no_answer' } };
const doesNotExist: CalleePlan = { ringAfterMs: null, reaction: { kind: 'invalid', afterMs: 300 } };

/** The other number a minute later. */
const rules: RetryRules = {
  ...standardRetryRules,
  byResult: {
    ...standardRetryRules.byResult,
    no_answer: { ...standardRetryRules.byResult.no_answer, otherNumberAfterMinutes: 1 },
  },
};

onEachEngine((engine) => {
  let bed: Bed | undefined;
  afterEach(async () => {
    await bed?.close();
    bed = undefined;
  });
  /** One lead with two numbers. */
  async function start(planFor: BedOptions['planFor'], retryRules: RetryRules = rules): Promise<Bed> {
    const centre = {
      agentsCount: 1,
      leadsCount: 1,
      ringSeconds: 15,
      otherNumbersOf: () => [home],
      retryRules,
    };
    bed = await Bed.start({ ...centre, planFor, makePlace: engine.make });
    await bed.openForBusiness();
    return bed;
  }
  const attempts = (b: Bed) =>
    b.database.db.selectFrom('attempt').selectAll().orderBy('created_at').execute();
  const lead = (b: Bed) => b.database.db.selectFrom('lead').selectAll().executeTakeFirstOrThrow();
  const phones = (b: Bed) => b.database.db.selectFrom('lead_phone').selectAll().orderBy('position').execute();

  /** The lead's instant has come. */
  const itIsTime = (b: Bed) =>
    b.database.db.updateTable('lead').set({ next_try_at: b.clock.nowMs() }).execute();
  const ended = (b: Bed, count: number) =>
    b.until(`${count} ended`, async () => (await attempts(b))[count - 1]?.ended_at != null);

  it('calls a lead’s next number when the first is not answered', async () => {
    const b = await start((number) => (number === mobile ? neverAnswers : answers));
    await ended(b, 1);
    const [first] = await attempts(b);
    expect(await lead(b)).toMatchObject({ phone_number: home, next_try_at: (first?.ended_at ?? 0) + 60_000 });
    await itIsTime(b);
    await b.until('connected', () => b.fake.bridged.length === 1);
    await ended(b, 2);
    expect(await attempts(b)).toMatchObject([{ phone_number: mobile }, { phone_number: home }]);
    await expectSoundLedger(b);
  });

  it('closes a number that does not exist, goes on with the other, and closes the lead after the last', async () => {
    const b = await start(() => doesNotExist);
    await ended(b, 1);
    expect(await phones(b)).toMatchObject([
      { phone_number: mobile, closed_reason: 'invalid_number' },
      { phone_number: home, closed_reason: null },
    ]);
    expect(await lead(b)).toMatchObject({ state: 'open', phone_number: home });
    await itIsTime(b);
    await ended(b, 2);
    expect(await lead(b)).toMatchObject({ state: 'closed', closed_reason: 'wrong_number' });
    await expectSoundLedger(b);
  });

  it('asks changed rules at the next claim: fewer calls a lead are fewer from then on', async () => {
    const b = await start(() => doesNotExist);
    await ended(b, 1);
    const retry_rules = JSON.stringify({ ...rules, attemptsMax: 1 });
    await b.run(100);
    await b.database.db.updateTable('campaign').set({ retry_rules, changed_at: b.clock.nowMs() }).execute();
    await itIsTime(b);
    await b.until('closed', async () => (await lead(b)).state === 'closed');
    expect(await attempts(b)).toHaveLength(1);
    expect(await lead(b)).toMatchObject({ closed_reason: 'attempts_used_up' });
  });
});
