import type { CallConfig } from '@alize/model';
import { weekdayOf } from '../calendars/civil-day.ts';
import type { Hours, Window } from '../pack.ts';
import type { Place } from '../place/place.ts';
import { isHoliday } from './holiday.ts';
import { met, never, type Question, refusedUntil, type Verdict } from './verdict.ts';
import { instantOf, type LocalMoment, localMoment } from './zone-clock.ts';

/**
 * Inside a window, and out of it neither ringing nor being connected at its end: the last start is the window's end
 * less the longest ring and the connection guard.
 */
export function checkHours(hours: Hours, { facts, place, now }: Question): Verdict {
  const local = hours.zone === undefined ? now : localMoment(hours.zone, now.ms);
  const lastsMs = callLastsMs(facts.config);
  const isInside = windowsOf(hours, local.day, place).some(
    (window) => startOf(window) <= local.msOfDay && local.msOfDay + lastsMs <= endOf(window),
  );
  return isInside ? met : nextWindow(hours, local, place, lastsMs);
}

/** How long a call may go on before somebody speaks. */
function callLastsMs({ ringSeconds, connectGuardSeconds }: CallConfig): number {
  return (ringSeconds + connectGuardSeconds) * 1_000;
}

/** The first window to begin that a whole call fits into. Holidays included: other rules see to those. */
function nextWindow(hours: Hours, local: LocalMoment, place: Place, lastsMs: number): Verdict {
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    for (const window of windowsOf(hours, local.day + ahead, place)) {
      const isToCome = ahead > 0 || startOf(window) > local.msOfDay;
      if (isToCome && startOf(window) + lastsMs <= endOf(window)) {
        return refusedUntil(instantOf(local.zone, local.day + ahead, startOf(window)));
      }
    }
  }
  return never;
}

/** The windows of a local day; on the eve of a holiday only what the eve's windows leave of them. */
function windowsOf({ week, eves }: Hours, day: number, place: Place): readonly Window[] {
  const windows = week[weekdayOf(day)];
  if (!eves || !isHoliday(eves.calendar, day + 1, place)) return windows;
  return windows.flatMap((window) => eves.windows.flatMap((eve) => overlap(window, eve)));
}

function overlap([from, to]: Window, [eveFrom, eveTo]: Window): readonly Window[] {
  const [start, end] = [from > eveFrom ? from : eveFrom, to < eveTo ? to : eveTo];
  return start < end ? [[start, end]] : [];
}

function startOf([from]: Window): number {
  return msOf(from);
}

function endOf([, to]: Window): number {
  return msOf(to);
}

/** Milliseconds after midnight of `HH:MM`, read digit by digit: it is asked for in every ruling. */
function msOf(time: string): number {
  const digit = (index: number) => time.charCodeAt(index) - 48;
  return ((digit(0) * 10 + digit(1)) * 60 + digit(3) * 10 + digit(4)) * 60_000;
}
