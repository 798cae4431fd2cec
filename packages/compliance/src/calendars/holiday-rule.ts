import type { Weekday } from './civil-day.ts';

/** A calendar as its texts write it. All its lists close; where one is silent, another may speak. */
export interface Calendar {
  readonly lists: readonly HolidayList[];
  /** Subdivisions or territories whose days differ; left out: the same days for everyone. */
  readonly regions?: {
    readonly codes: readonly string[];
    /** Whose days close when none of `codes` is known of the person: those of every region, or of none. */
    readonly ifUnknown: 'every' | 'none';
  };
}

/** The days of one text. */
export interface HolidayList {
  readonly rules: readonly HolidayRule[];
  /** What else closes when a holiday falls on a weekend; the holiday itself stays closed. */
  readonly weekend?: WeekendRule;
}

/**
 * `nearest_weekday`: the Friday before a Saturday, the Monday after a Sunday. `following_monday`: the Monday after
 * either. `monday_after_sunday`: only Sundays are replaced. `next_free_weekday`: the next weekday that is no holiday yet.
 */
export type WeekendRule =
  | 'nearest_weekday'
  | 'following_monday'
  | 'monday_after_sunday'
  | 'next_free_weekday';

export type HolidayRule = HolidayDate & {
  /** First and last year it is kept, both included. */
  readonly from?: number;
  readonly to?: number;
  readonly notIn?: readonly number[];
  /** 2: kept in even years only. */
  readonly everyYears?: number;
  /** Regions that keep it; left out: all. */
  readonly in?: readonly string[];
};

/** How a text names a day of the year. */
export type HolidayDate =
  /** `MM-DD`. */
  | { readonly fixed: `${number}-${number}` }
  /** So many days after Easter Sunday; negative: before. */
  | { readonly easter: number }
  /** The nth or last such weekday of a month, and `plus` days: 2nd Monday of August. */
  | {
      readonly nth: 1 | 2 | 3 | 4 | 'last';
      readonly weekday: Weekday;
      readonly month: number;
      readonly plus?: number;
    }
  /** The last such weekday before `MM-DD`, that day excluded. */
  | { readonly before: `${number}-${number}`; readonly weekday: Weekday }
  /** One day of one year, `YYYY-MM-DD`. */
  | { readonly once: `${number}-${number}-${number}` };
