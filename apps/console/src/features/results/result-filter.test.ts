import { describe, expect, test } from 'vitest';
import { filterCount, filterQuery, readFilter } from './result-filter.ts';

const hex = '0192f0c1d2e37abc8def0123456789ab';

describe('filters of the results page', () => {
  test('come back from an address as they went in', () => {
    const filter = {
      tab: 'outcomes',
      campaign: `campaign_${hex}`,
      list: `list_${hex}`,
      agent: `user_${hex}`,
      result: 'busy',
      disposition: 'callback',
      from: '2026-11-01',
      to: '2026-11-23',
      search: 'Hoarau',
      attempt: `attempt_${hex}`,
    } as const;
    const address = new URLSearchParams(filter);
    expect(readFilter(Object.fromEntries(address))).toEqual(filter);
  });

  test('leave out what no filter can be', () => {
    expect(
      readFilter({ campaign: "campaign_' or 1=1", result: 'fax', from: '2026-13-45', search: '   ', x: 1 }),
    ).toEqual({});
  });

  test('keep digits that the router took for a number', () => {
    expect(readFilter({ search: 9912 })).toEqual({ search: '9912' });
  });

  test('count what is set, not the tab or the open detail', () => {
    expect(filterCount({ tab: 'outcomes', attempt: `attempt_${hex}`, result: 'busy', search: 'x' })).toBe(2);
  });
});

describe('what the api is asked', () => {
  test('takes the last day to its end, in the zone of the site', () => {
    const query = filterQuery({ from: '2026-11-23', to: '2026-11-23' }, 'Indian/Antananarivo');
    expect(query).toMatchObject({
      fromMs: Date.UTC(2026, 10, 22, 21),
      toMs: Date.UTC(2026, 10, 23, 21),
    });
  });

  test('counts 25 hours on the day when the clocks go back', () => {
    const { fromMs, toMs } = filterQuery({ from: '2026-10-25', to: '2026-10-25' }, 'Europe/Paris');
    expect((Number(toMs) - Number(fromMs)) / 3_600_000).toBe(25);
  });
});
