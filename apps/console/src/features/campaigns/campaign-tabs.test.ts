import { expect, test } from 'vitest';
import { readTab, tabsOf } from './campaign-tabs.ts';

test('an address names a tab; what is none of a campaign’s is the first one', () => {
  expect(readTab({ tab: 'pacing' })).toEqual({ tab: 'pacing' });
  expect(readTab({ tab: 'overview' })).toEqual({});
  expect(readTab({ tab: 'elsewhere' })).toEqual({});
});

test('settings to try reach the editor alone, and only those it knows', () => {
  const search = { tab: 'settings', mode: 'predictive', ratio: 1.8, aim: '3 %' };
  expect(readTab(search)).toEqual({ tab: 'settings', mode: 'predictive', ratio: 1.8 });
  expect(readTab({ ...search, mode: 'magic', ratio: null })).toEqual({ tab: 'settings' });
  expect(readTab({ ...search, tab: 'lists' })).toEqual({ tab: 'lists' });
});

test('a supervisor sees the pacing and the results', () => {
  expect(tabsOf('supervisor', 'appointment')).toEqual(['pacing', 'results']);
  expect(tabsOf('supervisor', 'survey')).toEqual(['quotas', 'survey', 'pacing', 'results']);
  expect(tabsOf('manager', 'survey')).toContain('settings');
});

test('quotas are a survey’s, hand-overs a qualification’s', () => {
  expect(tabsOf('manager', 'survey')).toEqual(expect.arrayContaining(['quotas', 'survey']));
  expect(tabsOf('manager', 'survey')).not.toContain('handover');
  expect(tabsOf('manager', 'qualification')).toContain('handover');
  expect(tabsOf('manager', 'appointment')).not.toContain('quotas');
});
