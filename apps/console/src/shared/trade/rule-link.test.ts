import { expect, test } from 'vitest';
import { packOfRule } from './rule-link.tsx';

test.each([
  ['FR-HOURS', 'fr'],
  ['US-FL-CAP', 'us'],
  ['EU-CONSENT', 'eu-default'],
  ['unknown_state', undefined],
  ['caller_id_expired', undefined],
])('%s stands in the pack %s', (rule, pack) => {
  expect(packOfRule(rule)).toBe(pack);
});
