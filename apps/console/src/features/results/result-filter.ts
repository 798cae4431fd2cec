import {
  type Disposition,
  dispositions,
  type Id,
  type IdPrefix,
  isId,
  type NetworkResult,
  networkResults,
} from '@alize/model';

/** The filters of the results page as they stand in its address. Days are whole days of the person's zone. */
export interface ResultFilter {
  readonly tab?: 'outcomes';
  readonly campaign?: Id<'campaign'>;
  readonly list?: Id<'list'>;
  readonly agent?: Id<'user'>;
  readonly result?: NetworkResult;
  readonly disposition?: Disposition;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  readonly search?: string;
  /** The attempt whose detail is open. */
  readonly attempt?: Id<'attempt'>;
}

/** The filters in an address; whatever is not one is left out, so a mistyped link still opens the page. */
export function readFilter(search: Record<string, unknown>): ResultFilter {
  const idIn = <P extends IdPrefix>(prefix: P, value: unknown): Id<P> | undefined =>
    isId(prefix, value) ? value : undefined;
  return withoutUndefined({
    tab: search.tab === 'outcomes' ? ('outcomes' as const) : undefined,
    campaign: idIn('campaign', search.campaign),
    list: idIn('list', search.list),
    agent: idIn('user', search.agent),
    result: networkResults.find((result) => result === search.result),
    disposition: dispositions.find((disposition) => disposition === search.disposition),
    from: dayIn(search.from),
    to: dayIn(search.to),
    search: textIn(search.search),
    attempt: idIn('attempt', search.attempt),
  });
}

/** What the api is asked with: days become instants, the last day to its end. */
export function filterQuery(
  filter: ResultFilter,
  timeZone: string,
): Record<string, string | number | undefined> {
  return {
    campaignId: filter.campaign,
    listId: filter.list,
    agentId: filter.agent,
    networkResult: filter.result,
    disposition: filter.disposition,
    fromMs: filter.from && startOfDay(filter.from, timeZone, 0),
    toMs: filter.to && startOfDay(filter.to, timeZone, 1),
    search: filter.search,
  };
}

/** How many filters are set; tab and open detail are none. */
export function filterCount({ tab: _tab, attempt: _attempt, ...filters }: ResultFilter): number {
  return Object.values(filters).filter((value) => value !== undefined).length;
}

function startOfDay(day: string, timeZone: string, daysLater: number): number {
  return Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime(timeZone).epochMilliseconds;
}

function dayIn(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  return Number.isNaN(Date.parse(value)) ? undefined : value;
}

/** The router turns an all-digit text into a number; a search for digits is a text all the same. */
function textIn(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, 100) : undefined;
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // The cast holds because the entries that are undefined are gone.
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
