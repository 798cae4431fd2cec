import { setImmediate as turn } from 'node:timers/promises';
import {
  type AnswerQuarter,
  answerQuarters,
  bringForward,
  listsOfCampaign,
  retryFacts,
  type WaitingLead,
  waitingLeads,
} from '@alize/db';
import type { CampaignId, ClientId, RetryRules } from '@alize/model';
import type { ApiParts } from './api-parts.ts';
import { nextOfLead } from './calls/next-of-lead.ts';
import { events } from './events.ts';

/** A campaign whose retry rules have changed, with those of before. */
export interface ChangedRules {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly before: RetryRules;
}

/**
 * Brings leads forward that wait longer than their campaign's changed rules ask, a few at a time beside all other work:
 * thousands a second. Leads that are to wait longer need nothing: the next claim asks the new rules. What a stop cuts
 * off stays as it was, later than it need be and never sooner.
 */
export interface Retiming {
  /** Begins with a campaign; once more from the start when its rules change meanwhile. */
  begin(changed: ChangedRules): void;
  stop(): Promise<void>;
}

export function createRetiming(parts: Pick<ApiParts, 'database' | 'clock' | 'log'>): Retiming {
  const works = new Map<CampaignId, Work>();
  return {
    begin(changed) {
      const earlier = works.get(changed.campaignId);
      if (earlier) earlier.isOver = true;
      const work: Work = { isOver: false, done: Promise.resolve() };
      works.set(changed.campaignId, work);
      work.done = retime(parts, changed, work)
        .catch((error: unknown) =>
          events.retimingFailed(parts.log, { campaignId: changed.campaignId, error }),
        )
        .finally(() => {
          if (works.get(changed.campaignId) === work) works.delete(changed.campaignId);
        });
    },
    async stop() {
      for (const work of works.values()) work.isOver = true;
      await Promise.all([...works.values()].map((work) => work.done));
    },
  };
}

interface Work {
  isOver: boolean;
  done: Promise<void>;
}

/** Leads between two looks at everything else. */
const leadsAtOnce = 10;

async function retime(
  parts: Pick<ApiParts, 'database' | 'clock'>,
  changed: ChangedRules,
  work: Work,
): Promise<void> {
  const { db } = parts.database;
  const { clientId, campaignId } = changed;
  const quarters = await answerQuarters(db, campaignId);
  for (const { id: listId } of await listsOfCampaign(db, clientId, campaignId)) {
    let afterId: WaitingLead['id'] | null = null;
    do {
      const found = await waitingLeads(db, { clientId, listId, afterId }, parts.clock.nowMs());
      for (const [index, lead] of found.leads.entries()) {
        if (index % leadsAtOnce === 0) await turn();
        if (work.isOver) return;
        await retimeLead(parts, { ...changed, lead, quarters });
      }
      await turn();
      afterId = found.lastId;
    } while (afterId !== null && !work.isOver);
  }
}

/** A lead that the law has put off beyond what the rules of before asked waits for the law. */
async function retimeLead(
  { database, clock }: Pick<ApiParts, 'database' | 'clock'>,
  {
    campaignId,
    before,
    lead,
    quarters,
  }: ChangedRules & { readonly lead: WaitingLead; readonly quarters: readonly AnswerQuarter[] },
): Promise<void> {
  const facts = await retryFacts(database.db, { leadId: lead.id, campaignId });
  if (!facts || facts.settledAtMs === null) return;
  const next = nextOfLead(facts, quarters, facts.settledAtMs);
  const was = nextOfLead({ ...facts, rules: before }, quarters, facts.settledAtMs);
  const isSooner = next.kind === 'again' && was.kind === 'again' && next.atMs < was.atMs;
  if (isSooner && lead.nextTryAtMs <= was.atMs) {
    await bringForward(database.db, lead.id, next, clock.nowMs());
  }
}
