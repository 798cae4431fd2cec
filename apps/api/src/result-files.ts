import {
  type AttemptView,
  attemptsOfClient,
  type Db,
  findScriptVersion,
  outcomesOfClient,
  type ResultFilter,
  type ResultPage,
} from '@alize/db';
import { leadName } from '@alize/leads';
import type { AttemptId, ClientId, Language, OutcomeId, Script, ScriptVersionId } from '@alize/model';
import { answersShown } from './answer-text.ts';
import { type Cell, timeCell } from './tables/table-file.ts';

const pageRows = 200;

export const attemptHeadings = {
  fr: [
    'Date',
    'Campagne',
    'Fiche',
    'Référence',
    'Téléphone',
    'Tentative',
    'Résultat réseau',
    'Fin',
    'Abandonné',
    'Agent',
    'Qualification',
    'Durée (s)',
    'Note',
  ],
  en: [
    'Date',
    'Campaign',
    'Lead',
    'Reference',
    'Phone',
    'Attempt',
    'Network result',
    'End',
    'Abandoned',
    'Agent',
    'Disposition',
    'Talk time (s)',
    'Note',
  ],
} as const;

export const outcomeHeadings = {
  fr: [
    ...['Date', 'Campagne', 'Type', 'Fiche', 'Référence', 'Téléphone', 'Agent'],
    ...['Points', 'Stade', 'Réponses'],
  ],
  en: [
    ...['Date', 'Campaign', 'Kind', 'Lead', 'Reference', 'Phone', 'Agent'],
    ...['Points', 'Stage', 'Answers'],
  ],
} as const;

/** The rows of the attempts file, newest first, page by page. */
export async function* attemptPages(db: Db, clientId: ClientId, filter: ResultFilter, timeZone: string) {
  let before: ResultPage<AttemptId>['before'] = null;
  for (;;) {
    const attempts: readonly AttemptView[] = await attemptsOfClient(db, clientId, filter, {
      before,
      limit: pageRows,
    });
    const last = attempts.at(-1);
    if (!last) return;
    before = { atMs: last.createdAtMs, id: last.id };
    yield attempts.map((attempt) => attemptCells(attempt, timeZone));
  }
}

function attemptCells(attempt: AttemptView, timeZone: string): readonly Cell[] {
  return [
    timeCell(attempt.createdAtMs, timeZone),
    attempt.campaignName,
    leadName(attempt.lead),
    attempt.lead.reference,
    attempt.phoneNumber,
    attempt.numberOfLead,
    attempt.networkResult,
    attempt.endReason,
    attempt.isAbandoned ? 1 : 0,
    attempt.agentName,
    attempt.disposition,
    Math.round(attempt.talkMs / 1000),
    attempt.note,
  ];
}

export type OutcomeFilter = Pick<ResultFilter, 'campaignId' | 'agentId' | 'fromMs' | 'toMs'>;

/** Outcomes as they are stored, with the calls that they came of. */
export type OutcomeView = Awaited<ReturnType<typeof outcomesOfClient>>[number];

/** The script versions by which outcomes came about: few, however many the outcomes. */
export async function scriptsOf(
  db: Db,
  clientId: ClientId,
  outcomes: readonly OutcomeView[],
): Promise<ReadonlyMap<ScriptVersionId, Script>> {
  const scripts = new Map<ScriptVersionId, Script>();
  for (const id of new Set(outcomes.map(({ scriptVersionId }) => scriptVersionId))) {
    const version = await findScriptVersion(db, clientId, id);
    if (version) scripts.set(id, version.document);
  }
  return scripts;
}

/** The rows of the outcomes file, newest first, page by page: answers by the labels of the script, as people read them. */
export async function* outcomePages(
  db: Db,
  clientId: ClientId,
  filter: OutcomeFilter,
  as: { readonly language: Language; readonly timeZone: string },
) {
  let before: ResultPage<OutcomeId>['before'] = null;
  for (;;) {
    const outcomes: readonly OutcomeView[] = await outcomesOfClient(db, clientId, filter, {
      before,
      limit: pageRows,
    });
    const last = outcomes.at(-1);
    if (!last) return;
    before = { atMs: last.createdAtMs, id: last.id };
    const scripts = await scriptsOf(db, clientId, outcomes);
    yield outcomes.map((outcome) => outcomeCells(outcome, scripts.get(outcome.scriptVersionId), as));
  }
}

function outcomeCells(
  { kind, data, createdAtMs, attempt }: OutcomeView,
  script: Script | undefined,
  { language, timeZone }: { readonly language: Language; readonly timeZone: string },
): readonly Cell[] {
  const stage = script?.scoring?.stages.find(({ id }) => id === data.stage);
  return [
    timeCell(createdAtMs, timeZone),
    attempt.campaignName,
    kind,
    leadName(attempt.lead),
    attempt.lead.reference,
    attempt.phoneNumber,
    attempt.agentName,
    typeof data.score === 'number' ? data.score : null,
    stage?.label ?? null,
    (script ? answersShown(script, data, language) : [])
      .map(({ label, value }) => `${label} : ${value}`)
      .join(' | '),
  ];
}
