import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findUserByLogin } from '@alize/db';
import type { CampaignId } from '@alize/model';
import type { Scenario } from '@alize/pacing/simulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMorning } from './add-history.ts';
import { startApi, type TestApi } from './start-api.ts';

const program = fileURLToPath(new URL('../src/fit-campaign.ts', import.meta.url));
let api: TestApi;
let campaignId: CampaignId;
beforeAll(async () => {
  api = await startApi();
  const user = await findUserByLogin(api.db, 'agent');
  const campaign = await api.db
    .selectFrom('campaign')
    .select('id')
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  if (!user?.clientId) throw new Error('the demonstration is missing');
  campaignId = campaign.id;
  const fromMs = api.clock.nowMs() - 30 * 3_600_000;
  await addMorning(api, { clientId: user.clientId, campaignId, fromMs, hours: 2 });
});
afterAll(() => api.close());

/** What the command writes, and how it ends. */
async function fit(...args: readonly string[]) {
  const env = { ...process.env, ALIZE_DATA: api.parts.settings.dataFolder };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, ...args], { env });
    return { code: 0, stdout, stderr };
  } catch (error) {
    // The rejection of execFile is an error with these fields.
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

test('npm run fit writes the campaign as a scenario, and in words what it rests on', async () => {
  const { code, stdout, stderr } = await fit(campaignId);
  expect(code).toBe(0);
  const scenario = JSON.parse(stdout) as Scenario;
  expect(scenario.lists[0]?.busyShare).toBeCloseTo(0.25, 1);
  expect(scenario.teams).toEqual([expect.objectContaining({ agents: 1, currency: 'MGA' })]);
  expect(stderr).toContain('own calls: 360 calls');
});

test.each([
  [[], 'must be a campaign’s id'],
  [[`campaign_${'0'.repeat(32)}`], 'no campaign of this id'],
  [[`campaign_${'0'.repeat(32)}`, '--day', 'hier'], 'hier is no day'],
  [[`campaign_${'0'.repeat(32)}`, '--speed', '2'], 'Usage: npm run fit'],
] as const)('%j ends with a sentence', async (args, sentence) => {
  const { code, stderr } = await fit(...args);
  expect(code).toBe(1);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toContain('    at ');
});
