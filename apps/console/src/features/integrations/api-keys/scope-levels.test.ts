import { apiAreas } from '@alize/model';
import { expect, test } from 'vitest';
import { everywhere, levelsOf, scopesOf, triedPath } from './scope-levels.ts';

test('to write is to read: one scope an area says it', () => {
  const chosen = { ...everywhere('none'), leads: 'write', results: 'read' } as const;
  expect(scopesOf(chosen)).toEqual(['leads:write', 'results:read']);
  expect(levelsOf(['leads:read', 'leads:write', 'results:read'])).toEqual(chosen);
});

test('everywhere is every area', () => {
  expect(scopesOf(everywhere('read'))).toEqual(apiAreas.map((area) => `${area}:read`));
  expect(scopesOf(everywhere('none'))).toEqual([]);
});

test('the example asks for something that the key may read', () => {
  expect(triedPath({ ...everywhere('none'), appointments: 'read' })).toBe('/v1/appointments?limit=10');
  expect(triedPath(everywhere('none'))).toBeNull();
});
