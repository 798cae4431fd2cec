import { type AppointmentFilter, type AppointmentPage, appointmentsOfClient, type Db } from '@alize/db';
import { leadName } from '@alize/leads';
import type { AppointmentState, ClientId, Language } from '@alize/model';
import { type Cell, timeCell } from '../tables/table-file.ts';
import { zonesOf } from './view.ts';

/** Columns of the file of appointments. */
export const appointmentHeadings: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    ...[
      'début',
      'fin',
      'fuseau horaire',
      'état',
      'agenda',
      'campagne',
      'nom',
      'référence',
      'numéro',
      'e-mail',
    ],
    ...['adresse', 'code postal', 'ville', 'agent', 'pris le', 'confirmé le', 'motif', 'note', 'identifiant'],
  ],
  en: [
    ...[
      'start',
      'end',
      'time zone',
      'state',
      'calendar',
      'campaign',
      'name',
      'reference',
      'number',
      'e-mail',
    ],
    ...['address', 'postal code', 'city', 'agent', 'booked at', 'confirmed at', 'reason', 'note', 'id'],
  ],
};

const states: Readonly<Record<Language, Readonly<Record<AppointmentState, string>>>> = {
  fr: {
    ...{ held: 'retenu', booked: 'pris', kept: 'honoré', no_show: 'non honoré' },
    ...{ cancelled: 'annulé', released: 'libéré' },
  },
  en: {
    ...{ held: 'held', booked: 'booked', kept: 'kept', no_show: 'no-show' },
    ...{ cancelled: 'cancelled', released: 'released' },
  },
};

const pageRows = 500;

/** The rows of the file, soonest first, page by page; times are those of where each appointment takes place. */
export async function* appointmentPages(
  db: Db,
  clientId: ClientId,
  filter: AppointmentFilter,
  language: Language,
) {
  let after: AppointmentPage['after'] = null;
  for (;;) {
    const page: AppointmentPage = { after, isLatestFirst: false, limit: pageRows };
    const rows: Awaited<ReturnType<typeof appointmentsOfClient>> = await appointmentsOfClient(
      db,
      clientId,
      filter,
      page,
    );
    const last = rows.at(-1);
    if (!last) return;
    after = { atMs: last.startsAtMs, id: last.id };
    const zoneOf = await zonesOf(db, clientId, rows);
    yield rows.map((row) => cellsOf(row, zoneOf(row), language));
  }
}

function cellsOf(
  row: Awaited<ReturnType<typeof appointmentsOfClient>>[number],
  zone: string,
  language: Language,
): readonly Cell[] {
  return [
    timeCell(row.startsAtMs, zone),
    timeCell(row.endsAtMs, zone),
    ...[zone, states[language][row.state], row.calendarName, row.campaignName],
    ...[leadName(row), row.reference, row.phoneNumber, row.email],
    ...[[row.address, row.addressExtra].filter(Boolean).join(', '), row.postalCode, row.city, row.agentName],
    timeCell(row.bookedAtMs, zone),
    timeCell(row.confirmedAtMs, zone),
    ...[row.reason, row.note, row.id],
  ];
}
