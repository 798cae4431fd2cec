/**
 * How the api answers with 1 million leads in the campaign and 100 agents' event streams open, twenty events a second
 * on each: reads and writes a second, median and 99 %, one call at a time and sixteen. Beside them in the same run the
 * floor: a bare hono route that does one query of the same file, alone and under the same streams' load.
 *
 *   npm run api -w bench                 1 million leads, 10 s each
 *   npm run api -w bench -- 100000 5     100,000 leads, 5 s each
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appendEvents, type Database, insertApiKey, insertUser, migrate, openDatabase } from '@alize/db';
import { apiScopes, type Event } from '@alize/model';
import { createIds, systemClock } from '@alize/runtime';
import { type Centre, setUpCentre } from '@alize/testbed';
import Sqlite from 'better-sqlite3';
import { fill } from '../claim/fill.ts';
import { type Call, load, type Measured, openStreams } from './load.ts';

const [leadsCount = 1_000_000, seconds = 10] = process.argv.slice(2).map(Number);
const streamsCount = 100;
const eventsPerSecond = 20;
const ids = createIds(systemClock);
const folder = mkdtempSync(join(tmpdir(), 'alize-bench-api-'));
const path = join(folder, 'alize.sqlite');
const children: ChildProcess[] = [];

/** Ports that were free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address that is an object.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function prepare(): Promise<{
  readonly centre: Centre;
  readonly key: string;
  readonly database: Database;
}> {
  const database = openDatabase(path);
  await migrate(database.db);
  const nowMs = systemClock.nowMs();
  const centre = await setUpCentre(database, ids, nowMs, { agentsCount: 20, leadsCount: 0 });
  const key = await makeKey(database, centre, nowMs);
  fill(path, centre, leadsCount, nowMs);
  addNumbers();
  return { centre, key, database };
}

/** Every lead has its one number among its numbers, as an import would have put it. */
function addNumbers(): void {
  const sqlite = new Sqlite(path);
  sqlite.pragma('synchronous = off');
  sqlite.exec(
    `insert into lead_phone (lead_id, position, client_id, phone_number)
      select id, 1, client_id, phone_number from lead`,
  );
  sqlite.pragma('wal_checkpoint(truncate)');
  sqlite.close();
}

/** A key without a limit that would be measured instead. */
async function makeKey({ db }: Database, { clientId }: Centre, atMs: number): Promise<string> {
  const site = await db.selectFrom('site').select('id').executeTakeFirstOrThrow();
  const userId = ids.make('user');
  const person = { id: userId, clientId, siteId: site.id, role: 'manager', language: 'fr' } as const;
  await insertUser(db, { ...person, name: 'Mesure', login: 'mesure', passwordHash: '' }, atMs);
  const id = ids.make('apikey');
  const secret = randomBytes(32).toString('base64url');
  const secretHash = createHash('sha256').update(secret).digest('hex');
  await insertApiKey(db, {
    ...{
      id,
      clientId,
      name: 'mesure',
      secretHash,
      scopes: apiScopes,
      callsPerMinute: 1e9,
      createdBy: userId,
    },
    ...{ atMs, expiresAtMs: null },
  });
  return `alize_${id.slice('apikey_'.length)}_${secret}`;
}

function run(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
}

async function isUp(port: number, address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Events of agents who come and go, as a centre has them. */
function tellEvents({ db }: Database, { clientId, agentIds, campaignId }: Centre) {
  let count = 0;
  const timer = setInterval(() => {
    const [userId] = agentIds;
    if (!userId) return;
    const atMs = systemClock.nowMs();
    const event: Event = {
      ...{ kind: 'agent.changed', userId, state: 'ready', pauseReason: null, wishedPause: null },
      ...{ sinceMs: atMs, attemptId: null, campaignId, connection: 'up' },
    };
    count += 1;
    void appendEvents(db, atMs, [{ clientId, event }]);
  }, 1000 / eventsPerSecond);
  return {
    get count() {
      return count;
    },
    stop: () => clearInterval(timer),
  };
}

/** Spread over all leads, the same in every run. */
const leadId = (index: number) => `lead_${String((index * 7_919) % leadsCount).padStart(32, '0')}`;

function report(what: string, connections: number, { sortedMs, perSecond }: Measured): void {
  const at = (share: number) =>
    (sortedMs[Math.floor(share * (sortedMs.length - 1))] ?? Number.NaN).toFixed(1);
  console.log(
    `${what.padEnd(44)} ${String(connections).padStart(3)} ${perSecond.toFixed(0).padStart(7)}/s ${at(0.5).padStart(8)} ms ${at(0.99).padStart(8)} ms ${at(1).padStart(8)} ms`,
  );
}

async function measure(): Promise<void> {
  const { centre, key, database } = await prepare();
  const [apiPort, barePort] = [await freePort(), await freePort()];
  run('../../apps/api/src/main.ts', [], {
    ALIZE_DATA: folder,
    ALIZE_PORT: String(apiPort),
    ALIZE_SEAT_KEY: 'bench',
    ALIZE_SECRET_KEY: 'bench',
    ALIZE_LOG_LEVEL: 'error',
  });
  run('bare.ts', [path, String(barePort)]);
  await isUp(apiPort, '/healthz');
  await isUp(barePort, '/');
  const headers = { authorization: `Bearer ${key}` };
  const { campaignId } = centre;
  let added = 0;
  const scenarios: readonly (readonly [string, (index: number) => Call])[] = [
    [
      'floor: bare hono, one query',
      (index) => ({ port: barePort, method: 'GET', path: `/leads/${leadId(index)}` }),
    ],
    [
      'read a lead',
      (index) => ({ port: apiPort, method: 'GET', path: `/v1/leads/${leadId(index)}`, headers }),
    ],
    [
      'read a page of 50 leads',
      () => ({ port: apiPort, method: 'GET', path: `/v1/campaigns/${campaignId}/leads?limit=50`, headers }),
    ],
    [
      'change a lead',
      (index) => {
        const body = { comment: `Mesure ${index}` };
        return { port: apiPort, method: 'PATCH', path: `/v1/leads/${leadId(index)}`, headers, body };
      },
    ],
    [
      'add a lead, with an idempotency key',
      () => {
        added += 1;
        const body = { leads: [{ phones: [{ number: `+33639${String(98_000_000 + added).slice(2)}` }] }] };
        const once = { ...headers, 'idempotency-key': `mesure-${added}` };
        return {
          port: apiPort,
          method: 'POST',
          path: `/v1/campaigns/${campaignId}/leads`,
          headers: once,
          body,
        };
      },
    ],
  ];
  const heading = `${'connections'.padStart(56)} ${'median'.padStart(11)} ${'99 %'.padStart(11)} ${'worst'.padStart(11)}`;
  console.log(`${leadsCount.toLocaleString('en')} leads, no stream open\n${heading}`);
  for (const [what, callOf] of scenarios.slice(0, 2)) {
    for (const connections of [1, 16])
      report(what, connections, await load(callOf, connections, seconds * 1000));
  }
  const streams = openStreams(apiPort, streamsCount, headers);
  const telling = tellEvents(database, centre);
  const begunAt = performance.now();
  console.log(`\n${leadsCount.toLocaleString('en')} leads, ${streamsCount} event streams open\n${heading}`);
  for (const [what, callOf] of scenarios) {
    for (const connections of [1, 16])
      report(what, connections, await load(callOf, connections, seconds * 1000));
  }
  const lasted = (performance.now() - begunAt) / 1000;
  telling.stop();
  await new Promise((resolve) => setTimeout(resolve, 500));
  console.log(
    `\n${telling.count} events told to ${streamsCount} streams in ${lasted.toFixed(0)} s: ${streams.frames} of ${telling.count * streamsCount} came.`,
  );
  streams.close();
  await database.close();
}

try {
  await measure();
} finally {
  for (const child of children) child.kill('SIGTERM');
  rmSync(folder, { recursive: true });
}
