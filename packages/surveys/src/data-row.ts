import {
  type Answers,
  type InterviewChannel,
  type InterviewState,
  interviewChannels,
  interviewStates,
} from '@alize/model';
import { notAnsweredCode, notAskedCode, type Variable, type VariableSource } from './variables.ts';

/** An interview as a row of the data. */
export interface DataRow {
  readonly id: string;
  readonly state: InterviewState;
  readonly channel: InterviewChannel;
  readonly cell: string | null;
  /** `2026-11-23 10:30:00`. */
  readonly startedAt: string;
  readonly durationMs: number | null;
  /** A number that stands for the interviewer; null on the web. */
  readonly interviewer: number | null;
  readonly weight: number | null;
  readonly answers: Answers;
  /** Questions on the interview's path. */
  readonly askedIds: ReadonlySet<string>;
}

/** The row's cells in the order of the columns; null is SPSS's own missing value, or an empty text. */
export function dataCells(variables: readonly Variable[], row: DataRow): readonly (string | number | null)[] {
  return variables.map((variable) => cellOfRow(variable, row));
}

function cellOfRow(variable: Variable, row: DataRow): string | number | null {
  const { source } = variable;
  switch (source.kind) {
    case 'paradata':
      return paradataOf(source.what, row);
    case 'dimension': {
      const at = source.groupIds.indexOf(row.cell?.split('/')[source.at] ?? '');
      return at < 0 ? null : at + 1;
    }
    case 'answer':
      return answerOf(variable, source, row);
    default:
      return source satisfies never;
  }
}

function paradataOf(
  what: Extract<VariableSource, { kind: 'paradata' }>['what'],
  row: DataRow,
): string | number | null {
  switch (what) {
    case 'id':
      return row.id;
    case 'state':
      return interviewStates.indexOf(row.state) + 1;
    case 'channel':
      return interviewChannels.indexOf(row.channel) + 1;
    case 'started':
      return row.startedAt;
    case 'seconds':
      return row.durationMs === null ? null : Math.round(row.durationMs / 1000);
    case 'interviewer':
      return row.interviewer;
    case 'weight':
      return row.weight;
    default:
      return what satisfies never;
  }
}

function answerOf(
  { kind }: Variable,
  { questionId, row, option, codes }: Extract<VariableSource, { kind: 'answer' }>,
  { answers, askedIds }: DataRow,
): string | number | null {
  const given = answers[questionId];
  const value = row === null ? given : partOf(given, row);
  if (value === undefined) {
    if (kind === 'text') return null;
    return askedIds.has(questionId) ? notAnsweredCode : notAskedCode;
  }
  if (option !== null) return Array.isArray(value) && value.includes(option) ? 1 : 0;
  if (codes.length > 0) return codes.find((each) => each.value === String(value))?.code ?? notAnsweredCode;
  if (kind === 'text') return String(value).replace(/\s+/g, ' ');
  return typeof value === 'number' ? value : notAnsweredCode;
}

function partOf(given: Answers[string] | undefined, row: string): string | undefined {
  if (typeof given !== 'object' || Array.isArray(given)) return undefined;
  // What is an object and no list is a record of texts.
  const part = (given as Readonly<Record<string, string>>)[row];
  return part === '' ? undefined : part;
}
