import type { SiteCost } from '@alize/db';
import type { SiteId } from '@alize/model';

export interface CostOfSite {
  readonly siteId: SiteId;
  readonly site: string;
  readonly currency: string;
  readonly cost: number;
}

/** What agents cost, added up by site; sites in the order given. */
export function siteCostsOf(
  parts: readonly { readonly siteId: string; readonly cost: number }[],
  sites: readonly SiteCost[],
): CostOfSite[] {
  return sites.flatMap(({ id, name, currency }) => {
    const own = parts.filter(({ siteId }) => siteId === id);
    const cost = own.reduce((sum, part) => sum + part.cost, 0);
    return own.length > 0 ? [{ siteId: id, site: name, currency, cost }] : [];
  });
}

/** The cost of one of so many; null without one, or when the sites have different currencies. */
export function unitCost(costs: readonly CostOfSite[], count: number) {
  const [first] = costs;
  if (!first || count <= 0 || costs.some(({ currency }) => currency !== first.currency)) return null;
  return { amount: costs.reduce((sum, { cost }) => sum + cost, 0) / count, currency: first.currency };
}
