import { expect, test } from 'vitest';
import { mayTake, type Needs } from './may-take.ts';

const nothing: Needs = { skills: [], area: 'any' };
const at = (postalCode: string | null): Needs => ({ skills: [], area: { postalCode } });

test.each([
  ['a calendar without areas serves everywhere', [], [], at('75011'), true],
  ['a calendar without areas serves who has no postal code', [], [], at(null), true],
  ['Paris serves Paris', ['75'], [], at('75011'), true],
  ['Paris does not serve Marseille', ['75'], [], at('13002'), false],
  ['areas are written as one likes', ['92 01'], [], at('92 012'), true],
  ['letters are the same in any case', ['sw1a'], [], at('SW1A 1AA'), true],
  ['without a postal code nobody knows', ['75'], [], at(null), false],
  ['an empty postal code is none', ['75'], [], at(' '), false],
  ['the campaign does not look at areas', ['75'], [], nothing, true],
  ['a skill that is there', [], ['Chaudière', 'Énergie'], { ...nothing, skills: ['énergie'] }, true],
  ['one of two skills is missing', [], ['énergie'], { ...nothing, skills: ['énergie', 'toiture'] }, false],
  ['no skill is asked for', [], ['énergie'], nothing, true],
])('%s', (_name, areas, skills, needs, may) => {
  expect(mayTake({ areas, skills }, needs)).toBe(may);
});
