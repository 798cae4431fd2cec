import type { PhoneNumber, Schedule } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { bestHour, type HourFacts, type QuarterCount } from './best-hour.ts';
import type { LeadTry } from './lead-try.ts';

const zone = 'Europe/Paris';
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
const hours = (from: string, to: string): Schedule => ({
  zone,
  windows: [1, 2, 3, 4, 5].map((day) => ({ day, from, to })),
});

type Sight = readonly [local: string, what: 'missed' | 'machine' | 'answered' | 'busy' | 'somebody else'];
const callOf = ([local, what]: Sight): LeadTry => ({
  // The tests' own number, written as E.164.
  phoneNumber: '+33639980001' as PhoneNumber,
  atMs: at(local).epochMilliseconds,
  networkResult: what === 'missed' ? 'no_answer' : what === 'busy' ? 'busy' : 'answered',
  isConnected: what === 'machine' || what === 'answered' || what === 'somebody else',
  disposition:
    what === 'machine'
      ? 'answering_machine'
      : what === 'answered'
        ? 'callback'
        : what === 'somebody else'
          ? 'wrong_person'
          : null,
  callbackAtMs: null,
});

/** Tuesday 24 November 2026 is asked from, as "10:30" or a later day's. */
function best(earliest: string, calls: readonly Sight[], more: Partial<HourFacts> = {}): string {
  const facts = { tries: calls.map(callOf), quarters: [], zone, schedule: hours('09:00', '19:00'), ...more };
  return bestHour(facts, at(earliest))
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** A campaign's calls at a UTC hour, as many tries, so many answered. */
const calls = (hour: number, tries: number, answers: number): QuarterCount => ({
  quarter: hour * 4,
  tries,
  answers,
});
const eveningsAnswer = [calls(9, 1000, 100), calls(11, 500, 50), calls(14, 1000, 100), calls(17, 1000, 300)];

describe('the hour at which a lead is likeliest to answer', () => {
  test.each<[string, string, readonly Sight[], string]>([
    ['nothing known: as soon as may be', '2026-11-24T10:30', [], '2026-11-24T10:30'],
    ['missed in the morning: noon', '2026-11-24T11:00', [['2026-11-24T10:00', 'missed']], '2026-11-24T12:00'],
    [
      'a machine is somebody not at home',
      '2026-11-24T11:00',
      [['2026-11-24T10:00', 'machine']],
      '2026-11-24T12:00',
    ],
    [
      'somebody else says the same',
      '2026-11-24T11:00',
      [['2026-11-24T10:00', 'somebody else']],
      '2026-11-24T12:00',
    ],
    ['a busy line says nothing', '2026-11-24T11:00', [['2026-11-24T10:00', 'busy']], '2026-11-24T11:00'],
    [
      'reached in the evening before: the evening',
      '2026-11-24T10:30',
      [['2026-11-20T18:00', 'answered']],
      '2026-11-24T17:00',
    ],
    [
      'every part missed once, the afternoon reached too: the afternoon',
      '2026-11-24T19:30',
      [
        ['2026-11-20T10:00', 'missed'],
        ['2026-11-20T12:30', 'missed'],
        ['2026-11-20T15:00', 'missed'],
        ['2026-11-20T18:00', 'missed'],
        ['2026-11-23T15:00', 'answered'],
      ],
      '2026-11-25T14:00',
    ],
  ])('%s', (_, earliest, own, expected) => {
    expect(best(earliest, own)).toBe(expected);
  });

  test.each<[string, readonly Sight[], string]>([
    ['starts from what the campaign has seen', [], '2026-11-24T17:00'],
    ['stays there after one call missed', [['2026-11-23T18:00', 'missed']], '2026-11-24T17:00'],
    [
      'gives way after two, to a part that is not tried yet',
      [
        ['2026-11-20T18:00', 'missed'],
        ['2026-11-23T18:00', 'missed'],
      ],
      '2026-11-24T10:30',
    ],
    [
      'gives way after two, even though nothing else is as likely by figures',
      [
        ['2026-11-19T18:00', 'missed'],
        ['2026-11-20T18:00', 'missed'],
        ['2026-11-23T10:00', 'missed'],
      ],
      '2026-11-24T12:00',
    ],
  ])('%s', (_, own, expected) => {
    expect(best('2026-11-24T10:30', own, { quarters: eveningsAnswer })).toBe(expected);
  });

  test('ten calls of a campaign weigh little against one of the lead’s own', () => {
    const quarters = [calls(17, 10, 3), calls(9, 10, 2)];
    const own: Sight[] = [['2026-11-23T18:00', 'missed']];
    expect(best('2026-11-24T10:30', own, { quarters })).not.toContain('T17:');
  });

  test('lies in the schedule: on the next working day when the week is over', () => {
    const own: Sight[] = [['2026-11-19T10:00', 'answered']];
    expect(best('2026-11-27T13:00', own)).toBe('2026-11-30T09:00');
  });

  test('leaves out parts that the schedule never opens in', () => {
    const own: Sight[] = [['2026-11-20T18:00', 'answered']];
    expect(best('2026-11-24T10:30', own, { schedule: hours('09:00', '17:00') })).toBe('2026-11-24T10:30');
  });

  test('is the earliest instant itself where the schedule opens in no part, or not at all', () => {
    expect(best('2026-11-24T10:30', [], { schedule: hours('21:00', '23:00') })).toBe('2026-11-24T10:30');
    expect(best('2026-11-24T10:30', [], { schedule: { zone, windows: [] } })).toBe('2026-11-24T10:30');
  });

  test('is the person’s own hour: 17:00 in Réunion is 14:00 in Paris', () => {
    const tries = [callOf(['2026-11-20T15:00', 'answered'])];
    expect(best('2026-11-24T10:30', [], { tries, zone: 'Indian/Reunion' })).toBe('2026-11-24T14:00');
  });
});
