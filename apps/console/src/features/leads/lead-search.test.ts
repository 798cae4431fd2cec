import { expect, test } from 'vitest';
import { readLeadSearch } from './lead-search.ts';

const list = `list_${'0'.repeat(32)}`;

test('reads what it knows of an address, and leaves the rest', () => {
  expect(readLeadSearch({ list, state: 'open', due: true, lead: 3 })).toEqual({
    list,
    state: 'open',
    due: true,
  });
  expect(readLeadSearch({ list: 'list_x', state: 'sleeping', due: 'yes' })).toEqual({});
});

test('never takes a search from an address', () => {
  expect(readLeadSearch({ search: '0639981234' })).toEqual({});
});
