import type { HandoverCount } from '@alize/db';
import { wilson } from '@alize/surveys';

/** How many leads were handed over, and how many of those that were judged are accepted, by agent and by list. */
export function acceptanceRates(counts: readonly HandoverCount[]) {
  return {
    total: rateOf(counts),
    byAgent: grouped(counts, ({ agentId }) => agentId).map((each) => ({
      ...{ agentId: each[0].agentId, agentName: each[0].agentName },
      ...rateOf(each),
    })),
    byList: grouped(counts, ({ listId }) => listId).map((each) => ({
      ...{ listId: each[0].listId, listName: each[0].listName },
      ...rateOf(each),
    })),
    byReason: reasonsOf(counts),
  };
}

type Counts = readonly [HandoverCount, ...HandoverCount[]];

/** Those with most leads first. */
function grouped(counts: readonly HandoverCount[], keyOf: (count: HandoverCount) => string | null): Counts[] {
  // A group has at least the one that made it.
  const groups = [...Map.groupBy(counts, keyOf).values()] as unknown as Counts[];
  return groups.sort((one, other) => sum(other) - sum(one));
}

const sum = (counts: readonly HandoverCount[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

function rateOf(counts: readonly HandoverCount[]) {
  const inState = (state: HandoverCount['state']) => sum(counts.filter((count) => count.state === state));
  const [accepted, rejected] = [inState('accepted'), inState('rejected')];
  const judged = accepted + rejected;
  return {
    ...{ handedOver: sum(counts), accepted, rejected, waiting: inState('handed_over') },
    acceptance: judged === 0 ? null : acceptanceOf(accepted / judged, judged),
  };
}

function acceptanceOf(share: number, judged: number) {
  const { low, high } = wilson(share, judged);
  return { share, low, high };
}

function reasonsOf(counts: readonly HandoverCount[]) {
  const rejected = counts.filter(({ state }) => state === 'rejected');
  return [...Map.groupBy(rejected, ({ reason }) => reason ?? '')]
    .map(([reason, each]) => ({ reason, count: sum(each) }))
    .sort((one, other) => other.count - one.count);
}
