import {
  type Answer,
  type Answers,
  addressParts,
  dateWords,
  type Language,
  localeOf,
  type Script,
  type ScriptQuestion,
} from '@alize/model';
import { isList, neutralText, outcomeNames } from '@alize/scripts';

/** An answer as people read it. */
export interface AnswerShown {
  readonly questionId: string;
  readonly label: string;
  readonly value: string;
}

/** An answer with the question's label and the labels of what was chosen; figures and days as `language` writes them. */
export function answerText(
  script: Script,
  questionId: string,
  value: Answer | undefined,
  language: Language,
): AnswerShown {
  const question = script.steps.flatMap((step) => step.questions).find(({ id }) => id === questionId);
  const said = script.steps.find((step) => `said:${step.id}` === questionId);
  const label = neutralText(question?.label ?? said?.title ?? questionId);
  return { questionId, label, value: shownText(question, value ?? '', language) };
}

/**
 * What was answered, in the order of the script: without ticks, and without what follows from the answers or is an id of
 * an appointment, which are told elsewhere in words of their own.
 */
export function answersShown(script: Script, answers: Answers, language: Language): AnswerShown[] {
  const derived: readonly string[] = outcomeNames;
  return script.steps
    .flatMap((step) => step.questions)
    .filter(({ id, kind }) => answers[id] !== undefined && kind !== 'appointment' && !derived.includes(id))
    .map(({ id }) => answerText(script, id, answers[id], language));
}

function shownText(question: ScriptQuestion | undefined, value: Answer, language: Language): string {
  const labelOf = (chosen: string) =>
    neutralText(question?.options.find((option) => option.value === chosen)?.label ?? chosen);
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (typeof value === 'number') return value.toLocaleString(localeOf(language));
  if (isList(value)) return value.map(labelOf).join(', ');
  if (typeof value === 'string') return dayText(question, value, language) ?? labelOf(value);
  if (question?.kind !== 'matrix') return joinedParts(value);
  const rows = question.rows.filter((row) => value[row.value] !== undefined);
  return rows.map((row) => `${neutralText(row.label)} : ${labelOf(value[row.value] ?? '')}`).join(' ; ');
}

/** A day, or an instant by the clock of whoever was asked; null of anything else. */
function dayText(question: ScriptQuestion | undefined, value: string, language: Language): string | null {
  const isDay = question?.kind === 'date' || question?.kind === 'datetime';
  if (!isDay || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const timeStyle = question.kind === 'datetime' ? 'short' : undefined;
  const { epochMilliseconds } = Temporal.PlainDateTime.from(value).toZonedDateTime('UTC');
  return dateWords(language, { dateStyle: 'long', timeStyle, timeZone: 'UTC' })(epochMilliseconds);
}

/** Of an address its parts as one writes them; of several values each. */
function joinedParts(answer: Readonly<Record<string, string>>): string {
  const parts = addressParts.flatMap((part) => answer[part] || []);
  return (parts.length > 0 ? parts : Object.values(answer)).join(', ');
}
