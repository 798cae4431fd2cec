import {
  type DeliveryState,
  type DeliveryWay,
  deliveryStates,
  deliveryWays,
  type Id,
  isId,
} from '@alize/model';

/** The tabs of the page; the first is shown when the address names none. */
export const integrationTabs = ['webhooks', 'deliveries', 'keys'] as const;
export type IntegrationTab = (typeof integrationTabs)[number];

export interface IntegrationSearch {
  readonly tab?: IntegrationTab;
  /** Filters of the deliveries. */
  readonly webhook?: Id<'webhook'>;
  readonly way?: DeliveryWay;
  readonly state?: DeliveryState;
  /** The delivery whose detail is open. */
  readonly delivery?: Id<'delivery'>;
}

/** What an address says; whatever it does not say rightly is left out, so that a mistyped link still opens the page. */
export function readIntegrationSearch(search: Record<string, unknown>): IntegrationSearch {
  const tab = integrationTabs.find((one) => one === search.tab);
  if (tab !== 'deliveries') return tab && tab !== 'webhooks' ? { tab } : {};
  const way = deliveryWays.find((one) => one === search.way);
  const state = deliveryStates.find((one) => one === search.state);
  return {
    tab,
    ...(isId('webhook', search.webhook) && { webhook: search.webhook }),
    ...(way && { way }),
    ...(state && { state }),
    ...(isId('delivery', search.delivery) && { delivery: search.delivery }),
  };
}
