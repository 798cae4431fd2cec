import { once } from 'node:events';
import { join } from 'node:path';
import { type Database, migrate, openDatabase, type PacingPoint, pacingPoints } from '@alize/db';
import { LaunchError } from '@alize/infra';
import type { UserId } from '@alize/model';
import { createIds, systemClock } from '@alize/runtime';
import { type Centre, setUpCentre } from '@alize/testbed';
import { end, start } from '../connect/callers.ts';
import { ports } from '../connect/ports.ts';
import type { Switch } from '../connect/switch.ts';
import { seatInDatabase } from '../desk.ts';
import { Desks, type WrapUp } from './desks.ts';
import { leadsCount, ringSeconds, trunk } from './laws.ts';
import type { BenchOptions } from './options.ts';

const lookEveryMs = 20;

export interface LedgerRow {
  readonly number: string;
  readonly agentId: UserId | null;
  readonly answeredAtMs: number;
  readonly isAbandoned: boolean;
}

/** The dialer at work over a database of its own, with agents at their desks. */
export interface WorkingCentre {
  /** So far. */
  readonly wrapUps: readonly WrapUp[];
  /** What the dialer's own ledger has of the calls that were answered. */
  ledger(): Promise<readonly LedgerRow[]>;
  /** The dialer's decisions of a period, a second apart at least. */
  decisions(fromMs: number, toMs: number): Promise<readonly PacingPoint[]>;
  /** Rejects with a LaunchError when the dialer ends by itself. */
  readonly fallen: Promise<never>;
  stop(): Promise<void>;
}

/** Sets the campaign up, seats the agents and starts the dialer, which begins to call at once. */
export async function startCentre(
  options: BenchOptions,
  place: { readonly sw: Switch; readonly seats: readonly string[]; readonly folder: string },
): Promise<WorkingCentre> {
  const database = openDatabase(join(place.folder, 'alize.sqlite'));
  await migrate(database.db);
  const centre = await setUp(database, options);
  await seatInDatabase(database.db, centre, place.seats);
  const dialer = start(new URL('../../apps/dialer/src/main.ts', import.meta.url), [], {
    ...place.sw.env,
    ALIZE_DATA: place.folder,
    ALIZE_DIALER_PORT: String(ports.dialer),
    ALIZE_LOG_LEVEL: 'error',
  });
  const fallen = once(dialer, 'exit').then(() => {
    throw new LaunchError('The dialer ended by itself: its own words stand above.');
  });
  // Whoever waits for it gets the error; at the end of the bench nobody does.
  fallen.catch(() => {});
  const desks = new Desks({ db: database.db, centre, seed: options.seed });
  const closeDesks = desks.open(lookEveryMs);
  return {
    wrapUps: desks.wrapUps,
    ledger: () => ledgerOf(database),
    decisions: (fromMs, toMs) =>
      pacingPoints(database.db, centre.clientId, {
        campaignId: centre.campaignId,
        ...{ fromMs: Math.floor(fromMs), toMs: Math.floor(toMs) },
        pointsMax: Math.ceil((toMs - fromMs) / 1000),
      }),
    fallen,
    async stop() {
      await closeDesks();
      await end(dialer);
      await database.close();
    },
  };
}

function setUp(database: Database, { agents, mode, aim }: BenchOptions): Promise<Centre> {
  return setUpCentre(database, createIds(systemClock), Date.now(), {
    agentsCount: agents,
    leadsCount,
    ringSeconds,
    ...trunk,
    // Longer than any that is drawn: the desks end them.
    wrapUpSeconds: 600,
    dialMode: mode,
    ...(aim === null ? {} : { abandonAim: aim }),
  });
}

async function ledgerOf({ db }: Database): Promise<readonly LedgerRow[]> {
  const rows = await db
    .selectFrom('attempt')
    .select(['phone_number', 'agent_id', 'answered_at', 'is_abandoned'])
    .where('answered_at', 'is not', null)
    .execute();
  return rows.map((row) => ({
    number: row.phone_number,
    agentId: row.agent_id,
    answeredAtMs: Number(row.answered_at),
    isAbandoned: row.is_abandoned === 1,
  }));
}
