import { setImmediate as turn } from 'node:timers/promises';
import {
  beginSorting,
  findCampaignDocument,
  findSorting,
  interviewsChanged,
  interviewsToSort,
  noSurvey,
  quotaCells,
  replaceCells,
  type SurveySettings,
  saveCampaignDocument,
  scriptsOfInterviews,
  surveyCampaign,
  type Tx,
} from '@alize/db';
import type { CampaignId, ClientId, InterviewId, Language, QuotaPlan, Script, UserId } from '@alize/model';
import { conditionFields } from '@alize/scripts';
import { cellOf, checkSurvey, questionsOfVersions } from '@alize/surveys';
import type { ApiParts } from '../api-parts.ts';
import { Problem } from '../problem.ts';
import type { Sorting } from './sorting.ts';

/** A campaign whose survey is asked for. */
export interface SurveyAsked {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
}

/** How a campaign surveys, with the version of the document (0: none yet) and how far its plan is carried out. */
export async function seeSurvey(api: Pick<ApiParts, 'database'>, { clientId, campaignId }: SurveyAsked) {
  const { db } = api.database;
  await campaignOf(api, { clientId, campaignId });
  const found = await findCampaignDocument(db, clientId, campaignId, 'survey');
  // Written below alone.
  const settings = (found?.document as SurveySettings | undefined) ?? noSurvey;
  return { settings, version: found?.version ?? 0, sorting: await findSorting(db, campaignId) };
}

/** The campaign. Throws `not_found`, and `not_a_survey` for one that is of another kind. */
export async function campaignOf(api: Pick<ApiParts, 'database'>, { clientId, campaignId }: SurveyAsked) {
  const campaign = await surveyCampaign(api.database.db, clientId, campaignId);
  if (!campaign) throw new Problem('not_found');
  if (campaign.kind !== 'survey') throw new Problem('not_a_survey');
  return campaign;
}

/** The scripts that a campaign's interviews were and are held by, the newest first. */
export async function scriptsOf(api: Pick<ApiParts, 'database'>, { clientId, campaignId }: SurveyAsked) {
  const rows = await scriptsOfInterviews(api.database.db, clientId, campaignId);
  // Written by the scripts of db alone.
  return rows.map(({ id, document }) => ({ id, script: JSON.parse(document) as Script }));
}

/** So many interviews are read between two looks at everything else. */
const interviewsAtOnce = 200;
/** What may have been written by a clock behind ours while we read. */
const clockDriftMs = 60_000;

/**
 * Stores how a campaign surveys. Interviews of before count in the cells of a changed plan from the same instant on;
 * leads are sorted into them beside all other work. Throws `survey_invalid`, `version_stale`.
 */
export async function saveSurvey(
  api: ApiParts & { readonly sorting: Sorting },
  asked: SurveyAsked & {
    readonly settings: SurveySettings;
    readonly expected: number;
    readonly by: UserId;
    readonly language: Language;
  },
): Promise<number> {
  const { clientId, campaignId, settings, expected, by } = asked;
  const { settings: before } = await seeSurvey(api, asked);
  await checkSettings(api, asked);
  const { quotas } = settings;
  const arePlacesOther = JSON.stringify(quotas?.dimensions) !== JSON.stringify(before.quotas?.dimensions);
  const counted = arePlacesOther && quotas ? await countInterviews(api, campaignId, quotas) : null;
  const version = await api.database.db.transaction().execute(async (tx) => {
    const atMs = api.clock.nowMs();
    const stored = await saveCampaignDocument(tx, {
      ...{ clientId, campaignId, kind: 'survey', document: settings, expected, by, atMs },
    });
    if (stored === null) throw new Problem('version_stale');
    const done = counted && quotas ? await counted.since(tx, quotas) : await doneOf(tx, campaignId);
    const cells = (quotas?.cells ?? []).map((cell) => ({ ...cell, doneCount: done.get(cell.key) ?? 0 }));
    await replaceCells(tx, clientId, campaignId, cells);
    if (arePlacesOther) await beginSorting(tx, clientId, campaignId);
    return stored;
  });
  if (arePlacesOther) api.sorting.begin(campaignId);
  return version;
}

async function doneOf(tx: Tx, campaignId: CampaignId): Promise<ReadonlyMap<string, number>> {
  const cells = await quotaCells(tx, campaignId);
  return new Map(cells.map(({ key, doneCount }) => [key, doneCount]));
}

async function checkSettings(
  api: ApiParts,
  asked: SurveyAsked & { readonly settings: SurveySettings; readonly language: Language },
): Promise<void> {
  const { settings, language } = asked;
  const scripts = await scriptsOf(api, asked);
  const questions = questionsOfVersions(scripts.map(({ script }) => script));
  const findings = checkSurvey(settings.quotas, settings.weights, { fields: conditionFields, questions });
  if (findings.length === 0) return;
  throw new Problem('survey_invalid', {
    errors: findings.map(({ pointer, sentence }) => ({ pointer, detail: sentence[language] })),
  });
}

/**
 * The complete interviews in the cells of another plan, read page by page before the plan changes; `since` adds, inside
 * the transaction that changes it, what was completed meanwhile.
 */
async function countInterviews(api: ApiParts, campaignId: CampaignId, plan: QuotaPlan) {
  const cells = new Map<InterviewId, string>();
  const startedAtMs = api.clock.nowMs();
  const { db } = api.database;
  let afterId: InterviewId | null = null;
  do {
    const page: Awaited<ReturnType<typeof interviewsToSort>> = await interviewsToSort(db, campaignId, {
      ...{ afterId, limit: interviewsAtOnce },
    });
    for (const each of page) cells.set(each.id, cellOf(plan, each));
    afterId = page.at(-1)?.id ?? null;
    await turn();
  } while (afterId !== null);
  return {
    async since(tx: Tx, by: QuotaPlan): Promise<ReadonlyMap<string, number>> {
      for (const each of await interviewsChanged(tx, campaignId, startedAtMs - clockDriftMs))
        cells.set(each.id, cellOf(by, each));
      const counts = new Map<string, number>();
      for (const cell of cells.values()) counts.set(cell, (counts.get(cell) ?? 0) + 1);
      return counts;
    },
  };
}
