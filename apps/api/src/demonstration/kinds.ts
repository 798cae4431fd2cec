import { insertCalendar, saveCampaignDocument, type Tx } from '@alize/db';
import type { CalendarSettings, CampaignId, CampaignKind, ClientId } from '@alize/model';
import { randomKey } from '../random-key.ts';
import type { SeedParts } from './seed.ts';

const weekdays = [1, 2, 3, 4, 5];
const usual = {
  kind: 'person',
  hours: {
    zone: 'Europe/Paris',
    windows: weekdays.flatMap((day) => [
      { day, from: '09:00', to: '12:30' },
      { day, from: '14:00', to: '18:00' },
    ]),
  },
  holidaysOf: 'FR',
  daysOff: [],
  durationMinutes: 45,
  everyMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 15,
  capacity: 1,
  perDayMax: 6,
  noticeMinutes: 24 * 60,
  horizonDays: 45,
  areas: [],
  skills: ['habitation'],
  address: '',
  email: null,
  isActive: true,
} as const satisfies Omit<CalendarSettings, 'name'>;

/** Two advisers and an agency of the client’s. */
const calendars: readonly CalendarSettings[] = [
  { ...usual, name: 'Conseillère Bretagne' },
  { ...usual, name: 'Conseiller Pays de la Loire', durationMinutes: 60, everyMinutes: 60 },
  {
    ...usual,
    ...{ name: 'Agence de Nantes', kind: 'place', capacity: 3, perDayMax: null, bufferAfterMinutes: 0 },
    address: '1 quai de l’Essai, 44000 Nantes',
  },
];

/** What a campaign of each kind has besides its script: calendars and how they are booked; its hand-over. */
export async function addOfKind(
  { ids, random }: SeedParts,
  tx: Tx,
  campaign: {
    readonly clientId: ClientId;
    readonly campaignId: CampaignId;
    readonly kind: CampaignKind;
    readonly atMs: number;
  },
): Promise<void> {
  const { clientId, campaignId, kind, atMs } = campaign;
  const keep = async (document: 'booking' | 'handover', content: unknown) => {
    const saved = { clientId, campaignId, kind: document, document: content, expected: 0, by: null, atMs };
    await saveCampaignDocument(tx, saved);
  };
  switch (kind) {
    case 'survey':
      return;
    case 'qualification':
      return keep('handover', {
        ...{ isOn: true, emails: [], hasCsvDrop: true, language: 'fr' },
        rejectionReasons: ['Déjà client', 'Injoignable', 'Hors cible', 'Coordonnées fausses'],
      });
    case 'appointment': {
      const calendarIds = [];
      for (const settings of calendars) {
        const id = ids.make('calendar');
        calendarIds.push(id);
        const feedKey = randomKey(random);
        await insertCalendar(tx, { id, clientId, feedKey }, settings, atMs);
      }
      return keep('booking', {
        ...{ calendarIds, choice: 'round_robin', needsSkills: [], usesAreas: false, holdMinutes: 5 },
        ...{ emailConfirmation: true, smsConfirmation: false, language: 'fr', afterNoShow: 'call_again' },
        reminders: [{ minutesBefore: 24 * 60, way: 'email' }],
      });
    }
  }
}
