import type { LegalMatter, Purpose } from '@alize/model';
import { expect, test } from 'vitest';
import { mattersToSay } from './index.ts';

test.each<
  [name: string, territory: string, states: readonly string[], Purpose, day: string, readonly LegalMatter[]]
>([
  ['a sales call in France', 'FR', [], 'sales_consented', '2026-11-23', ['identity', 'client', 'purpose']],
  ['a survey in France', 'FR', [], 'survey', '2026-11-23', []],
  ['any call in Austria', 'AT', [], 'survey', '2026-11-23', ['identity', 'client', 'purpose', 'objection']],
  ['Austria before the GDPR', 'AT', [], 'survey', '2018-05-24', []],
  ['a sales call in the United Kingdom', 'GB', [], 'sales_consented', '2026-11-23', ['identity']],
  ['Washington', 'US', ['US-WA'], 'sales_consented', '2026-11-23', ['identity', 'client', 'purpose']],
  ['Wyoming', 'US', ['US-WY'], 'sales_consented', '2026-11-23', []],
  ['where no pack is', 'XX', [], 'sales_consented', '2026-11-23', []],
])('%s', (_name, territory, states, purpose, day, matters) => {
  expect(mattersToSay({ territories: [territory], states, purpose, day })).toEqual(matters);
});
