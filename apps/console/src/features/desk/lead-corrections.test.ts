import { expect, test } from 'vitest';
import { correctedFields } from './lead-corrections.ts';

test('shows what an answer changes, from what to what, and nothing of what is only said again', () => {
  const fields = { city: 'Lyon', email: null, 'custom:Contrat': 4812, lastName: 'Martin' };
  expect(
    correctedFields(
      [
        { field: 'city', value: 'Lille' },
        { field: 'email', value: 'camille@example.org' },
        { field: 'custom:Contrat', value: 4812 },
        { field: 'lastName', value: ' Martin ' },
      ],
      fields,
    ),
  ).toEqual([
    { field: 'city', before: 'Lyon', after: 'Lille' },
    { field: 'email', before: null, after: 'camille@example.org' },
  ]);
});
