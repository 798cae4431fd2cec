import { describe, expect, test } from 'vitest';
import { filterCount, filterOf, readAppointmentSearch, weekFilterOf } from './appointment-search.ts';

const campaign = `campaign_${'0'.repeat(32)}` as const;
const paris = 'Europe/Paris';

describe('what an address says', () => {
  test('is read back as it was written', () => {
    const search = { view: 'week', campaign, state: 'no_show', week: '2026-11-23' } as const;
    expect(readAppointmentSearch(search)).toEqual(search);
  });

  test('leaves out what is no filter, and takes a week by any of its days', () => {
    const search = {
      view: 'year',
      campaign: 'campaign_1',
      state: 'late',
      from: '2026-02-31x',
      week: '2026-11-26',
    };
    expect(readAppointmentSearch(search)).toEqual({ week: '2026-11-23' });
  });
});

test('days are asked for to their end, in the person’s zone', () => {
  expect(filterOf({ campaign, from: '2026-11-23', to: '2026-11-23' }, paris)).toEqual({
    campaignId: campaign,
    fromMs: String(Date.parse('2026-11-22T23:00Z')),
    toMs: String(Date.parse('2026-11-23T23:00Z')),
  });
});

test('a week is seven days, also when the clocks change in it', () => {
  const { fromMs, toMs } = weekFilterOf({ from: '2026-01-01' }, '2026-10-19', paris);
  expect((Number(toMs) - Number(fromMs)) / 3_600_000).toBe(7 * 24 + 1);
});

test('the days of the table narrow nothing in the week', () => {
  expect(filterCount({ from: '2026-11-23', state: 'booked' })).toBe(2);
  expect(filterCount({ view: 'week', from: '2026-11-23', state: 'booked' })).toBe(1);
});
