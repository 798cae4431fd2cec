import type { Calendar } from './holiday-rule.ts';

const notScotland = ['GB-ENG', 'GB-WLS', 'GB-NIR'];

/**
 * Banking and Financial Dealings Act 1971, schedule 1, days at common law (Good Friday and Christmas Day of England and
 * Wales), and proclamations under its section 1, as they stand since 2007. A proclamation replaces a day that falls on a
 * weekend by the next free weekday.
 */
export const unitedKingdom: Calendar = {
  regions: { codes: ['GB-ENG', 'GB-WLS', 'GB-SCT', 'GB-NIR'], ifUnknown: 'every' },
  lists: [
    {
      weekend: 'next_free_weekday',
      rules: [
        { fixed: '01-01' },
        { fixed: '01-02', in: ['GB-SCT'] },
        { fixed: '03-17', in: ['GB-NIR'] }, // St Patrick
        { easter: -2 },
        { easter: 1, in: notScotland },
        { nth: 1, weekday: 1, month: 5, notIn: [2020] }, // Early May
        { once: '2020-05-08' }, // Early May, moved to the 75th VE Day
        { nth: 'last', weekday: 1, month: 5, notIn: [2012, 2022] }, // Spring, moved to the jubilees
        { once: '2012-06-04' },
        { once: '2022-06-02' },
        { fixed: '07-12', in: ['GB-NIR'] }, // Battle of the Boyne
        { nth: 1, weekday: 1, month: 8, in: ['GB-SCT'] }, // Summer
        { nth: 'last', weekday: 1, month: 8, in: notScotland },
        { fixed: '11-30', in: ['GB-SCT'], from: 2007 }, // St Andrew's Day Bank Holiday (Scotland) Act 2007
        { fixed: '12-25' },
        { fixed: '12-26' },
        { once: '2011-04-29' }, // royal wedding
        { once: '2012-06-05' }, // diamond jubilee
        { once: '2022-06-03' }, // platinum jubilee
        { once: '2022-09-19' }, // funeral of Queen Elizabeth II
        { once: '2023-05-08' }, // coronation of King Charles III
        { once: '2026-06-15', in: ['GB-SCT'] }, // World Cup, proclaimed 4 February 2026
      ],
    },
  ],
};
