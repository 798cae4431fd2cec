import type { CalendarKind, ScheduleWindow } from '@alize/model';
import type { UseFormReturnType } from '@mantine/form';
import type { Calendar, CalendarSettings } from '../../shared/booking/contract.ts';
import { presets, windowError } from '../../shared/schedule/schedule-grid.ts';

/** A number field as it stands while it is typed: empty is a text. */
export type Typed = number | string;

export interface DayOff {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const noticeUnits = ['minutes', 'hours', 'days'] as const;
export type NoticeUnit = (typeof noticeUnits)[number];
const unitMinutes: Record<NoticeUnit, number> = { minutes: 1, hours: 60, days: 24 * 60 };

/** A calendar as the page holds it. */
export interface CalendarForm {
  name: string;
  kind: CalendarKind;
  zone: string;
  windows: ScheduleWindow[];
  holidaysOf: string | null;
  daysOff: DayOff[];
  durationMinutes: Typed;
  everyMinutes: Typed;
  bufferBeforeMinutes: Typed;
  bufferAfterMinutes: Typed;
  capacity: Typed;
  /** Empty: as many as fit. */
  perDayMax: Typed;
  notice: Typed;
  noticeUnit: NoticeUnit;
  horizonDays: Typed;
  areas: string[];
  skills: string[];
  address: string;
  email: string;
  isActive: boolean;
}
export type CalendarFormState = UseFormReturnType<CalendarForm>;

/** What a new calendar begins with. */
export function emptyCalendar(zone: string): CalendarForm {
  return {
    ...{ name: '', kind: 'person', zone, address: '', email: '', isActive: true },
    windows: presets.splitHours.map((window) => ({ ...window })),
    ...{ holidaysOf: 'FR', daysOff: [], areas: [], skills: [] },
    ...{ durationMinutes: 60, everyMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 15 },
    ...{ capacity: 1, perDayMax: '', notice: 2, noticeUnit: 'hours', horizonDays: 60 },
  };
}

export function formOf(calendar: Calendar): CalendarForm {
  const { name, kind, holidaysOf, durationMinutes, everyMinutes, address, isActive } = calendar;
  const { bufferBeforeMinutes, bufferAfterMinutes, capacity, horizonDays } = calendar;
  const noticeUnit = unitOf(calendar.noticeMinutes);
  return {
    ...{ name, kind, holidaysOf, durationMinutes, everyMinutes, address, isActive },
    ...{ bufferBeforeMinutes, bufferAfterMinutes, capacity, horizonDays, noticeUnit },
    zone: calendar.hours.zone,
    windows: calendar.hours.windows.map((window) => ({ ...window })),
    daysOff: inOrder(calendar.daysOff),
    perDayMax: calendar.perDayMax ?? '',
    notice: calendar.noticeMinutes / unitMinutes[noticeUnit],
    areas: [...calendar.areas],
    skills: [...calendar.skills],
    email: calendar.email ?? '',
  };
}

/** What the api is sent; call it once `formErrors` is empty. */
export function settingsOf(form: CalendarForm): CalendarSettings {
  const { kind, holidaysOf, areas, skills, isActive } = form;
  return {
    ...{ kind, holidaysOf, areas, skills, isActive },
    name: form.name.trim(),
    hours: { zone: form.zone, windows: form.windows },
    daysOff: form.daysOff.map(({ from, to, reason }) => ({ from, to, reason: reason.trim() })),
    durationMinutes: Number(form.durationMinutes),
    everyMinutes: Number(form.everyMinutes),
    bufferBeforeMinutes: Number(form.bufferBeforeMinutes),
    bufferAfterMinutes: Number(form.bufferAfterMinutes),
    capacity: Number(form.capacity),
    perDayMax: form.perDayMax === '' ? null : Number(form.perDayMax),
    noticeMinutes: noticeMinutes(form),
    horizonDays: Number(form.horizonDays),
    address: form.address.trim(),
    email: form.email.trim() || null,
  };
}

/** The bounds of each number, as the api has them. */
export const bounds = {
  durationMinutes: [5, 720],
  everyMinutes: [5, 720],
  bufferBeforeMinutes: [0, 480],
  bufferAfterMinutes: [0, 480],
  capacity: [1, 100],
  perDayMax: [1, 1000],
  horizonDays: [1, 365],
} as const satisfies Partial<Record<keyof CalendarForm, readonly [number, number]>>;
export type NumberField = keyof typeof bounds;
const noticeMaxMinutes = 90 * 24 * 60;

/** The name of a sentence under `error`. */
export type CalendarError = 'name' | 'number' | 'notice' | 'email' | 'hours';

/** What is wrong, by field; empty when it can be sent. */
export function formErrors(form: CalendarForm): Partial<Record<keyof CalendarForm, CalendarError>> {
  const { name, email, windows } = form;
  const numbers = (Object.keys(bounds) as NumberField[]).filter((field) => !isInBounds(field, form[field]));
  const notice = noticeMinutes(form);
  return {
    ...Object.fromEntries(numbers.map((field) => [field, 'number' as const])),
    ...(!(name.trim().length >= 1 && name.trim().length <= 120) && { name: 'name' as const }),
    ...(email.trim() !== '' &&
      !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) && { email: 'email' as const }),
    ...((form.notice === '' || !Number.isInteger(notice) || notice < 0 || notice > noticeMaxMinutes) && {
      notice: 'notice' as const,
    }),
    ...(windows.some((window) => windowError(windows, window)) && { windows: 'hours' as const }),
  };
}

function isInBounds(field: NumberField, value: Typed): boolean {
  if (value === '') return field === 'perDayMax';
  const [least, most] = bounds[field];
  return Number.isInteger(Number(value)) && Number(value) >= least && Number(value) <= most;
}

const noticeMinutes = ({ notice, noticeUnit }: CalendarForm) => Number(notice) * unitMinutes[noticeUnit];

/** The largest unit that tells a notice in whole numbers. */
function unitOf(minutes: number): NoticeUnit {
  if (minutes > 0 && minutes % unitMinutes.days === 0) return 'days';
  return minutes > 0 && minutes % unitMinutes.hours === 0 ? 'hours' : 'minutes';
}

/** Absences in the order in which they begin, with one more; the same one twice is one. */
export function withDayOff(daysOff: readonly DayOff[], added: DayOff): DayOff[] {
  const isKnown = daysOff.some(
    ({ from, to, reason }) => from === added.from && to === added.to && reason === added.reason,
  );
  return inOrder(isKnown ? daysOff : [...daysOff, added]);
}

const inOrder = (daysOff: readonly DayOff[]) =>
  [...daysOff].sort((one, other) => one.from.localeCompare(other.from));

/** The areas as they are typed or pasted: split at commas, semicolons and line ends, each once, in order. */
export function typedAreas(texts: readonly string[]): string[] {
  return areaWords(texts).filter((word) => areaForm.test(word));
}

/** What was typed or pasted among areas and cannot be one. */
export function strayAreas(texts: readonly string[]): string[] {
  return areaWords(texts).filter((word) => !areaForm.test(word));
}

const areaForm = /^[\dA-Z][\dA-Z -]{0,9}$/;

function areaWords(texts: readonly string[]): string[] {
  const parts = texts.flatMap((text) => text.split(/[,;\n\t]+/)).map((part) => part.trim().toUpperCase());
  return [...new Set(parts.filter((part) => part !== ''))].sort();
}

/** The beginning by which a postal code is served; null when it is not, empty when all are. */
export function areaOf(areas: readonly string[], postalCode: string): string | null {
  if (areas.length === 0) return '';
  const code = postalCode.replaceAll(' ', '').toUpperCase();
  return areas.find((area) => code.startsWith(area.replaceAll(' ', ''))) ?? null;
}
