import { expect, test } from 'vitest';
import { readCalendarSearch } from './calendar-search.ts';

test('an address names a tab and a Monday; anything else is left out', () => {
  expect(readCalendarSearch({ tab: 'links', week: '2026-11-23' })).toEqual({
    tab: 'links',
    week: '2026-11-23',
  });
  expect(readCalendarSearch({ tab: 'week', week: '2026-11-24' })).toEqual({});
  expect(readCalendarSearch({ tab: 'elsewhere', week: '2026-13-45' })).toEqual({});
});
