import { expect, test } from 'vitest';
import { readIntegrationSearch } from './integration-search.ts';

const webhook = `webhook_${'0'.repeat(32)}`;

test('the filters of deliveries stand beside their tab, and beside no other', () => {
  const search = { tab: 'deliveries', webhook, way: 'webhook', state: 'dead' };
  expect(readIntegrationSearch(search)).toEqual(search);
  expect(readIntegrationSearch({ ...search, tab: 'keys' })).toEqual({ tab: 'keys' });
});

test('what is no tab is the first one', () => {
  expect(readIntegrationSearch({ tab: 'webhooks' })).toEqual({});
  expect(readIntegrationSearch({ tab: 'elsewhere', delivery: 'delivery_1' })).toEqual({});
});
