import { expect, test } from 'vitest';
import { readHandoverSearch } from './handover-search.ts';

const id = '0'.repeat(32);

test('reads what it knows of an address, and leaves the rest', () => {
  const search = { view: 'rates', state: 'accepted', agent: `user_${id}`, list: `list_${id}` } as const;
  expect(readHandoverSearch({ ...search, handover: `handover_${id}`, isWeighted: true })).toEqual({
    ...search,
    handover: `handover_${id}`,
  });
  expect(readHandoverSearch({ view: 'list', state: 'lost', agent: `lead_${id}`, handover: 3 })).toEqual({});
});
