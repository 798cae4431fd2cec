import type { CampaignId, Citation, ClientId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';

/** What one rule keeps a campaign from: leads whose last ruling it refused, and that were not called since. */
export interface RefusalsByRule {
  readonly rule: string;
  readonly strength: Citation['strength'];
  readonly citation: string;
  readonly leads: number;
  /** When the first and the last of them may be tried again, UTC milliseconds; null when none ever may by itself. */
  readonly soonestMs: number | null;
  readonly latestMs: number | null;
  /** How many of them may never be called as things stand. */
  readonly never: number;
}

/**
 * The refusals of a campaign by rule, the one that holds most leads first. A lead refused by two rules counts for both.
 * Leads count while they wait, and when a rule has closed them.
 */
export async function campaignRefusals(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
): Promise<readonly RefusalsByRule[]> {
  const { rows } = await lastRefusals(clientId, campaignId).execute(db);
  const byRule = new Map<string, RefusalsByRule>();
  for (const row of rows) {
    for (const citation of refusingRules(row.rules)) {
      byRule.set(citation.rule, add(byRule.get(citation.rule), citation, row));
    }
  }
  return [...byRule.values()].toSorted((one, other) => other.leads - one.leads);
}

/**
 * One row for each set of rules that refuse together, so that what comes back stays small however many leads there
 * are. Indexes list_campaign, lead_list and ruling_lead.
 */
export function lastRefusals(clientId: ClientId, campaignId: CampaignId) {
  return sql<{ rules: string; leads: number; soonest: number | null; latest: number | null; never: number }>`
    select ruling.rules, count(*) as leads, min(ruling.until) as soonest, max(ruling.until) as latest,
      sum(case when ruling.until is null then 1 else 0 end) as never
    from list
    join lead on lead.list_id = list.id
    join ruling on ruling.id = (select last.id from ruling as last where last.lead_id = lead.id
      order by last.at desc, last.number_in_chain desc limit 1)
    where list.client_id = ${clientId} and list.campaign_id = ${campaignId} and ruling.kind = 'refused'
      and (lead.state = 'open' or lead.closed_reason = 'refused_by_rule')
    group by ruling.rules`;
}

/** The rules of a ruling that refused; those of before verdicts were kept all did. */
export function refusingRules(rules: string): readonly Citation[] {
  // Written by appendRulings alone.
  const all = JSON.parse(rules) as (Omit<Citation, 'verdict'> & Partial<Citation>)[];
  return all.flatMap((rule) => {
    const { verdict = 'refuses' } = rule;
    return verdict === 'refuses' ? [{ ...rule, verdict }] : [];
  });
}

function add(
  sum: RefusalsByRule | undefined,
  { rule, strength, citation }: Citation,
  row: { leads: number; soonest: number | null; latest: number | null; never: number },
): RefusalsByRule {
  const instants = [sum?.soonestMs, sum?.latestMs, row.soonest, row.latest].filter(
    (ms) => typeof ms === 'number',
  );
  return {
    ...{ rule, strength, citation },
    leads: (sum?.leads ?? 0) + row.leads,
    soonestMs: instants.length > 0 ? Math.min(...instants) : null,
    latestMs: instants.length > 0 ? Math.max(...instants) : null,
    never: (sum?.never ?? 0) + row.never,
  };
}
