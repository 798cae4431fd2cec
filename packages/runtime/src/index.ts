export { seatNames, seatPassword } from './seat.ts';
export type { Settings, TrunkSettings } from './settings.ts';
export { readSettings, SettingsError } from './settings.ts';
