/** The tabs of a calendar's page; the first is shown when the address names none. */
export const calendarTabs = ['week', 'settings', 'links'] as const;
export type CalendarTab = (typeof calendarTabs)[number];

export interface CalendarSearch {
  readonly tab?: CalendarTab;
  /** The Monday of the week shown; this week when left out. */
  readonly week?: string;
}

/** What an address says; whatever it does not say rightly is left out, so that a mistyped link still opens the page. */
export function readCalendarSearch({ tab, week }: Record<string, unknown>): CalendarSearch {
  const known = calendarTabs.find((one) => one === tab);
  return {
    ...(known && known !== 'week' && { tab: known }),
    ...(typeof week === 'string' && isMonday(week) && { week }),
  };
}

function isMonday(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).getUTCDay() === 1
  );
}
