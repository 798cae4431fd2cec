import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, accountOf, readCall } from './account.ts';
import { type AnsweredCall, detections } from './answered-call.ts';
import { answered, laws, noonMs } from './laws.case.ts';

type Law = keyof typeof laws;
const atMs = noonMs + 3_600_000;
const account = (law: Law, calls: readonly AnsweredCall[]) =>
  accountOf(calls, { definition: laws[law], atMs, zone: 'Europe/Paris', campaignStartMs: noonMs });
const times = (count: number, call: AnsweredCall) => Array.from({ length: count }, () => call);

const served = answered({ greeting: 0.5, connected: 1 });
const lost = answered({ greeting: 0.5, message: 2, ended: 9 });
const gone = answered({ ended: 1 });
const machine = answered({ ended: 4 }, { detected: 'machine' });
const waiting = answered({}, { answeredAtMs: atMs - 1_000 });

describe('what is counted, of what', () => {
  test.each<[string, Law, readonly AnsweredCall[], number, number]>([
    ['answered by a person', 'us', [...times(9, served), lost], 1, 10],
    ['those who left are answers too', 'us', [...times(8, served), gone, lost], 1, 10],
    ['machines are not', 'us', [...times(9, served), lost, machine], 1, 10],
    ['calls still waiting are not yet', 'fr', [served, waiting], 0, 1],
    ['Italy: per calls that an agent had', 'it', [...times(10, served), answered({ ended: 9 })], 1, 10],
    ['Italy: who left was not had by an agent', 'it', [...times(10, served), gone], 0, 10],
    ['Italy: an agent who came too late', 'it', [...times(10, served), answered({ connected: 4 })], 1, 10],
    ['Canada: predictive dialling alone', 'ca', [served, lost, answered({}, { mode: 'preview' })], 1, 2],
    ['nothing', 'us', [], 0, 0],
  ])('%s', (_, law, calls, numerator, denominator) => {
    expect(account(law, calls)).toMatchObject({ numerator, denominator });
  });

  test.each<[string, number, boolean]>([
    ['answered as the day begins', Date.parse('2026-11-22T23:00:00Z'), true],
    ['a millisecond before it', Date.parse('2026-11-22T22:59:59.999Z'), false],
    ['answered after the instant asked about', atMs + 1, false],
  ])('a call %s', (_, answeredAtMs, isSeen) => {
    expect(account('fr', [answered({ connected: -1 }, { answeredAtMs })]).denominator).toBe(isSeen ? 1 : 0);
  });

  test.each<[string, Law, AnsweredCall, string, boolean]>([
    ['an agent had', 'fr', served, 'connected', true],
    ['nobody took', 'it', lost, 'abandoned', true],
    ['the person left', 'fr', gone, 'left', true],
    ['the person left, in Italy', 'it', gone, 'left', false],
    ['that waits', 'fr', waiting, 'waiting', false],
    ['a machine took', 'fr', machine, 'machine', false],
    ['of another day', 'fr', { ...lost, answeredAtMs: noonMs - 86_400_000 }, 'abandoned', false],
  ])('a call %s', (_, law, call, verdict, isCounted) => {
    const found = account(law, [call]);
    expect(readCall(call, found, { definition: laws[law], atMs })).toEqual({ verdict, isCounted });
    expect(found.numerator + found.denominator > 0).toBe(isCounted);
  });

  test('the period begins with the first answer when the start of the campaign is not given', () => {
    const calls = [served, answered({ connected: 1 }, { answeredAtMs: Date.parse('2026-11-20T12:00:00Z') })];
    const { windowFromMs, windowToMs } = accountOf(calls, { definition: laws.us, atMs, zone: 'UTC' });
    expect(windowFromMs).toBe(Date.parse('2026-11-20T00:00:00Z'));
    expect(windowToMs).toBe(Date.parse('2026-12-20T00:00:00Z'));
  });
});

describe('where an account stands', () => {
  test.each`
    law     | connected | abandoned | ratio    | isOverLimit | standing
    ${'fr'} | ${99}     | ${0}      | ${0}     | ${false}    | ${'fine'}
    ${'fr'} | ${8}      | ${2}      | ${0.2}   | ${true}     | ${'fine'}
    ${'fr'} | ${57}     | ${3}      | ${0.05}  | ${true}     | ${'stop'}
    ${'fr'} | ${100}    | ${0}      | ${0}     | ${false}    | ${'fine'}
    ${'fr'} | ${98}     | ${2}      | ${0.02}  | ${false}    | ${'fine'}
    ${'fr'} | ${978}    | ${22}     | ${0.022} | ${false}    | ${'slow'}
    ${'fr'} | ${971}    | ${29}     | ${0.029} | ${false}    | ${'slow'}
    ${'fr'} | ${970}    | ${30}     | ${0.03}  | ${false}    | ${'stop'}
    ${'fr'} | ${969}    | ${31}     | ${0.031} | ${true}     | ${'stop'}
    ${'ca'} | ${960}    | ${40}     | ${0.04}  | ${false}    | ${'fine'}
    ${'ca'} | ${950}    | ${50}     | ${0.05}  | ${false}    | ${'stop'}
    ${'it'} | ${1000}   | ${30}     | ${0.03}  | ${false}    | ${'stop'}
    ${'it'} | ${1000}   | ${29}     | ${0.029} | ${false}    | ${'slow'}
    ${'it'} | ${0}      | ${1}      | ${null}  | ${true}     | ${'fine'}
    ${'it'} | ${1}      | ${2}      | ${2}     | ${true}     | ${'fine'}
    ${'it'} | ${1}      | ${3}      | ${3}     | ${true}     | ${'stop'}
    ${'us'} | ${0}      | ${0}      | ${null}  | ${false}    | ${'fine'}
  `('$law: $abandoned abandoned, $connected connected: $ratio, $standing', (row) => {
    const calls = [...times(row.connected, served), ...times(row.abandoned, lost)];
    const { ratio, isOverLimit, standing } = account(row.law, calls);
    expect({ ratio, isOverLimit, standing }).toEqual({
      ratio: row.ratio,
      isOverLimit: row.isOverLimit,
      standing: row.standing,
    });
  });

  test('a small sample says so, whatever its share', () => {
    expect(account('fr', times(99, served))).toMatchObject({ isSmallSample: true, liveAnswers: 99 });
    expect(account('fr', times(100, served)).isSmallSample).toBe(false);
  });
});

const secondsOrNever = fc.option(fc.double({ min: -1, max: 6, noNaN: true }), { nil: undefined });
const anyCall = fc
  .record({
    greeting: secondsOrNever,
    connected: secondsOrNever,
    message: secondsOrNever,
    ended: secondsOrNever,
    detected: fc.constantFrom(...detections),
    answeredAtMs: fc.integer({ min: noonMs - 40 * 86_400_000, max: atMs + 1_000 }),
  })
  .map(({ detected, answeredAtMs, ...after }) => answered(after, { detected, answeredAtMs }));
const anyLaw = fc.constantFrom<Law>('us', 'uk', 'ca', 'it', 'fr');
const share = ({ numerator, denominator }: Account) => (numerator === 0 ? 0 : numerator / denominator);

describe('always', () => {
  test('the order of calls does not matter', () => {
    const shuffled = fc
      .array(anyCall, { maxLength: 30 })
      .chain((calls) =>
        fc.tuple(fc.constant(calls), fc.shuffledSubarray(calls, { minLength: calls.length })),
      );
    fc.assert(
      fc.property(anyLaw, shuffled, (law, [calls, mixed]) => {
        expect(account(law, mixed)).toEqual(account(law, calls));
      }),
    );
  });

  test('one more abandoned call never lowers the share', () => {
    fc.assert(
      fc.property(anyLaw, fc.array(anyCall, { maxLength: 30 }), (law, calls) => {
        expect(share(account(law, [...calls, lost]))).toBeGreaterThanOrEqual(share(account(law, calls)));
      }),
    );
  });

  test('one more call that an agent had in time never raises it', () => {
    fc.assert(
      fc.property(anyLaw, fc.array(anyCall, { maxLength: 30 }), (law, calls) => {
        expect(share(account(law, [...calls, served]))).toBeLessThanOrEqual(share(account(law, calls)));
      }),
    );
  });
});
