import { interviewersOf, namesOfUsers } from '@alize/db';
import { type InterviewChannel, interviewChannels, type Language, type QuotaPlan } from '@alize/model';
import { CrossTally, type CrossVariable, type SurveyQuestion } from '@alize/surveys';
import { Problem } from '../problem.ts';
import type { Reading } from './read-interviews.ts';
import { type ReadInterview, readInterviews } from './read-interviews.ts';
import { weightsOf } from './report.ts';
import { readScripts } from './survey-questions.ts';
import { type SurveyAsked, seeSurvey } from './survey-settings.ts';

interface Reader extends CrossVariable {
  readonly kind: 'question' | 'dimension' | 'paradata';
  readonly valuesOf: (interview: ReadInterview) => readonly string[];
}

const words = {
  fr: { channel: 'Canal', interviewer: 'Enquêteur', phone: 'Téléphone', web: 'Web' },
  en: { channel: 'Channel', interviewer: 'Interviewer', phone: 'Telephone', web: 'Web' },
} as const;

export interface TableAsked extends SurveyAsked {
  readonly language: Language;
}

/** What may stand in a row or a column. */
export async function tableVariables(reading: Reading, asked: TableAsked) {
  const { questions } = await readScripts(reading, asked);
  return (await readersOf(reading, asked, questions)).map(({ id, label, kind }) => ({ id, label, kind }));
}

/** A cross table of complete interviews. Throws `survey_variable_unknown`. */
export async function makeTable(
  reading: Reading,
  asked: TableAsked & { readonly row: string; readonly column: string; readonly isWeighted: boolean },
) {
  const { scripts, questions } = await readScripts(reading, asked);
  const readers = await readersOf(reading, asked, questions);
  const [row, column] = [asked.row, asked.column].map((id) => readers.find((reader) => reader.id === id));
  if (!row || !column)
    throw new Problem('survey_variable_unknown', { errors: unknownOf(asked, row, column) });
  const { settings } = await seeSurvey(reading, asked);
  const weights = asked.isWeighted ? await weightsOf(reading, asked, settings) : null;
  const tally = new CrossTally(row, column);
  for await (const interview of readInterviews(reading, asked, scripts)) {
    if (interview.state !== 'complete') continue;
    const weight = weights ? (weights.byCell.get(interview.cell ?? '') ?? 0) : 1;
    if (weight > 0) tally.add(row.valuesOf(interview), column.valuesOf(interview), weight);
  }
  return { isWeighted: weights !== null, row: toView(row), column: toView(column), ...tally.result() };
}

function unknownOf({ language }: TableAsked, row: unknown, column: unknown) {
  const detail = language === 'fr' ? 'Variable inconnue.' : 'Unknown variable.';
  const missing = [...(row ? [] : ['row']), ...(column ? [] : ['column'])];
  return missing.map((name) => ({ pointer: `/${name}`, detail }));
}

const toView = ({ id, label, isMultiple, categories }: Reader) => ({ id, label, isMultiple, categories });

async function readersOf(
  reading: Reading,
  asked: TableAsked,
  questions: readonly SurveyQuestion[],
): Promise<readonly Reader[]> {
  const { settings } = await seeSurvey(reading, asked);
  return [
    ...questions.flatMap(ofQuestion),
    ...ofPlan(settings.quotas),
    ofChannel(asked.language),
    await ofInterviewer(reading, asked),
  ];
}

function ofQuestion(question: SurveyQuestion): readonly Reader[] {
  const { id, label, kind, options, rows } = question;
  const categories = options.map((option) => ({ value: option.value, label: option.label }));
  const base = { kind: 'question', isMultiple: kind === 'multiple', categories } as const;
  switch (kind) {
    case 'single':
    case 'multiple':
      return [{ ...base, id, label, valuesOf: ({ answers }) => listOf(answers[id]) }];
    case 'matrix':
      return rows.map((row) => ({
        ...{ ...base, id: `${id}.${row.value}`, label: `${label} – ${row.label}` },
        valuesOf: ({ answers }) => listOf(partOf(answers[id], row.value)),
      }));
    case 'scale': {
      const from = question.min ?? 0;
      const count = Math.max(0, (question.max ?? 10) - from + 1);
      const points = Array.from({ length: Math.min(count, 21) }, (_, at) => ({
        ...{ value: String(from + at), label: String(from + at) },
      }));
      return [{ ...base, categories: points, id, label, valuesOf: ({ answers }) => listOf(answers[id]) }];
    }
    default:
      return [];
  }
}

function ofPlan(plan: QuotaPlan | null): readonly Reader[] {
  return (plan?.dimensions ?? []).map(({ id, label, groups }, at) => ({
    ...{ id: `dimension:${id}`, label, kind: 'dimension', isMultiple: false },
    categories: groups.map((group) => ({ value: group.id, label: group.label })),
    valuesOf: ({ cell }) => listOf(cell?.split('/')[at]),
  }));
}

function ofChannel(language: Language): Reader {
  const said = words[language];
  const categories = interviewChannels.map((value: InterviewChannel) => ({ value, label: said[value] }));
  return {
    ...{ id: 'channel', label: said.channel, kind: 'paradata', isMultiple: false, categories },
    valuesOf: ({ channel }) => [channel],
  };
}

async function ofInterviewer({ database: { db } }: Reading, asked: TableAsked): Promise<Reader> {
  const names = await namesOfUsers(db, await interviewersOf(db, asked.clientId, asked.campaignId));
  return {
    ...{ id: 'interviewer', label: words[asked.language].interviewer, kind: 'paradata', isMultiple: false },
    categories: [...names].map(([value, label]) => ({ value, label })),
    valuesOf: ({ agentId, channel }) => (agentId && channel === 'phone' ? [agentId] : []),
  };
}

function listOf(answer: unknown): readonly string[] {
  if (answer === undefined || answer === null) return [];
  return Array.isArray(answer) ? answer.map(String) : [String(answer)];
}

function partOf(answer: unknown, row: string): unknown {
  const isRecord = typeof answer === 'object' && answer !== null && !Array.isArray(answer);
  return isRecord ? Object.entries(answer).find(([name]) => name === row)?.[1] : undefined;
}
