import { standardRetryRules } from '@alize/leads';
import type { AvailableDialMode, CampaignId, UserId } from '@alize/model';
import { expect } from 'vitest';
import { overlaps } from '../src/ledger-check.ts';
import type { ApiSession } from './api-session.ts';
import type { RealCentre } from './real-centre.ts';

interface Setup {
  readonly trunks: readonly { readonly id: string; readonly kind: string }[];
  readonly callerIds: readonly { readonly id: string; readonly number: string }[];
  readonly scripts: readonly { readonly versionId: string }[];
  readonly agents: readonly { readonly id: UserId }[];
}

/** A draft campaign of the demonstration client that may dial at any hour, with every agent in its team. */
export async function campaignOf(
  manager: ApiSession,
  settings: {
    readonly name: string;
    /** Progressive by default. */
    readonly dialMode?: AvailableDialMode;
    /** By default it never closes. */
    readonly closesInMinutes?: number;
    readonly wrapUpSeconds?: number;
    readonly ringSeconds?: number;
    readonly linesMax?: number;
  },
): Promise<CampaignId> {
  const setup = await manager.ask<Setup>('GET', '/v1/setup');
  const { id } = await manager.ask<{ id: CampaignId }>('POST', '/v1/campaigns', {
    name: settings.name,
    kind: 'survey',
    purpose: 'survey',
    dialMode: settings.dialMode ?? 'progressive',
    schedule: { zone, windows: settings.closesInMinutes ? hoursLeft(settings.closesInMinutes) : everyDay },
    retryRules: standardRetryRules,
    callerIdId: setup.callerIds[0]?.id,
    trunkId: setup.trunks.find((trunk) => trunk.kind === 'demonstration')?.id,
    linesMax: settings.linesMax ?? 100,
    ringSeconds: settings.ringSeconds ?? 15,
    wrapUpSeconds: settings.wrapUpSeconds ?? 60,
    scriptVersionId: setup.scripts[0]?.versionId,
    teamUserIds: setup.agents.map((agent) => agent.id),
  });
  await stopDemonstration(manager);
  return id;
}

const zone = 'Indian/Antananarivo';
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }));

/** All day until so many minutes from now, past midnight too, and not again before next week. */
function hoursLeft(minutes: number) {
  const now = Temporal.Now.zonedDateTimeISO(zone);
  const end = now.add({ minutes });
  const to = end.toPlainTime().toString({ smallestUnit: 'minute' });
  if (end.dayOfWeek === now.dayOfWeek) return [{ day: now.dayOfWeek, from: '00:00', to }];
  const today = { day: now.dayOfWeek, from: '00:00', to: '24:00' };
  return to === '00:00' ? [today] : [today, { day: end.dayOfWeek, from: '00:00', to }];
}

/** The campaigns of the first start would call their own leads on SIPp's trunk. */
export async function stopDemonstration(manager: ApiSession): Promise<void> {
  const campaigns = await manager.ask<
    { id: CampaignId; state: string }[] | { data: { id: CampaignId; state: string }[] }
  >('GET', '/v1/campaigns');
  for (const { id, state } of 'data' in campaigns ? campaigns.data : campaigns) {
    if (state === 'running') await manager.ask('POST', `/v1/campaigns/${id}/stop`);
  }
}

/** A file as a French Excel writes it. */
export function csvOf(numbers: readonly string[]): string {
  return [
    'Civilité;Nom;Prénom;Téléphone',
    ...numbers.map((number, index) => `Mme;Durand${index};Claire;${number}`),
  ].join('\r\n');
}

/**
 * What must hold after any run: each attempt has exactly one end, and no number was called twice at a time. Without the
 * attempts before `sinceMs`, which a test put there itself or has looked at before.
 */
export async function expectSoundAttempts(centre: RealCentre, sinceMs = 0): Promise<void> {
  const ledger = await centre.database.db.selectFrom('attempt').selectAll().execute();
  const attempts = ledger.filter((attempt) => attempt.created_at >= sinceMs);
  expect(
    attempts.filter((attempt) => attempt.ended_at === null),
    'every attempt has ended',
  ).toEqual([]);
  const events = await centre.database.db
    .selectFrom('event')
    .select('data')
    .where('kind', '=', 'call.changed')
    .where('at', '>=', sinceMs)
    .execute();
  const ends = events
    .map(({ data }) => JSON.parse(data))
    .filter((event) => event.progress === 'ended' && event.disposition === null);
  const endedIds = ends.map((event) => event.attemptId);
  expect(new Set(endedIds).size, 'an attempt ends once').toBe(endedIds.length);
  expect(endedIds.sort()).toEqual(attempts.map((attempt) => attempt.id).sort());
  expect(overlaps(attempts), 'a number is called once at a time').toEqual([]);
  const called = ledger.map((attempt) => attempt.phone_number as string);
  expect(excess(centre.invites(), called), 'no INVITE without its own attempt in the ledger').toEqual([]);
}

/** What `some` holds more often than `all` does. */
function excess(some: readonly string[], all: readonly string[]): readonly string[] {
  const left = [...all];
  return some.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
