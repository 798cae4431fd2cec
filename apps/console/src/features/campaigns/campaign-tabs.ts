import { type CampaignKind, type DialMode, dialModes, type Role } from '@alize/model';

/** The tabs of a campaign's page, in their order. */
export const campaignTabs = [
  'overview',
  'settings',
  'lists',
  'leads',
  'booking',
  'quotas',
  'survey',
  'handover',
  'pacing',
  'forecast',
  'refusals',
  'results',
] as const;
type AnyTab = (typeof campaignTabs)[number];

/** Tabs that other features show, within this page, under `/campaigns/$id/<tab>`. */
export const innerPages = ['booking', 'quotas', 'survey', 'handover'] as const satisfies readonly AnyTab[];
export type InnerPage = (typeof innerPages)[number];

/** The tabs that stand in the address as `tab`; leads and results lead to pages of their own. */
export type CampaignTab = Exclude<AnyTab, InnerPage | 'results' | 'leads'>;

/** What one kind of campaign alone has. */
const kindOfTab: Partial<Record<AnyTab, CampaignKind>> = {
  booking: 'appointment',
  quotas: 'survey',
  survey: 'survey',
  handover: 'qualification',
};
const supervised: readonly AnyTab[] = ['quotas', 'survey', 'handover', 'pacing', 'results'];

/** Who may see which tab: supervisors watch; what is set and uploaded is the managers'. */
export function tabsOf(role: Role, kind: CampaignKind): readonly AnyTab[] {
  return campaignTabs.filter(
    (tab) => (kindOfTab[tab] ?? kind) === kind && (role !== 'supervisor' || supervised.includes(tab)),
  );
}

/** Settings to try in the editor, handed over by a forecast; they are not saved before somebody does. */
export interface SettingsWish {
  readonly mode?: DialMode;
  readonly ratio?: number;
  readonly aim?: number;
}
export type CampaignSearch = { tab?: CampaignTab } & SettingsWish;

/** Has a page of its own. */
const isElsewhere = (tab: AnyTab): tab is InnerPage | 'results' | 'leads' =>
  tab === 'results' || tab === 'leads' || innerPages.some((one) => one === tab);

/** The tab in an address, and the settings to try; the first tab when it names none. */
export function readTab(search: Record<string, unknown>): CampaignSearch {
  const tab = campaignTabs.find((one) => one === search.tab);
  if (tab === undefined || tab === 'overview' || isElsewhere(tab)) return {};
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
