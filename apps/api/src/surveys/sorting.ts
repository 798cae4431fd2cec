import { setImmediate as turn } from 'node:timers/promises';
import { sortingsUnderWay, sortNext } from '@alize/db';
import type { CampaignId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import { events } from '../events.ts';

/**
 * Sorts the leads of campaigns whose quotas have changed into their cells, in short transactions beside all other work.
 * How far it has come is on disk: what a stop cuts off goes on there.
 */
export interface Sorting {
  /** Begins with a campaign; goes on with it when it is at it already. */
  begin(campaignId: CampaignId): void;
  /** Goes on with what a stop has cut off. */
  recover(): Promise<void>;
  /** Resolves when nothing is being sorted. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Leads of one transaction: some ten milliseconds. */
const leadsAtOnce = 500;

export function createSorting(parts: Pick<ApiParts, 'database' | 'clock' | 'log'>): Sorting {
  const works = new Map<CampaignId, Promise<void>>();
  let isOver = false;
  const work = async (campaignId: CampaignId) => {
    const { db } = parts.database;
    while (!isOver && (await sortNext(db, campaignId, { limit: leadsAtOnce, atMs: parts.clock.nowMs() })))
      await turn();
  };
  const begin = (campaignId: CampaignId) => {
    const before = works.get(campaignId) ?? Promise.resolve();
    const done = before
      .then(() => work(campaignId))
      .catch((error: unknown) => events.sortingFailed(parts.log, { campaignId, error }))
      .finally(() => {
        if (works.get(campaignId) === done) works.delete(campaignId);
      });
    works.set(campaignId, done);
  };
  const idle = async () => {
    while (works.size > 0) await Promise.all([...works.values()]);
  };
  return {
    begin,
    async recover() {
      for (const campaignId of await sortingsUnderWay(parts.database.db)) begin(campaignId);
    },
    idle,
    async stop() {
      isOver = true;
      await idle();
    },
  };
}
