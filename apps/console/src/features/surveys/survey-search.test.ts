import { expect, test } from 'vitest';
import { readSurveySearch } from './survey-search.ts';

test('an address opens a view, a cross table and its percentages', () => {
  const search = { view: 'cross', isWeighted: true, row: 'q1', column: 'dimension:age', of: 'row' } as const;
  expect(readSurveySearch({ ...search, tab: 'lists' })).toEqual(search);
});

test('what it does not know, or what goes without saying, is left out', () => {
  const search = { view: 'answers', isWeighted: 'yes', row: '', column: 3, of: 'column' };
  expect(readSurveySearch(search)).toEqual({});
});
