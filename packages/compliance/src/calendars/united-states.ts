import type { Calendar, HolidayList, HolidayRule } from './holiday-rule.ts';

/** The Tuesday after the first Monday of November. */
const electionDay: HolidayRule = { nth: 1, weekday: 1, month: 11, plus: 1 };
const goodFriday: HolidayRule = { easter: -2 };
const mardiGras: HolidayRule = { easter: -47 };

/**
 * 5 U.S.C. 6103(a), as it stands since 1986; Saturdays by 6103(b), Sundays by Executive Order 11582. Inauguration Day
 * (6103(c)) concerns federal staff around Washington only, and is left out.
 */
const federalList: HolidayList = {
  weekend: 'nearest_weekday',
  rules: [
    { fixed: '01-01' },
    { nth: 3, weekday: 1, month: 1 }, // Martin Luther King, Jr.
    { nth: 3, weekday: 1, month: 2 }, // Washington's Birthday
    { nth: 'last', weekday: 1, month: 5 }, // Memorial Day
    { fixed: '06-19', from: 2021 }, // Juneteenth
    { fixed: '07-04' },
    { nth: 1, weekday: 1, month: 9 }, // Labor Day
    { nth: 2, weekday: 1, month: 10 }, // Columbus Day
    { fixed: '11-11' },
    { nth: 4, weekday: 4, month: 11 }, // Thanksgiving
    { fixed: '12-25' },
  ],
};

export const federal: Calendar = { lists: [federalList] };

// The five states below close "holidays" without saying whose (to confirm): the federal days close with the state's own.

/** Code of Alabama 1-3-8, beside the federal days. */
export const alabama: Calendar = {
  lists: [
    federalList,
    {
      weekend: 'nearest_weekday',
      rules: [
        // Legal holiday in Mobile and Baldwin counties only: closed everywhere, since we do not know the county.
        mardiGras,
        { nth: 4, weekday: 1, month: 4 }, // Confederate Memorial Day
        { nth: 1, weekday: 1, month: 6 }, // Jefferson Davis
      ],
    },
  ],
};

/** La. R.S. 1:55, beside the federal days. The half-holidays of parishes and banks are left out. */
export const louisiana: Calendar = {
  lists: [
    federalList,
    {
      // Written for New Year's Day, 4 July and Christmas; for the others to confirm.
      weekend: 'nearest_weekday',
      rules: [
        { fixed: '01-08' }, // Battle of New Orleans
        { fixed: '01-19', to: 2022 }, // Robert E. Lee, removed in 2022
        mardiGras,
        goodFriday,
        { fixed: '06-03', to: 2022 }, // Confederate Memorial Day, removed in 2022
        { fixed: '08-30' }, // Huey P. Long
        { fixed: '11-01' },
        { ...electionDay, everyYears: 2 }, // closes courts and offices; for calls to confirm
        { nth: 4, weekday: 4, month: 11, plus: 1 }, // the day after Thanksgiving, by proclamation (to confirm)
      ],
    },
  ],
};

/** 44 P.S. 11, beside the federal days. Which of them Act 47 of 2026 means by "legal holiday" is to confirm: all close. */
export const pennsylvania: Calendar = {
  lists: [
    federalList,
    {
      weekend: 'monday_after_sunday',
      rules: [
        { fixed: '02-12' }, // Lincoln's Birthday
        goodFriday,
        { fixed: '06-14' }, // Flag Day
        electionDay,
      ],
    },
  ],
};

/** R.I. Gen. Laws 25-1-1: state and federal days (5-61-3.6 names both). */
export const rhodeIsland: Calendar = {
  lists: [
    federalList,
    {
      // Sundays for all days of the section, Saturdays for some of them: the Monday closes for both.
      weekend: 'following_monday',
      rules: [
        { fixed: '01-01' },
        { fixed: '05-04' }, // Rhode Island Independence Day
        { fixed: '06-19', from: 2021 }, // the year in which the state followed is to confirm
        { fixed: '07-04' },
        { nth: 2, weekday: 1, month: 8 }, // Victory Day
        { ...electionDay, everyYears: 2 }, // years of a general election of state officers: the even ones
        { fixed: '11-11' },
        { fixed: '12-25' },
      ],
    },
  ],
};

/** Utah Code 63G-1-301, beside the federal days. */
export const utah: Calendar = {
  lists: [
    federalList,
    {
      weekend: 'nearest_weekday',
      rules: [
        // From 2027: the text of May 2026 names it with a reserve, and is replaced on 2027-01-01 (to confirm).
        { ...goodFriday, from: 2027 },
        // The Monday before 19 June, or after it on a weekend, is always the third of the month.
        { nth: 3, weekday: 1, month: 6, from: 2022 },
        { fixed: '07-24' }, // Pioneer Day
      ],
    },
  ],
};
