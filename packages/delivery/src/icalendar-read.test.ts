import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBusyTimesInTime } from './icalendar-in-time.ts';
import { CalendarFileError, readBusyTimes } from './icalendar-read.ts';

const paris = 'Europe/Paris';
/** The week of Monday 23 November 2026, in Paris. */
const window = { fromMs: at('2026-11-23T00:00'), toMs: at('2026-11-30T00:00'), timeZone: paris };

function at(local: string, zone = paris): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

/** Busy times as clocks in Paris show them: `24 10:00-11:00`. */
function busy(text: string, asked = window): string {
  return readBusyTimes(text, asked)
    .map(({ startsAtMs, endsAtMs }) => `${shown(startsAtMs)}-${shown(endsAtMs).slice(3)}`)
    .join(', ');
}

function shown(ms: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(paris);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(local.day)} ${two(local.hour)}:${two(local.minute)}`;
}

const file = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Essai//FR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]) =>
  file('BEGIN:VEVENT', 'UID:un@example.org', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT');

const outlook = [
  'BEGIN:VTIMEZONE',
  'TZID:Romance Standard Time',
  ...['BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
  ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
  ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT'],
  'END:VTIMEZONE',
];

describe('a calendar is busy', () => {
  test.each([
    ['at a time in UTC', event('DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z'), '24 10:00-11:00'],
    [
      'at a time of a zone',
      event('DTSTART;TZID=Europe/Paris:20261124T100000', 'DTEND;TZID=Europe/Paris:20261124T110000'),
      '24 10:00-11:00',
    ],
    [
      'at a time of another zone',
      event('DTSTART;TZID=America/New_York:20261124T040000', 'DURATION:PT1H'),
      '24 10:00-11:00',
    ],
    [
      'at a time without a zone: its own',
      event('DTSTART:20261124T100000', 'DTEND:20261124T110000'),
      '24 10:00-11:00',
    ],
    [
      'in a zone that the file describes',
      file(
        ...outlook,
        'BEGIN:VEVENT',
        'UID:1',
        'DTSTART;TZID=Romance Standard Time:20261124T100000',
        'DURATION:PT30M',
        'END:VEVENT',
      ),
      '24 10:00-10:30',
    ],
    [
      'in a zone that nobody knows: its own',
      event('DTSTART;TZID=Nulle Part:20261124T100000', 'DURATION:PT30M'),
      '24 10:00-10:30',
    ],
    ['all day', event('DTSTART;VALUE=DATE:20261124', 'DTEND;VALUE=DATE:20261125'), '24 00:00-00:00'],
    ['all day, without an end', event('DTSTART;VALUE=DATE:20261124'), '24 00:00-00:00'],
    [
      'each day of the week',
      event('DTSTART:20261101T090000Z', 'DTEND:20261101T100000Z', 'RRULE:FREQ=DAILY;UNTIL=20261125T235959Z'),
      '23 10:00-11:00, 24 10:00-11:00, 25 10:00-11:00',
    ],
    [
      'each Tuesday since summer, at the same hour of the clock',
      event('DTSTART;TZID=Europe/Paris:20260602T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'),
      '24 10:00-11:00',
    ],
    [
      'but on a day that is left out',
      event(
        'DTSTART:20261123T090000Z',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE:20261124T090000Z',
      ),
      '23 10:00-11:00, 25 10:00-11:00',
    ],
    [
      'on a day that is added',
      event(
        'DTSTART:20261123T090000Z',
        'DURATION:PT1H',
        'RRULE:FREQ=DAILY;COUNT=1',
        'RDATE:20261127T090000Z',
      ),
      '23 10:00-11:00, 27 10:00-11:00',
    ],
    [
      'where one repetition was moved to',
      file(
        ...[
          'BEGIN:VEVENT',
          'UID:1',
          'DTSTART:20261123T090000Z',
          'DURATION:PT1H',
          'RRULE:FREQ=DAILY;COUNT=2',
          'END:VEVENT',
        ],
        ...[
          'BEGIN:VEVENT',
          'UID:1',
          'RECURRENCE-ID:20261124T090000Z',
          'DTSTART:20261124T140000Z',
          'DURATION:PT2H',
          'END:VEVENT',
        ],
      ),
      '23 10:00-11:00, 24 15:00-17:00',
    ],
    [
      'not where one repetition was cancelled',
      file(
        ...[
          'BEGIN:VEVENT',
          'UID:1',
          'DTSTART:20261123T090000Z',
          'DURATION:PT1H',
          'RRULE:FREQ=DAILY;COUNT=2',
          'END:VEVENT',
        ],
        ...[
          'BEGIN:VEVENT',
          'UID:1',
          'RECURRENCE-ID:20261124T090000Z',
          'DTSTART:20261124T090000Z',
          'DURATION:PT1H',
          'STATUS:CANCELLED',
          'END:VEVENT',
        ],
      ),
      '23 10:00-11:00',
    ],
    [
      'at a changed repetition whose series is missing',
      event('RECURRENCE-ID:20261124T090000Z', 'DTSTART:20261124T140000Z', 'DURATION:PT1H'),
      '24 15:00-16:00',
    ],
    ['not by what is cancelled', event('DTSTART:20261124T090000Z', 'DURATION:PT1H', 'STATUS:CANCELLED'), ''],
    [
      'not by what is transparent',
      event('DTSTART:20261124T090000Z', 'DURATION:PT1H', 'TRANSP:TRANSPARENT'),
      '',
    ],
    [
      'not by what Outlook calls free',
      event('DTSTART:20261124T090000Z', 'DURATION:PT1H', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'),
      '',
    ],
    [
      'not by our own appointment that comes back',
      event('DTSTART:20261124T090000Z', 'DURATION:PT1H').replace('un@example.org', 'appointment_0@alize'),
      '',
    ],
    ['not by what lies outside the window', event('DTSTART:20271124T090000Z', 'DURATION:PT1H'), ''],
    [
      'only as far as the window reaches',
      event('DTSTART:20260101T000000Z', 'DTEND:20261124T090000Z'),
      '23 00:00-10:00',
    ],
    [
      'once where two overlap',
      file(
        ...['BEGIN:VEVENT', 'UID:1', 'DTSTART:20261124T090000Z', 'DURATION:PT2H', 'END:VEVENT'],
        ...['BEGIN:VEVENT', 'UID:2', 'DTSTART:20261124T100000Z', 'DURATION:PT2H', 'END:VEVENT'],
      ),
      '24 10:00-13:00',
    ],
    [
      'by a list of free and busy times',
      file(
        'BEGIN:VFREEBUSY',
        'UID:1',
        'FREEBUSY:20261124T090000Z/PT1H',
        'FREEBUSY;FBTYPE=FREE:20261125T090000Z/PT1H',
        'END:VFREEBUSY',
      ),
      '24 10:00-11:00',
    ],
    ['never, when the file is empty', file(), ''],
  ])('%s: %#', (_name, text, expected) => {
    expect(busy(text)).toBe(expected);
  });
});

test('an hour that is skipped is where the clocks jump to, one that comes twice is the first', () => {
  const spring = { fromMs: at('2026-03-28T00:00'), toMs: at('2026-03-31T00:00'), timeZone: paris };
  const skipped = event(
    'DTSTART;TZID=Europe/Paris:20260328T023000',
    'DURATION:PT15M',
    'RRULE:FREQ=DAILY;COUNT=2',
  );
  expect(busy(skipped, spring)).toBe('28 02:30-02:45, 29 03:30-03:45');
  const autumn = { fromMs: at('2026-10-25T00:00'), toMs: at('2026-10-26T00:00'), timeZone: paris };
  const twice = readBusyTimes(event('DTSTART;TZID=Europe/Paris:20261025T023000', 'DURATION:PT15M'), autumn);
  expect(twice[0]?.startsAtMs).toBe(Date.UTC(2026, 9, 25, 0, 30));
});

describe('a file that cannot be used is refused by name', () => {
  const codeOf = (text: string) => {
    try {
      readBusyTimes(text, window);
      return null;
    } catch (error) {
      return error instanceof CalendarFileError ? error.code : error;
    }
  };
  test.each([
    ['a page of HTML', '<html><body>Connexion</body></html>', 'not_icalendar'],
    ['nothing', '', 'not_icalendar'],
    ['a business card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:X\r\nEND:VCARD\r\n', 'not_icalendar'],
    ['half a file', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', 'not_icalendar'],
    ['a date that is none', event('DTSTART:2026-24-11', 'DURATION:PT1H'), 'not_icalendar'],
    [
      '21,000 events',
      file(...Array.from({ length: 21_000 }, () => 'BEGIN:VEVENT\r\nEND:VEVENT')),
      'too_many_events',
    ],
    [
      'one each second since 1990',
      event('DTSTART:19900101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'),
      'too_many_repetitions',
    ],
  ])('%s', (_name, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('whatever the bytes, nothing but busy times or a named refusal comes back', () => {
    const line = fc.constantFrom(
      ...[
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VCALENDAR',
        'END:VCALENDAR',
        'DTSTART:20261124T090000Z',
        'DTSTART;TZID=:1',
      ],
      ...[
        'DTEND:20261124T080000Z',
        'DURATION:-P1W',
        'RRULE:FREQ=DAILY;COUNT=5',
        'RRULE:COUNT=x',
        'UID:1',
        'EXDATE:',
        ';;:',
        ':',
        '\u0000',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const code = codeOf(file(...lines));
        expect([null, 'not_icalendar', 'too_many_repetitions']).toContain(code);
      }),
      { numRuns: 500 },
    );
  });
});

test('a rule that never comes to an end is given up, and the process goes on', async () => {
  const endless = event(
    'DTSTART:20260101T000000Z',
    'DURATION:PT1H',
    'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
  );
  await expect(readBusyTimesInTime(endless, window)).rejects.toMatchObject({ name: 'CalendarFileError' });
  expect(await readBusyTimesInTime(event('DTSTART:20261124T090000Z', 'DURATION:PT1H'), window)).toHaveLength(
    1,
  );
}, 15_000);
