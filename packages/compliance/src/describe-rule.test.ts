import { describe, expect, test } from 'vitest';
import { ownTexts } from './engine/law.ts';
import { noRulePack, safetyRules } from './engine/safety-rules.ts';
import { unknownFacts } from './engine/verdict.ts';
import { describeRule, findRule, isCampaignFault, packs } from './index.ts';

const ids = [
  ...packs.flatMap(({ rules }) => rules.map(({ id }) => id)),
  ...[...safetyRules, noRulePack].map(({ id }) => id),
  ...Object.keys(ownTexts),
  ...unknownFacts.map((fact) => `unknown_${fact}`),
];

describe('every rule that a ruling may cite', () => {
  test.each([...new Set(ids)])('%s has a sentence in both languages', (id) => {
    expect(describeRule(id, 'fr')).toMatch(/^\S.+\.$/u);
    expect(describeRule(id, 'en')).toMatch(/^\S.+\.$/u);
    expect(describeRule(id, 'fr')).not.toBe(describeRule(id, 'en'));
  });
});

test('a rule of another version is shown by its id', () => {
  expect(describeRule('XX-OTHER', 'fr')).toBe('XX-OTHER');
  expect(findRule('XX-OTHER')).toBeUndefined();
});

test('a rule that changed is found as it stands now', () => {
  expect(findRule('FR-HOURS')).toMatchObject({ validFrom: '2026-08-11', validTo: null });
});

test.each([
  ['FR-NPV', true],
  ['fiction_on_real_trunk', true],
  ['caller_id_expired', true],
  ['FR-CONSENT', false],
  ['suppressed', false],
  ['unknown_zone', false],
])('%s is mended in the campaign: %s', (id, expected) => {
  expect(isCampaignFault(id)).toBe(expected);
});
