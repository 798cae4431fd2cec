import { expect, test } from 'vitest';
import { leadName } from './index.ts';

const nobody = { civility: null, firstName: null, lastName: null, company: null, reference: null };

test.each([
  [{ civility: 'Mme', firstName: 'Claire', lastName: 'Roussel', company: 'Les Pins' }, 'Mme Claire Roussel'],
  [{ civility: 'M', firstName: 'Luc', lastName: 'Petit' }, 'M. Luc Petit'],
  [{ lastName: 'Roussel' }, 'Roussel'],
  [{ civility: 'M', company: 'Les Pins' }, 'Les Pins'],
  [{ reference: 'C-12' }, 'C-12'],
  [{}, ''],
] as const)('names a lead by what is known of it: %o is %s', (fields, name) => {
  expect(leadName({ ...nobody, ...fields })).toBe(name);
});
