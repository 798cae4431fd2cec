import { likelyZone, messageLanguage, placeOf } from '@alize/compliance';
import type { AppointmentRow, StoredCalendar } from '@alize/db';
import type { Language, PhoneNumber } from '@alize/model';
import type { Booking } from './booking.ts';

/** What says where a person is. */
export type WhereFacts = Pick<AppointmentRow, 'country' | 'postalCode' | 'region' | 'timeZone'> & {
  readonly phoneNumber: PhoneNumber;
};

/**
 * The zone in which an appointment is told: where it takes place. At a calendar's address that is the calendar's zone;
 * at home or by telephone it is the person's, as far as it is known.
 */
export function zoneOfAppointment(
  calendar: Pick<StoredCalendar, 'address' | 'hours'>,
  person: WhereFacts,
): string {
  if (calendar.address !== '') return calendar.hours.zone;
  return zoneOfPerson(person) ?? calendar.hours.zone;
}

/** By whose clock a person lives; null when it is not known. */
export function zoneOfPerson(person: WhereFacts): string | null {
  const { postalCode, country, region, timeZone } = person;
  return timeZone ?? likelyZone(person.phoneNumber, { postalCode, country, state: region, timeZone });
}

/** The language in which a person is written to: the campaign's, else the one of where their number is from. */
export function languageOfPerson({ language }: Booking, phoneNumber: PhoneNumber): Language {
  return language ?? messageLanguage(placeOf(phoneNumber));
}
