import { type DialMode, dialModes, type Role } from '@alize/model';

/** The tabs of a campaign's page, in their order; they stand in its address. */
export const campaignTabs = [
  'overview',
  'settings',
  'lists',
  'leads',
  'pacing',
  'forecast',
  'refusals',
  'results',
] as const;
export type CampaignTab = Exclude<(typeof campaignTabs)[number], 'results' | 'leads'>;

/** Who may see which tab: supervisors watch the pacing; what is set and uploaded is the managers'. */
export function tabsOf(role: Role): readonly (typeof campaignTabs)[number][] {
  return role === 'supervisor' ? ['pacing', 'results'] : campaignTabs;
}

/** Settings to try in the editor, handed over by a forecast; they are not saved before somebody does. */
export interface SettingsWish {
  readonly mode?: DialMode;
  readonly ratio?: number;
  readonly aim?: number;
}
export type CampaignSearch = { tab?: CampaignTab } & SettingsWish;

/** The tab in an address, and the settings to try; the first tab when it names none. Leads and results have pages of their own. */
export function readTab(search: Record<string, unknown>): CampaignSearch {
  const tab = campaignTabs.find((one) => one === search.tab);
  if (tab === undefined || tab === 'results' || tab === 'leads' || tab === 'overview') return {};
  return tab === 'settings' ? { tab, ...readWish(search) } : { tab };
}

function readWish({ mode, ratio, aim }: Record<string, unknown>): SettingsWish {
  const known = dialModes.find((one) => one === mode);
  return {
    ...(known && { mode: known }),
    ...(typeof ratio === 'number' && { ratio }),
    ...(typeof aim === 'number' && { aim }),
  };
}
