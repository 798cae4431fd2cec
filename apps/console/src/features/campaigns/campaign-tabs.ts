/** The tabs of a campaign's page, in their order; they stand in its address. */
export const campaignTabs = ['overview', 'settings', 'lists', 'refusals', 'results'] as const;
export type CampaignTab = Exclude<(typeof campaignTabs)[number], 'results'>;

/** The tab in an address; the first when it names none. Results have a page of their own. */
export function readTab(search: Record<string, unknown>): { tab?: CampaignTab } {
  const tab = campaignTabs.find((one) => one === search.tab);
  return tab === undefined || tab === 'results' || tab === 'overview' ? {} : { tab };
}
