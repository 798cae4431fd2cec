import type { CallFacts, PhoneNumber } from '@alize/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Judgement, judge, packs } from '../src/index.ts';
import {
  americanNumber,
  attemptAround,
  factsAround,
  now,
  refusalAround,
  suppressionAround,
} from './call-facts-arbitrary.ts';

fc.configureGlobal({ seed: 20_261_123, numRuns: 2_000 });

const berlin = '+493012345678' as PhoneNumber;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Call {
  readonly nowMs: number;
  readonly facts: CallFacts;
}
const call: fc.Arbitrary<Call> = now.chain((nowMs) => factsAround(nowMs).map((facts) => ({ nowMs, facts })));

test('the instant a refusal ends at is allowed, and none before it is', () => {
  const between = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 20 });
  fc.assert(
    fc.property(call, between, ({ nowMs, facts }, shares) => {
      const { decision, notBeforeMs } = ruled(facts, nowMs);
      if (decision !== 'after' || notBeforeMs === null) return;
      expect(ruled(facts, notBeforeMs).decision).toBe('allow');
      const spanMs = notBeforeMs - nowMs;
      const random = shares.map((share) => nowMs + Math.floor(share * spanMs));
      for (const ms of [...random, notBeforeMs - 1, ...quartersOfHour(nowMs, notBeforeMs)]) {
        expect(ruled(facts, ms)).toMatchObject({ decision: 'after', notBeforeMs });
      }
    }),
  );
});

test('what is refused for good is refused at every instant to come', () => {
  const ahead = fc.array(fc.integer({ min: 0, max: 800 * dayMs }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(call, ahead, ({ nowMs, facts }, spans) => {
      if (ruled(facts, nowMs).decision !== 'block') return;
      const soon = Array.from({ length: 48 }, (_, hours) => nowMs + 1 + hours * hourMs);
      for (const ms of [...spans.map((span) => nowMs + span), ...soon]) {
        expect(ruled(facts, ms).decision).not.toBe('allow');
      }
    }),
    { numRuns: 5_000 },
  );
});

test('what is allowed is allowed from now on, and a refusal gives a reason', () => {
  fc.assert(
    fc.property(call, ({ nowMs, facts }) => {
      const { decision, notBeforeMs, reasons } = ruled(facts, nowMs);
      expect(notBeforeMs === null).toBe(decision !== 'after');
      expect(notBeforeMs ?? Infinity).toBeGreaterThan(nowMs);
      expect(reasons.some(({ verdict }) => verdict === 'refuses')).toBe(decision !== 'allow');
    }),
  );
});

test('more history never makes a call lawful, nor sooner', () => {
  const more = call.chain(({ nowMs, facts }) =>
    fc
      .oneof(
        attemptAround(nowMs).map((one) => ({ ...facts, attempts: [...facts.attempts, one] })),
        refusalAround(nowMs).map((one) => ({ ...facts, refusals: [...facts.refusals, one] })),
        suppressionAround(nowMs).map((one) => ({ ...facts, suppressions: [...facts.suppressions, one] })),
        fc.constant({ ...facts, registers: allListed(facts.registers) }),
      )
      .map((longer) => ({ nowMs, facts, longer })),
  );
  fc.assert(
    fc.property(more, ({ nowMs, facts, longer }) => {
      expect(soonest(longer, nowMs)).toBeGreaterThanOrEqual(soonest(facts, nowMs));
    }),
  );
});

test('the order in which facts are told does not matter', () => {
  const shuffled = call.chain(({ nowMs, facts }) =>
    fc
      .record({
        consents: orderOf(facts.consents),
        contracts: orderOf(facts.contracts),
        requests: orderOf(facts.requests),
        purchases: orderOf(facts.purchases),
        attempts: orderOf(facts.attempts),
        refusals: orderOf(facts.refusals),
        suppressions: orderOf(facts.suppressions),
      })
      .map((lists) => ({ nowMs, facts, other: { ...facts, ...lists } })),
  );
  fc.assert(
    fc.property(shuffled, ({ nowMs, facts, other }) => {
      expect(comparable(ruled(other, nowMs))).toEqual(comparable(ruled(facts, nowMs)));
    }),
  );
});

test('a state of the United States adds to federal law and takes nothing away', () => {
  const states = fc.constantFrom(
    'AL',
    'AZ',
    'CT',
    'FL',
    'IN',
    'LA',
    'MD',
    'ME',
    'NY',
    'OK',
    'PA',
    'TX',
    'UT',
    'WA',
  );
  const american = now.chain((nowMs) =>
    fc.record({ nowMs: fc.constant(nowMs), facts: factsAround(nowMs, americanNumber), state: states }),
  );
  fc.assert(
    fc.property(american, ({ nowMs, facts, state }) => {
      const federal = { ...facts, state: null, country: null, postalCode: null };
      const both = { ...federal, state };
      expect(soonest(both, nowMs)).toBeGreaterThanOrEqual(soonest(federal, nowMs));
      expect(refusing(both, nowMs)).toEqual(expect.arrayContaining([...refusing(federal, nowMs)]));
    }),
  );
});

test('a second country adds to the law of the first', () => {
  const countries = fc.constantFrom('FR', 'US', 'GB', 'CA', 'DE', 'ES', 'IT', 'BE', 'CH', 'PT');
  fc.assert(
    fc.property(call, countries, ({ nowMs, facts }, country) => {
      // With a zone that is told, the country brings its law and nothing else.
      const one = {
        ...facts,
        number: berlin,
        state: null,
        country: null,
        postalCode: null,
        timeZone: 'Europe/Berlin',
      };
      const both = { ...one, country };
      expect(soonest(both, nowMs)).toBeGreaterThanOrEqual(soonest(one, nowMs));
    }),
  );
});

test('the same question has the same answer', () => {
  fc.assert(
    fc.property(call, call, ({ nowMs, facts }, other) => {
      const first = ruled(facts, nowMs);
      ruled(other.facts, other.nowMs);
      expect(ruled(structuredClone(facts), nowMs)).toEqual(first);
    }),
  );
});

test('no facts and no instant make it throw', () => {
  const anyInstant = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2150, 0, 1) });
  const anyWords = fc.option(fc.string());
  fc.assert(
    fc.property(call, anyInstant, anyWords, anyWords, ({ facts }, ms, words, others) => {
      const odd = { ...facts, postalCode: words, country: others, state: words, timeZone: others };
      expect(ruled(odd, ms).decision).toMatch(/^(?:allow|after|block)$/);
    }),
  );
});

test('what the centre sets never makes a call sooner', () => {
  const stricter = fc.record({
    hours: fc.option(fc.constantFrom({ from: '11:00', to: '17:00' }, { from: '10:00', to: '18:00' })),
    attemptsMax: fc.option(fc.constantFrom(1, 2, 3)),
    longerSeconds: fc.constantFrom(0, 30),
  });
  fc.assert(
    fc.property(call, stricter, ({ nowMs, facts }, { hours, attemptsMax, longerSeconds }) => {
      const plain = withConfig(facts, { hours: null, attemptsMax: null });
      const connectGuardSeconds = plain.config.connectGuardSeconds + longerSeconds;
      const strict = withConfig(plain, { hours, attemptsMax, connectGuardSeconds });
      expect(soonest(strict, nowMs)).toBeGreaterThanOrEqual(soonest(plain, nowMs));
    }),
  );
});

test('no rule of law or of a code is switched off, and no law set aside', () => {
  const laws = packs.flatMap(({ rules }) => rules.filter(({ strength }) => strength === 'LAW'));
  const codes = packs.flatMap(({ rules }) => rules.filter(({ strength }) => strength === 'CODE'));
  const off = [...laws, ...codes].map(({ id }) => id);
  const policies = new Set(
    packs.flatMap(({ rules }) => rules.filter((rule) => rule.strength === 'POLICY')).map(({ id }) => id),
  );
  const overrides = laws
    .filter(({ id }) => !codes.some((code) => code.id === id) && !policies.has(id))
    .map(({ id }) => ({ rule: id, reason: 'because' }));
  const binding = off.filter((id) => !policies.has(id));
  fc.assert(
    fc.property(call, ({ nowMs, facts }) => {
      const bold = withConfig(facts, { off: binding, overrides });
      expect(comparable(ruled(bold, nowMs))).toEqual(comparable(ruled(facts, nowMs)));
    }),
  );
});

function ruled(facts: CallFacts, ms: number): Judgement {
  return judge(facts, Temporal.Instant.fromEpochMilliseconds(ms));
}

/** The first instant a call is lawful at; Infinity when there is none. */
function soonest(facts: CallFacts, nowMs: number): number {
  const { decision, notBeforeMs } = ruled(facts, nowMs);
  return decision === 'allow' ? nowMs : (notBeforeMs ?? Infinity);
}

function refusing(facts: CallFacts, nowMs: number): readonly string[] {
  return ruled(facts, nowMs)
    .reasons.filter(({ verdict }) => verdict === 'refuses')
    .map(({ rule }) => rule);
}

function comparable({ decision, notBeforeMs, reasons }: Judgement): unknown {
  const told = reasons.map(({ rule, verdict }) => `${verdict} ${rule}`);
  return { decision, notBeforeMs, reasons: [...new Set(told)].sort() };
}

/** Every quarter of an hour of a short span, on the dot. */
function quartersOfHour(fromMs: number, toMs: number): readonly number[] {
  if (toMs - fromMs > 4 * dayMs) return [];
  const quarterMs = hourMs / 4;
  const first = Math.ceil(fromMs / quarterMs);
  const count = Math.max(0, Math.ceil(toMs / quarterMs) - first);
  return Array.from({ length: count }, (_, index) => (first + index) * quarterMs);
}

function allListed(registers: CallFacts['registers']): CallFacts['registers'] {
  return Object.fromEntries(
    Object.entries(registers).map(([id, answer]) => [id, { ...answer, isListed: true }]),
  );
}

function orderOf<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}

function withConfig(facts: CallFacts, config: Partial<CallFacts['config']>): CallFacts {
  return { ...facts, config: { ...facts.config, ...config } };
}
