import type { Judgement } from '@alize/compliance';
import type { ListOutlook, RefusedLeads } from '@alize/model';

/** Counts judgements into what people are told of a list. */
export interface OutlookCount {
  add(judgement: Judgement): void;
  /** The counts so far. */
  outlook(judgedAtMs: number): ListOutlook;
}

/** A lead counts under the first rule that refuses it. */
export function countOutlook(): OutlookCount {
  let callable = 0;
  const packs = new Set<string>();
  const refusals = new Map<string, RefusedLeads>();
  return {
    add({ decision, reasons, notBeforeMs, packs: applied }) {
      for (const pack of applied) packs.add(pack);
      const [first] = reasons;
      if (decision === 'allow' || !first) {
        callable += 1;
        return;
      }
      const { rule, strength, citation } = first;
      const known = refusals.get(rule);
      refusals.set(rule, {
        ...{ rule, strength, citation },
        leads: (known?.leads ?? 0) + 1,
        never: (known?.never ?? 0) + (notBeforeMs === null ? 1 : 0),
        soonestMs: least(known?.soonestMs ?? null, notBeforeMs),
        latestMs: most(known?.latestMs ?? null, notBeforeMs),
      });
    },
    outlook: (judgedAtMs) => ({
      judgedAtMs,
      packs: [...packs].sort(),
      callable,
      refusals: [...refusals.values()].sort((one, other) => other.leads - one.leads),
    }),
  };
}

function least(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function most(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other);
}
