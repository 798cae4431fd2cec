import { findSorting, leadsByCell, quotaCells, surveyOf } from '@alize/db';
import type { QuotaPlan } from '@alize/model';
import { outsideGroup, unknownGroup, wantOf } from '@alize/surveys';
import type { Reading } from './read-interviews.ts';
import { campaignOf, type SurveyAsked } from './survey-settings.ts';

/** How full the cells of a campaign are, and the leads that are left for them. */
export async function quotasNow(reading: Reading, asked: SurveyAsked) {
  const { db } = reading.database;
  const { clientId, campaignId } = asked;
  await campaignOf(reading, asked);
  const { quotas } = await surveyOf(db, clientId, campaignId);
  const counts = await quotaCells(db, campaignId);
  const leads = await leadsByCell(db, clientId, campaignId);
  const countOf = (key: string | null, state: 'open' | 'calling') =>
    leads.find((row) => row.key === key && row.state === state)?.count ?? 0;
  const byKey = new Map(counts.map((count) => [count.key, count]));
  const data = (quotas?.cells ?? []).map(({ key, target }) => {
    const done = byKey.get(key)?.doneCount ?? 0;
    return {
      ...{ key, labels: labelsOf(quotas, key).map((label) => label ?? ''), target, done },
      isFull: done >= target,
      inCalls: countOf(key, 'calling'),
      leadsLeft: countOf(key, 'open'),
    };
  });
  const openKeys = quotas ? leads.filter(({ state }) => state === 'open') : [];
  const others = openKeys.flatMap(({ key, count }) =>
    key?.includes(unknownGroup) && !key.includes(outsideGroup)
      ? [{ key, labels: labelsOf(quotas, key), leadsLeft: count, isWanted: wantOf(counts, key) !== null }]
      : [],
  );
  const isOutside = (key: string | null) =>
    key !== null && (key.includes(outsideGroup) || (!key.includes(unknownGroup) && !byKey.has(key)));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  return {
    data,
    others,
    leadsOutside: sum(openKeys.filter(({ key }) => isOutside(key)).map(({ count }) => count)),
    leadsUnsorted: sum(openKeys.filter(({ key }) => key === null).map(({ count }) => count)),
    target: sum(data.map(({ target }) => target)),
    done: sum(data.map(({ done }) => done)),
    sorting: await findSorting(db, campaignId),
  };
}

/** Of each group of a key, in the order of the dimensions; null where it is not known. */
function labelsOf(plan: QuotaPlan | null, key: string): (string | null)[] {
  const ids = key.split('/');
  return (plan?.dimensions ?? []).map(
    ({ groups }, at) => groups.find(({ id }) => id === ids[at])?.label ?? null,
  );
}
