import type { CalendarChoice, CalendarId } from '@alize/model';
import type { UseFormReturnType } from '@mantine/form';
import type { Booking } from '../../../shared/booking/contract.ts';

/** A number field as it stands while it is typed: empty is a text. */
type Typed = number | string;
export const reminderUnits = ['minutes', 'hours', 'days'] as const;
export type ReminderUnit = (typeof reminderUnits)[number];
const unitMinutes: Record<ReminderUnit, number> = { minutes: 1, hours: 60, days: 24 * 60 };

export interface ReminderForm {
  before: Typed;
  unit: ReminderUnit;
  way: 'email' | 'sms';
}

/** How a campaign books, as the page holds it. */
export interface BookingForm {
  calendarIds: CalendarId[];
  choice: CalendarChoice;
  needsSkills: string[];
  usesAreas: boolean;
  holdMinutes: Typed;
  emailConfirmation: boolean;
  smsConfirmation: boolean;
  reminders: ReminderForm[];
  /** Empty: as spoken where the person's number is from. */
  language: '' | 'fr' | 'en';
  afterNoShow: Booking['afterNoShow'];
}
export type BookingFormState = UseFormReturnType<BookingForm>;

export const remindersMax = 6;

export function formOf({ reminders, language, ...booking }: Booking): BookingForm {
  return {
    ...booking,
    calendarIds: [...booking.calendarIds],
    needsSkills: [...booking.needsSkills],
    language: language ?? '',
    reminders: reminders.map(({ minutesBefore, way }) => {
      const unit = unitOf(minutesBefore);
      return { before: minutesBefore / unitMinutes[unit], unit, way };
    }),
  };
}

/** What the api is sent; call it once `formErrors` is empty. */
export function bookingOf({ holdMinutes, reminders, language, ...form }: BookingForm): Booking {
  return {
    ...form,
    holdMinutes: Number(holdMinutes),
    language: language || null,
    reminders: reminders.map((reminder) => ({ minutesBefore: minutesOf(reminder), way: reminder.way })),
  };
}

/** The name of a sentence under `error`, by path; empty when it can be sent. */
export function formErrors({
  holdMinutes,
  reminders,
}: BookingForm): Record<string, 'hold' | 'reminder' | 'twice'> {
  const wrong = reminders.flatMap((reminder, index): [string, 'reminder' | 'twice'][] => {
    if (!isBetween(minutesOf(reminder), 5, 30 * 24 * 60)) return [[`reminders.${index}`, 'reminder']];
    const isTwice = reminders.slice(0, index).some((other) => isSame(other, reminder));
    return isTwice ? [[`reminders.${index}`, 'twice']] : [];
  });
  return {
    ...(!isBetween(Number(holdMinutes), 1, 60) && { holdMinutes: 'hold' as const }),
    ...Object.fromEntries(wrong),
  };
}

const minutesOf = ({ before, unit }: ReminderForm) =>
  before === '' ? Number.NaN : Number(before) * unitMinutes[unit];

const isBetween = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;

const isSame = (one: ReminderForm, other: ReminderForm) =>
  one.way === other.way && minutesOf(one) === minutesOf(other);

/** The largest unit that tells a time in whole numbers. */
function unitOf(minutes: number): ReminderUnit {
  if (minutes % unitMinutes.days === 0) return 'days';
  return minutes % unitMinutes.hours === 0 ? 'hours' : 'minutes';
}
