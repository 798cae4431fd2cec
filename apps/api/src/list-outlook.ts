import { setTimeout as pause } from 'node:timers/promises';
import { callFactsOf, type Judgement, judge } from '@alize/compliance';
import { type Db, findCampaign, leadsToJudge, personFacts } from '@alize/db';
import type { LeadId, ListOutlook, RefusedLeads } from '@alize/model';
import { callingCampaign } from './calling-campaign.ts';
import type { ListTarget } from './import-job.ts';

const pageLeads = 200;
/** Between two pages, so that other connections to the file have their turn. */
const restMs = 2;

/**
 * Asks the rules of every open lead of a list whether it could be called at `nowMs`. Advice only: each call is ruled on
 * again when it is due. Null when the campaign has no caller ID or trunk to call with.
 */
export async function outlookOfList(db: Db, list: ListTarget, nowMs: number): Promise<ListOutlook | null> {
  const { clientId, campaignId, listId } = list;
  const settings = await findCampaign(db, clientId, campaignId, { nowMs, dayStartMs: nowMs });
  const campaign = settings && (await callingCampaign(db, clientId, campaignId, settings));
  if (!campaign) return null;
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  const counts = newCounts();
  for (let after: LeadId | null = null; ; ) {
    const leads = await leadsToJudge(db, clientId, listId, { after, limit: pageLeads });
    for (const { phoneNumber, place } of leads) {
      const person = await personFacts(db, { clientId, phoneNumber, nowMs, place });
      count(counts, judge(callFactsOf(campaign, person), now));
    }
    after = leads.at(-1)?.id ?? null;
    if (after === null) return outlookOf(counts, nowMs);
    await pause(restMs);
  }
}

interface Counts {
  callable: number;
  readonly packs: Set<string>;
  readonly refusals: Map<string, RefusedLeads>;
}

function newCounts(): Counts {
  return { callable: 0, packs: new Set(), refusals: new Map() };
}

/** A lead counts under the first rule that refuses it. */
function count(counts: Counts, { decision, reasons, notBeforeMs, packs }: Judgement): void {
  for (const pack of packs) counts.packs.add(pack);
  const [first] = reasons;
  if (decision === 'allow' || !first) {
    counts.callable += 1;
    return;
  }
  const { rule, strength, citation } = first;
  const known = counts.refusals.get(rule);
  counts.refusals.set(rule, {
    ...{ rule, strength, citation },
    leads: (known?.leads ?? 0) + 1,
    never: (known?.never ?? 0) + (notBeforeMs === null ? 1 : 0),
    soonestMs: least(known?.soonestMs ?? null, notBeforeMs),
    latestMs: most(known?.latestMs ?? null, notBeforeMs),
  });
}

function outlookOf({ callable, packs, refusals }: Counts, judgedAtMs: number): ListOutlook {
  return {
    judgedAtMs,
    packs: [...packs].sort(),
    callable,
    refusals: [...refusals.values()].sort((one, other) => other.leads - one.leads),
  };
}

function least(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function most(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
