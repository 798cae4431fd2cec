import {
  type AttemptView,
  attemptsOfClient,
  type Db,
  outcomesOfClient,
  type ResultFilter,
  type ResultPage,
} from '@alize/db';
import { leadName } from '@alize/leads';
import type { Answer, AttemptId, ClientId, OutcomeId } from '@alize/model';
import { isList, joinedParts } from './answer-text.ts';
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

function textOf(answer: Answer): string {
  if (isList(answer)) return answer.join(', ');
  return typeof answer === 'object' ? joinedParts(answer) : String(answer);
}
