import type { PackId } from '../pack.ts';

/** The zone whose days and months an account is kept in when the asker names none: that of the regulator's seat. */
export const accountZones: Readonly<Record<PackId, string>> = {
  fr: 'Europe/Paris',
  us: 'America/New_York',
  uk: 'Europe/London',
  ca: 'America/Toronto',
  de: 'Europe/Berlin',
  es: 'Europe/Madrid',
  it: 'Europe/Rome',
  be: 'Europe/Brussels',
  ch: 'Europe/Zurich',
  'eu-default': 'Europe/Brussels',
};
