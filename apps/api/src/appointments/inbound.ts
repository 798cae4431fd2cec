import { calendarsWithInbound, type InboundReading, keepReading, type StoredCalendar } from '@alize/db';
import {
  type CalendarFault,
  CalendarFileError,
  DeliveryError,
  decipher,
  fetchBusyTimes,
} from '@alize/delivery';
import type { DeliveryFailure, Language } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';

const dayMs = 86_400_000;

/** Reads every feed and collection once, one after the other; what fails is kept with its calendar. */
export async function readAllInbound(api: ApiParts): Promise<void> {
  for (const calendar of await calendarsWithInbound(api.database.db)) await readInbound(api, calendar);
}

/** Reads what makes a calendar busy and keeps it; without anything to read nothing happens. */
export async function readInbound(api: ApiParts, calendar: StoredCalendar): Promise<void> {
  if (!calendar.inbound) return;
  const reading = await readingOf(api, calendar);
  await api.database.db.transaction().execute((tx) => keepReading(tx, calendar, reading, api.clock.nowMs()));
}

async function readingOf(api: ApiParts, calendar: StoredCalendar): Promise<InboundReading> {
  const { inbound } = calendar;
  if (!inbound) return { kind: 'unchanged' };
  const nowMs = api.clock.nowMs();
  const window = {
    fromMs: nowMs - dayMs,
    toMs: nowMs + (calendar.horizonDays + 2) * dayMs,
    timeZone: calendar.hours.zone,
  };
  try {
    return await fetchBusyTimes(
      {
        ...inbound,
        password: inbound.password && decipher(api.settings.secretKey, inbound.password),
        allowedHosts: api.settings.privateHostsAllowed,
        etag: etagToSend(calendar, nowMs),
      },
      window,
    );
  } catch (error) {
    if (error instanceof DeliveryError || error instanceof CalendarFileError)
      return { kind: 'failed', code: error.code };
    throw error;
  }
}

/** The window moves on: once a day even a feed that is as it was is read anew, for events that come into sight. */
function etagToSend({ inboundEtag, inboundReadAtMs }: StoredCalendar, nowMs: number): string | null {
  const isOfToday =
    inboundReadAtMs !== null && Math.floor(inboundReadAtMs / dayMs) === Math.floor(nowMs / dayMs);
  return isOfToday ? inboundEtag : null;
}

const sentences: Readonly<Record<CalendarFault | DeliveryFailure, Readonly<Record<Language, string>>>> = {
  not_icalendar: {
    fr: 'Ce qui a été reçu n’est pas un calendrier iCalendar : copiez l’adresse qui finit souvent par .ics, pas celle d’une page.',
    en: 'What came is no iCalendar file: copy the address that often ends in .ics, not that of a page.',
  },
  too_many_events: {
    fr: 'Ce calendrier compte plus de 20 000 événements : abonnez-vous à un calendrier plus petit.',
    en: 'This calendar has more than 20,000 events: subscribe to a smaller one.',
  },
  too_many_repetitions: {
    fr: 'Un événement de ce calendrier se répète trop souvent pour être lu : corrigez sa règle de répétition.',
    en: 'An event of this calendar repeats too often to be read: mend its rule of repetition.',
  },
  address_refused: {
    fr: 'Cette adresse n’est pas permise : il faut une adresse https publique, ou un hôte cité dans ALIZE_PRIVATE_HOSTS.',
    en: 'This address is not allowed: it must be a public https address, or a host named in ALIZE_PRIVATE_HOSTS.',
  },
  unreachable: {
    fr: 'Le serveur ne répond pas à cette adresse : vérifiez-la.',
    en: 'No server answers at this address: check it.',
  },
  timed_out: {
    fr: 'Le serveur a mis trop longtemps à répondre : il sera interrogé de nouveau dans dix minutes.',
    en: 'The server took too long to answer: it is asked again in ten minutes.',
  },
  refused_by_receiver: {
    fr: 'Le serveur refuse : vérifiez l’adresse, l’identifiant et le mot de passe.',
    en: 'The server refuses: check the address, the user name and the password.',
  },
  receiver_failed: {
    fr: 'Le serveur a une panne : il sera interrogé de nouveau dans dix minutes.',
    en: 'The server has failed: it is asked again in ten minutes.',
  },
  too_large: {
    fr: 'Ce calendrier dépasse 5 Mo : abonnez-vous à un calendrier plus petit.',
    en: 'This calendar is larger than 5 MB: subscribe to a smaller one.',
  },
  not_configured: {
    fr: 'Ce calendrier n’est pas configuré : indiquez son adresse.',
    en: 'This calendar is not set up: give its address.',
  },
};

/** Why a feed could not be read, as the asker is told. */
export function describeInboundFailure(code: string, language: Language): string {
  const found = Object.entries(sentences).find(([each]) => each === code)?.[1];
  return (found ?? sentences.receiver_failed)[language];
}
