/**
 * How long a claim of 50 leads takes when 99 of 100 leads may not be called now, with 10,000, 1 million and 10 million
 * leads in the campaign, on SQLite: the statements that find and take them, the whole claim with 50 rulings, and each
 * one's commit. Beside it in the same run the floor: one bare update of 50 rows by id, and its commit. The file is read
 * through beforehand: it must fit in the machine's memory, or the disk is measured.
 *
 *   npm run claim -w bench                  10,000 and 1 million
 *   npm run claim -w bench -- 10000000      ten million: 7 GB of disk, some minutes
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callFactsOf, clearCall } from '@alize/compliance';
import {
  type CampaignPlan,
  type Claim,
  campaignPlans,
  claimLeads,
  type Database,
  dialerLease,
  migrate,
  openDatabase,
  takeDueLeads,
  takeLease,
} from '@alize/db';
import { ListTurns } from '@alize/leads';
import type { LeadId, PhoneNumber } from '@alize/model';
import { createIds, systemClock } from '@alize/runtime';
import { setUpCentre } from '@alize/testbed';
import Sqlite from 'better-sqlite3';
import { fill } from './fill.ts';

const roundsCount = 300;
const leadsAtOnce = 50;
/** Tuesday, 11:00 in Paris: a lawful hour. */
const nowMs = Date.UTC(2026, 10, 24, 10);
const ids = createIds(systemClock);

/** A number as a client of a real operator shows it. */
const callerId = {
  // Of the ranges for automatic calls, as E.164.
  number: '+33162000001' as PhoneNumber,
  category: 'npv',
  holder: 'Assurances du Large',
  authorisation: 'contrat 1',
  allowedModes: null,
  validFromMs: null,
  validToMs: null,
  isRegistered: true,
  isWithheld: false,
} as const;

interface Bench {
  readonly database: Database;
  readonly sqlite: Sqlite.Database;
  readonly campaign: CampaignPlan;
  readonly epoch: number;
}

async function measure(leadsCount: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'alize-bench-claim-'));
  try {
    const path = join(folder, 'alize.sqlite');
    const bench = await prepare(path, leadsCount);
    const bytes = statSync(path).size;
    console.log(`\n${leadsCount.toLocaleString('en')} leads, ${(bytes / 1e9).toFixed(2)} GB`);
    const { statements, processor, commit } = await takes(bench);
    report('find and take 50 due leads: the statements', statements);
    report('  their time of the processor', processor);
    report('  its commit', commit);
    report('whole claim: 50 rulings, attempts, commit', await claims(bench));
    const floor = updates(bench);
    report('floor: update 50 rows by id', floor.statements);
    report('  its commit', floor.commit);
    bench.sqlite.close();
    await bench.database.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function prepare(path: string, leadsCount: number): Promise<Bench> {
  const first = openDatabase(path);
  await migrate(first.db);
  const centre = await setUpCentre(first, ids, nowMs, { agentsCount: 20, leadsCount: 0 });
  await first.close();
  fill(path, centre, leadsCount, nowMs);
  await readThrough(path);
  const database = openDatabase(path);
  const lease = await takeLease(database.db, {
    ...{ name: dialerLease, holder: 'bench', nowMs, lastsMs: 3_600_000, isAsteriskUp: true },
  });
  const [campaign] = await campaignPlans(database.db);
  if (!lease || !campaign) throw new Error('The bench found no campaign, or another holds its lease.');
  const sqlite = new Sqlite(path);
  sqlite.pragma('synchronous = full');
  return { database, sqlite, campaign, epoch: lease.epoch };
}

/** A campaign that has been dialling has its file in the machine's memory. */
async function readThrough(path: string): Promise<void> {
  for await (const _ of createReadStream(path, { highWaterMark: 1 << 20 }));
}

/**
 * A claim without rulings, its leads put back behind all others after each: statements and commit apart, and the
 * statements' time of the processor, which says more on a machine that others use too.
 */
async function takes({ database, sqlite, campaign }: Bench) {
  const turns = new ListTurns();
  const statements: number[] = [];
  const processor: number[] = [];
  const commit: number[] = [];
  for (let round = 0; round < roundsCount; round += 1) {
    let takenAt = 0;
    const taken = await database.db.transaction().execute(async (tx) => {
      const usedBefore = process.cpuUsage();
      const begunAt = performance.now();
      const due = await takeDueLeads(tx, {
        ...{ campaignId: campaign.id, limit: leadsAtOnce, nowMs, readyAgentIds: [] },
        turnsOf: (lists, count) => turns.turnsOf(lists, count),
      });
      takenAt = performance.now();
      statements.push(takenAt - begunAt);
      const used = process.cpuUsage(usedBefore);
      processor.push((used.user + used.system) / 1_000);
      return due;
    });
    commit.push(performance.now() - takenAt);
    if (taken.leads.length !== leadsAtOnce) throw new Error(`${taken.leads.length} leads were due`);
    turns.charge(taken.lists, taken.takenCounts);
    putBack(
      sqlite,
      taken.leads.map((lead) => lead.id),
    );
  }
  return { statements, processor, commit };
}

/** The whole claim as the dialer makes it. Its attempts are taken out again, so that the next one may call. */
async function claims({ database, sqlite, campaign, epoch }: Bench): Promise<readonly number[]> {
  const turns = new ListTurns();
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  const rule: Claim['rule'] = ({ leadId, facts: person }, { attemptId, rulingId }) => {
    const facts = callFactsOf({ ...campaign, callerId, trunkKind: 'sip' }, person);
    const call = { attemptId, rulingId, leadId, campaignId: campaign.id, clientId: campaign.clientId };
    return { facts, ruling: clearCall({ ...call, trunkId: campaign.trunk.id }, facts, now) };
  };
  const times: number[] = [];
  for (let round = 0; round < roundsCount; round += 1) {
    const begunAt = performance.now();
    const claimed = await claimLeads(database.db, {
      campaign: { ...campaign, trunkId: campaign.trunk.id },
      ...{ limit: leadsAtOnce, nowMs, lease: { name: dialerLease, epoch }, readyAgentIds: [] },
      zoneDataVersion: process.versions.tz ?? '',
      makeNames: () => ({
        attemptId: ids.make('attempt'),
        rulingId: ids.make('ruling'),
        salt: randomBytes(16),
      }),
      turnsOf: (lists, count) => turns.turnsOf(lists, count),
      askAgain: () => null,
      rule,
    });
    times.push(performance.now() - begunAt);
    if (claimed.kind !== 'claimed' || claimed.calls.length !== leadsAtOnce) {
      throw new Error(`claimed: ${JSON.stringify(claimed).slice(0, 300)}`);
    }
    turns.charge(claimed.lists, claimed.takenCounts);
    sqlite.exec('delete from attempt');
    putBack(
      sqlite,
      claimed.calls.map((call) => call.clearance.leadId),
    );
  }
  return times;
}

/** What no claim can do without: 50 rows found by their ids and written. */
function updates({ sqlite }: Bench) {
  const due = sqlite
    .prepare<[number], { id: LeadId }>(
      `select id from lead where state = 'open' and is_callback = 0 and next_try_at <= ${nowMs} order by next_try_at limit ?`,
    )
    .all(leadsAtOnce * roundsCount);
  const update = sqlite.prepare(
    `update lead set changed_at = ? where id in (${Array(leadsAtOnce).fill('?').join()})`,
  );
  const statements: number[] = [];
  const commit: number[] = [];
  for (let round = 0; round < roundsCount; round += 1) {
    const some = Array.from({ length: leadsAtOnce }, (_, index) => {
      return due[(round * leadsAtOnce + index) % due.length]?.id ?? '';
    });
    sqlite.exec('begin immediate');
    const begunAt = performance.now();
    update.run(nowMs + round, ...some);
    const updatedAt = performance.now();
    statements.push(updatedAt - begunAt);
    sqlite.exec('commit');
    commit.push(performance.now() - updatedAt);
  }
  return { statements, commit };
}

/** Due again, after all that have been due for longer. */
function putBack(sqlite: Sqlite.Database, leadIds: readonly LeadId[]): void {
  sqlite
    .prepare(
      `update lead set state = 'open', next_try_at = ${nowMs} where id in (${leadIds.map(() => '?').join()})`,
    )
    .run(...leadIds);
}

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
  console.log(
    `${name.padEnd(48)} median ${at(0.5).padStart(7)} ms   99 % ${at(0.99).padStart(7)} ms   worst ${at(1).padStart(7)} ms`,
  );
}

const asked = process.argv.slice(2).map(Number).filter(Number.isInteger);
for (const leadsCount of asked.length > 0 ? asked : [10_000, 1_000_000]) await measure(leadsCount);
