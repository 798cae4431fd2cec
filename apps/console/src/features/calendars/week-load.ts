import type { Calendar, CalendarWeek } from '../../shared/booking/contract.ts';
import { loadOf, type Span, stretchOn } from '../../shared/booking/week-layout.ts';

/** How full a day is. */
export interface DayLoad {
  readonly day: string;
  /** 0 to 1; null when nothing is open. */
  readonly load: number | null;
  readonly appointmentsCount: number;
}

/** How full each day of a week is: appointments of the open time, counting who can be seen at once. */
export function weekLoad({ capacity }: Pick<Calendar, 'capacity'>, week: CalendarWeek): readonly DayLoad[] {
  return week.days.map(({ date, windows }) => {
    const appointments = week.appointments.filter(
      (appointment) => isTaking(appointment.state) && isOn(date, appointment, week.timeZone),
    );
    return {
      day: date,
      load: loadOf(windows, appointments, capacity),
      appointmentsCount: appointments.length,
    };
  });
}

const isTaking = (state: string) => state !== 'cancelled' && state !== 'released';

const isOn = (day: string, span: Span, zone: string) => stretchOn(day, span, zone) !== null;
