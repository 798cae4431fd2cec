import { expect, test } from 'vitest';
import { describeRule, isCampaignFault, ruleIds } from './index.ts';

test.each(ruleIds)('%s has a sentence in both languages', (id) => {
  expect(describeRule(id, 'fr')).toMatch(/^\p{Lu}.+\.$/u);
  expect(describeRule(id, 'en')).toMatch(/^\p{Lu}.+\.$/u);
  expect(describeRule(id, 'fr')).not.toBe(describeRule(id, 'en'));
});

test('a rule of another version is shown by its id', () => {
  expect(describeRule('XX-OTHER', 'fr')).toBe('XX-OTHER');
});

test('the wrong caller ID or trunk is the campaign’s fault, a missing consent is not', () => {
  expect(isCampaignFault('FR-NPV')).toBe(true);
  expect(isCampaignFault('fiction_on_real_trunk')).toBe(true);
  expect(isCampaignFault('FR-CONSENT')).toBe(false);
});
