import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sweepDrops } from './drops.ts';

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'alize-drops-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true }));

const campaigns = ['client_1/campaign_1', 'client_2/campaign_2'] as const;
const now = Date.parse('2026-11-24T12:00:00Z');

test('files go 90 days after their day is over, of every client; all others stay', async () => {
  for (const campaign of campaigns) {
    const folder = join(dataFolder, 'drops', campaign);
    mkdirSync(folder, { recursive: true });
    for (const name of ['2026-11-24.csv', '2026-08-26.csv', '2026-08-25.csv', '2025-01-01.csv', 'note 1.csv'])
      writeFileSync(join(folder, name), '');
  }
  expect(await sweepDrops({ dataFolder }, now)).toBe(4);
  for (const campaign of campaigns)
    expect(readdirSync(join(dataFolder, 'drops', campaign)).sort()).toEqual([
      ...['2026-08-26.csv', '2026-11-24.csv', 'note 1.csv'],
    ]);
});

test('where nothing was ever handed over there is nothing to do', async () => {
  expect(await sweepDrops({ dataFolder }, now)).toBe(0);
});
