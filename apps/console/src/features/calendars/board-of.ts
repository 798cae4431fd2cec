import type { Calendar, CalendarWeek } from '../../shared/booking/contract.ts';
import type { BoardWeek } from '../../shared/booking/week-board.tsx';

/** A calendar's week as the board draws it; `words` are for days without hours. */
export function boardOf(
  calendar: Pick<Calendar, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>,
  week: CalendarWeek,
  words: { readonly holiday: string; readonly off: string },
): BoardWeek {
  const offs = week.days.flatMap(({ date, isHoliday, dayOff }): readonly [string, string][] => {
    if (dayOff !== null) return [[date, dayOff || words.off]];
    return isHoliday ? [[date, words.holiday]] : [];
  });
  return {
    first: week.days[0]?.date ?? '',
    zone: week.timeZone,
    open: week.days.flatMap(({ windows }) => windows),
    busy: week.busy,
    appointments: week.appointments.map(({ id, state, startsAtMs, endsAtMs, leadName }) => ({
      ...{ id, state, startsAtMs, endsAtMs },
      name: leadName,
      calendarName: '',
    })),
    bufferBeforeMinutes: calendar.bufferBeforeMinutes,
    bufferAfterMinutes: calendar.bufferAfterMinutes,
    off: Object.fromEntries(offs),
  };
}
