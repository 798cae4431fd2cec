import { describe, expect, test } from 'vitest';
import { type CalendarId, calendarIds } from './calendar.ts';
import { dayOf } from './civil-day.ts';
import { holidaysOf } from './holidays-of.ts';

const epoch = Temporal.PlainDate.from('1970-01-01');

/** Holidays of a year as `MM-DD`, for states (`DE-BY`) and territories (`RE`). */
function datesOf(calendar: CalendarId, year: number, ...codes: readonly string[]): readonly string[] {
  const where = {
    territories: codes.filter((code) => code.length === 2),
    states: codes.filter((code) => code.length > 2),
  };
  return holidaysOf(calendar, year, where).map((day) => epoch.add({ days: day }).toString().slice(5));
}

/** A table row names the whole year: calendar, year, where, days. */
type Year = readonly [calendar: CalendarId, year: number, where: string, days: string];

function readsAs(rows: readonly Year[]) {
  test.each(rows)('%s %i %s', (calendar, year, where, days) => {
    const codes = where.split(' ').filter(Boolean);
    expect(datesOf(calendar, year, ...codes).join(' ')).toBe(days);
  });
}

describe('France', () => {
  readsAs([
    ['fr-l3133-1', 2024, 'FR', '01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25'],
    ['fr-l3133-1', 2025, 'FR', '01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25'],
    ['fr-l3133-1', 2026, 'RE', '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
    ['fr-l3133-1', 2027, '', '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25'],
    // Ascension on 1 May: two holidays, one day.
    ['fr-l3133-1', 2008, 'FR', '01-01 03-24 05-01 05-08 05-12 07-14 08-15 11-01 11-11 12-25'],
    ['fr-l3133-1', 2038, 'FR', '01-01 04-26 05-01 05-08 06-03 06-14 07-14 08-15 11-01 11-11 12-25'],
    ['fr-l3133-1', 2285, 'FR', '01-01 03-23 04-30 05-01 05-08 05-11 07-14 08-15 11-01 11-11 12-25'],
    ['fr-local', 2026, 'FR FR-57', '04-03 12-26'],
    ['fr-local', 2026, 'FR FR-67', '04-03 12-26'],
    ['fr-local', 2027, 'FR FR-68', '03-26 12-26'],
    ['fr-local', 2026, 'FR FR-75', ''],
    ['fr-local', 2026, 'FR', ''],
    ['fr-local', 2026, '', ''],
    ['fr-local', 2026, 'RE', '12-20'],
    ['fr-local', 2026, 'YT', '04-27'],
    ['fr-local', 2026, 'GF', '06-10'],
    ['fr-local', 2026, 'MQ', '04-03 05-22'],
    ['fr-local', 2026, 'GP', '04-03 05-27'],
    ['fr-local', 2026, 'MF', '04-03 05-27 05-28'],
    ['fr-local', 2026, 'BL', '04-03 05-27 10-09'],
    ['fr-local', 2026, 'RE YT', '04-27 12-20'],
  ]);
});

describe('United States', () => {
  readsAs([
    ['us-federal', 2020, '', '01-01 01-20 02-17 05-25 07-03 07-04 09-07 10-12 11-11 11-26 12-25'],
    // 31 December 2021 is New Year's Day of 2022, a Saturday.
    [
      'us-federal',
      2021,
      'US',
      '01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31',
    ],
    [
      'us-federal',
      2022,
      'US',
      '01-01 01-17 02-21 05-30 06-19 06-20 07-04 09-05 10-10 11-11 11-24 12-25 12-26',
    ],
    ['us-federal', 2026, 'US-TX', '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25'],
  ]);

  const stateOnly = (calendar: CalendarId, year: number) => {
    const federal = datesOf('us-federal', year);
    return datesOf(calendar, year).filter((date) => !federal.includes(date));
  };

  test.each<readonly [CalendarId, number, string]>([
    ['us-al', 2025, '03-04 04-28 06-02'],
    ['us-al', 2026, '02-17 04-27 06-01'],
    ['us-la', 2021, '01-08 01-19 02-16 04-02 06-03 08-30 11-01 11-26'],
    // 1 November is a Sunday; 3 November is Election Day.
    ['us-la', 2026, '01-08 02-17 04-03 08-30 08-31 11-01 11-02 11-03 11-27'],
    ['us-la', 2027, '01-08 02-09 03-26 08-30 11-01 11-26'],
    ['us-pa', 2026, '02-12 04-03 06-14 06-15 11-03'],
    ['us-pa', 2027, '02-12 03-26 06-14 11-02'],
    ['us-ri', 2026, '05-04 07-06 08-10 11-03'],
    ['us-ri', 2027, '05-04 06-21 08-09 12-27'],
    ['us-ut', 2021, '07-23 07-24'],
    ['us-ut', 2026, '06-15 07-24'],
    ['us-ut', 2027, '03-26 06-21 07-23 07-24'],
    ['us-ut', 2028, '04-14 07-24'],
  ])('%s %i closes, beside the federal days, %s', (calendar, year, days) => {
    expect(stateOnly(calendar, year).join(' ')).toBe(days);
  });

  test.each(calendarIds.filter((id) => id.startsWith('us-')))('%s keeps every federal day', (calendar) => {
    for (let year = 2000; year < 2100; year += 1)
      expect(datesOf(calendar, year)).toEqual(expect.arrayContaining([...datesOf('us-federal', year)]));
  });
});

describe('British Columbia', () => {
  readsAs([
    ['ca-bc', 2012, '', '01-01 04-06 05-21 07-01 07-02 08-06 09-03 10-08 11-11 12-25'],
    ['ca-bc', 2018, '', '01-01 02-12 03-30 05-21 07-01 07-02 08-06 09-03 10-08 11-11 12-25'],
    ['ca-bc', 2022, '', '01-01 02-21 04-15 05-23 07-01 08-01 09-05 10-10 11-11 12-25'],
    ['ca-bc', 2026, 'CA CA-BC', '01-01 02-16 04-03 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25'],
    ['ca-bc', 2027, 'CA', '01-01 02-15 03-26 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-25'],
  ]);
});

describe('Germany', () => {
  readsAs([
    ['de', 2026, 'DE DE-HH', '01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 12-25 12-26'],
    [
      'de',
      2026,
      'DE DE-BY',
      '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 08-08 08-15 10-03 11-01 12-25 12-26',
    ],
    ['de', 2026, 'DE DE-SN', '01-01 04-03 04-06 05-01 05-14 05-25 06-04 10-03 10-31 11-18 12-25 12-26'],
    ['de', 2026, 'DE DE-SL', '01-01 04-03 04-06 05-01 05-14 05-25 06-04 08-15 10-03 11-01 12-25 12-26'],
    ['de', 2025, 'DE DE-BE', '01-01 03-08 04-18 04-21 05-01 05-08 05-29 06-09 10-03 12-25 12-26'],
    [
      'de',
      2026,
      'DE',
      '01-01 01-06 03-08 04-03 04-05 04-06 05-01 05-14 05-24 05-25 06-04 08-08 08-15 09-20 10-03 10-31 11-01 11-18 12-25 12-26',
    ],
  ]);

  test.each<readonly [title: string, land: string, date: string, open: number, closed: number]>([
    ['Frauentag in Berlin from 2019', 'DE-BE', '03-08', 2018, 2019],
    ['Frauentag in Mecklenburg-Vorpommern from 2023', 'DE-MV', '03-08', 2022, 2023],
    ['Weltkindertag in Thüringen from 2019', 'DE-TH', '09-20', 2018, 2019],
    ['Reformationstag in Hamburg from 2018', 'DE-HH', '10-31', 2016, 2018],
    ['Reformationstag in Bayern in 2017 only', 'DE-BY', '10-31', 2018, 2017],
    ['8 May in Berlin in 2020', 'DE-BE', '05-08', 2021, 2020],
    ['8 May in Berlin in 2025', 'DE-BE', '05-08', 2026, 2025],
    ['17 June in Berlin in 2028', 'DE-BE', '06-17', 2029, 2028],
    ['Buß- und Bettag, the Wednesday before 23 November', 'DE-SN', '11-16', 2026, 2022],
  ])('%s', (_title, land, date, open, closed) => {
    expect(datesOf('de', open, land)).not.toContain(date);
    expect(datesOf('de', closed, land)).toContain(date);
  });

  test('a person in one of two Länder has the days of both', () => {
    expect(datesOf('de', 2026, 'DE-SN', 'DE-TH')).toEqual(expect.arrayContaining(['11-18', '09-20']));
  });

  test('a code that is no Land leaves the Land unknown', () => {
    expect(datesOf('de', 2026, 'DE', 'FR-67', 'DE-XX')).toEqual(datesOf('de', 2026));
  });
});

describe('United Kingdom', () => {
  readsAs([
    ['uk-bank', 2026, 'GB-ENG', '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28'],
    ['uk-bank', 2026, 'GB-SCT', '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-26 12-28'],
    ['uk-bank', 2026, 'GB-NIR', '01-01 03-17 04-03 04-06 05-04 05-25 07-12 07-13 08-31 12-25 12-26 12-28'],
    [
      'uk-bank',
      2026,
      'GB',
      '01-01 01-02 03-17 04-03 04-06 05-04 05-25 06-15 07-12 07-13 08-03 08-31 11-30 12-25 12-26 12-28',
    ],
    ['uk-bank', 2020, 'GB-WLS', '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-26 12-28'],
    // Christmas Day on a Saturday: Monday and Tuesday.
    ['uk-bank', 2021, 'GB-ENG', '01-01 04-02 04-05 05-03 05-31 08-30 12-25 12-26 12-27 12-28'],
    // New Year's Day on a Saturday, Christmas Day on a Sunday.
    ['uk-bank', 2022, 'GB-ENG', '01-01 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27'],
    [
      'uk-bank',
      2022,
      'GB-SCT',
      '01-01 01-02 01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-25 12-26 12-27',
    ],
    // New Year's Day on a Sunday: in Scotland the 2nd is a holiday already.
    ['uk-bank', 2023, 'GB-ENG', '01-01 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    ['uk-bank', 2023, 'GB-SCT', '01-01 01-02 01-03 04-07 05-01 05-08 05-29 08-07 11-30 12-25 12-26'],
    ['uk-bank', 2012, 'GB-ENG', '01-01 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
  ]);
});

describe('Spain, Italy, Belgium, Switzerland, the Union', () => {
  readsAs([
    // 15 August is a Saturday and stays; 1 November and 6 December are Sundays.
    ['es', 2026, 'ES', '01-01 01-06 04-02 04-03 05-01 08-15 10-12 11-01 11-02 12-06 12-07 12-08 12-25'],
    ['es', 2025, 'ES ES-MD', '01-01 01-06 04-17 04-18 05-01 08-15 10-12 10-13 11-01 12-06 12-08 12-25'],
    ['it', 2025, 'IT', '01-01 01-06 04-20 04-21 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26'],
    ['it', 2027, 'IT', '01-01 01-06 03-28 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26'],
    ['it', 2000, 'IT', '01-01 01-06 04-23 04-24 04-25 05-01 08-15 11-01 12-08 12-25 12-26'],
    ['be', 2026, 'BE', '01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25'],
    ['be', 2024, 'BE', '01-01 04-01 05-01 05-09 05-20 07-21 08-15 11-01 11-11 12-25'],
    [
      'ch',
      2026,
      'CH CH-ZH',
      '01-01 01-02 01-06 03-19 04-03 04-06 05-01 05-14 05-25 06-04 08-01 08-15 11-01 12-08 12-25 12-26',
    ],
    [
      'ch',
      2026,
      'CH CH-GE',
      '01-01 01-02 01-06 03-19 04-03 04-06 05-01 05-14 05-25 06-04 08-01 08-15 09-10 11-01 12-08 12-25 12-26 12-31',
    ],
    ['eu-common', 2026, 'PL', '01-01 04-06 05-01 12-25 12-26'],
    ['eu-common', 2028, 'AT', '01-01 04-17 05-01 12-25 12-26'],
  ]);

  test('a canton that is not known closes the days of every canton', () => {
    expect(datesOf('ch', 2026, 'CH')).toEqual(
      expect.arrayContaining(['03-01', '04-02', '06-23', '06-29', '09-10', '09-21', '09-25', '12-31']),
    );
  });
});

describe('every calendar, 2000 to 2400', () => {
  const countBetween: Readonly<Record<CalendarId, readonly [number, number]>> = {
    'fr-l3133-1': [10, 11],
    'fr-local': [9, 9],
    'us-federal': [10, 15],
    'us-al': [13, 18],
    'us-la': [17, 23],
    'us-pa': [14, 19],
    'us-ri': [13, 20],
    'us-ut': [11, 19],
    'ca-bc': [9, 12],
    de: [17, 21],
    es: [11, 13],
    it: [11, 13],
    be: [9, 10],
    ch: [23, 24],
    'uk-bank': [13, 18],
    'eu-common': [5, 5],
  };
  const where = { territories: ['GP', 'MQ', 'GF', 'RE', 'YT', 'MF', 'BL'], states: ['FR-57'] };

  test.each(calendarIds)('%s stays in its year, in order, each day once, in a likely number', (calendar) => {
    const [fewest, most] = countBetween[calendar];
    for (let year = 2000; year <= 2400; year += 1) {
      const days = holidaysOf(calendar, year, where);
      const context = `${calendar} in ${year}`;
      expect(days, context).toEqual([...new Set(days)].sort((one, other) => one - other));
      expect(days.at(0), context).toBeGreaterThanOrEqual(dayOf(year, 1, 1));
      expect(days.at(-1), context).toBeLessThan(dayOf(year + 1, 1, 1));
      expect(days.length, context).toBeGreaterThanOrEqual(fewest);
      expect(days.length, context).toBeLessThanOrEqual(most);
    }
  });

  test.each(['de', 'uk-bank', 'ch'] as const)(
    '%s: knowing the region never closes a day more',
    (calendar) => {
      const regions = { de: 'DE-BY', 'uk-bank': 'GB-SCT', ch: 'CH-GE' };
      for (let year = 2000; year <= 2100; year += 1)
        expect(datesOf(calendar, year)).toEqual(
          expect.arrayContaining([...datesOf(calendar, year, regions[calendar])]),
        );
    },
  );
});
