import {
  type AttemptView,
  attemptsOfClient,
  type Db,
  outcomesOfClient,
  type ResultFilter,
  type ResultPage,
} from '@alize/db';
import { leadName } from '@alize/leads';
import {
  type Answer,
  type AttemptId,
  addressParts,
  type ClientId,
  type OutcomeId,
  type Script,
  type ScriptQuestion,
} from '@alize/model';
import { neutralText } from '@alize/scripts';
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
  fr: ['Date', 'Campagne', 'Type', 'Fiche', 'Référence', 'Téléphone', 'Agent', 'Réponses'],
  en: ['Date', 'Campaign', 'Kind', 'Lead', 'Reference', 'Phone', 'Agent', 'Answers'],
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

/** The rows of the outcomes file, newest first, page by page. */
export async function* outcomePages(db: Db, clientId: ClientId, filter: OutcomeFilter, timeZone: string) {
  let before: ResultPage<OutcomeId>['before'] = null;
  for (;;) {
    const outcomes: Awaited<ReturnType<typeof outcomesOfClient>> = await outcomesOfClient(
      db,
      clientId,
      filter,
      { before, limit: pageRows },
    );
    const last = outcomes.at(-1);
    if (!last) return;
    before = { atMs: last.createdAtMs, id: last.id };
    yield outcomes.map(({ kind, data, createdAtMs, attempt }): readonly Cell[] => [
      timeCell(createdAtMs, timeZone),
      attempt.campaignName,
      kind,
      leadName(attempt.lead),
      attempt.lead.reference,
      attempt.phoneNumber,
      attempt.agentName,
      Object.entries(data)
        .map(([question, answer]) => `${question}: ${textOf(answer)}`)
        .join(' | '),
    ]);
  }
}

/** An answer as people read it: the question's label, and the labels of what was chosen. */
export function answerText(script: Script, questionId: string, value: Answer | undefined) {
  const question = script.steps.flatMap((step) => step.questions).find(({ id }) => id === questionId);
  const said = script.steps.find((step) => `said:${step.id}` === questionId);
  const label = neutralText(question?.label ?? said?.title ?? questionId);
  return { questionId, label, value: shownText(question, value ?? '') };
}

function shownText(question: ScriptQuestion | undefined, value: Answer): string {
  const labelOf = (chosen: string) =>
    neutralText(question?.options.find((option) => option.value === chosen)?.label ?? chosen);
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (isList(value)) return value.map(labelOf).join(', ');
  if (typeof value !== 'object') return labelOf(String(value));
  if (question?.kind !== 'matrix') return textOf(value);
  const rows = question.rows.filter((row) => value[row.value] !== undefined);
  return rows.map((row) => `${neutralText(row.label)} : ${labelOf(value[row.value] ?? '')}`).join(' ; ');
}

const isList = (answer: Answer): answer is readonly string[] => Array.isArray(answer);

/** Of an address its parts as one writes them; of several values each. */
function textOf(answer: Answer): string {
  if (isList(answer)) return answer.join(', ');
  if (typeof answer !== 'object') return String(answer);
  const parts = addressParts.flatMap((part) => answer[part] || []);
  return (parts.length > 0 ? parts : Object.values(answer)).join(', ');
}
