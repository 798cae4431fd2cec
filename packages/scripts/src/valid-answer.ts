import {
  type Answer,
  type Answers,
  addressParts,
  isId,
  isPhoneNumber,
  type ScriptQuestion,
} from '@alize/model';

/** Longest text of an answer whose question names no bound, and of a part of an address. */
const textLengthMax = 10_000;
const addressPartLengthMax = 200;

/** What was answered; undefined for nothing, also where the id is the name of something every object has. */
export function answerTo(answers: Answers, questionId: string): Answer | undefined {
  return Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
}

/**
 * True when the answer fits its question: an option's value (or several, within the bounds, an exclusive one alone), a
 * number within bounds, text that is not blank, an option by row, an E.164 number, an e-mail address, an address by its
 * parts, a date `2026-11-23`, a date and time `2026-11-23T10:30`, local to the person called, or an instant, or the id
 * of an appointment. Some rows or parts may be left out: see `isComplete`.
 */
export function isValidAnswer(question: ScriptQuestion, answer: Answer): boolean {
  switch (question.kind) {
    case 'single':
      return isOption(question, answer);
    case 'multiple':
      return isList(answer) && isChoice(question, answer);
    case 'number':
      return isWithin(question, answer);
    case 'scale':
      return Number.isInteger(answer) && isWithin(question, answer);
    case 'text':
      return isText(answer, question.max ?? textLengthMax);
    case 'matrix':
      return isRecord(answer) && isMatrix(question, answer);
    case 'address':
      return isRecord(answer) && isAddress(answer);
    case 'date':
      return typeof answer === 'string' && isDate(answer);
    case 'datetime':
      return typeof answer === 'string' && isDateTime(answer);
    case 'phone':
      return isPhoneNumber(answer);
    case 'email':
      return typeof answer === 'string' && isEmail(answer);
    case 'appointment':
      return isId('appointment', answer);
  }
}

/** True when a valid answer leaves nothing out: each row of a matrix; street and town of an address. */
export function isComplete(question: ScriptQuestion, answer: Answer): boolean {
  if (!isRecord(answer)) return true;
  const wanted = question.kind === 'address' ? ['street', 'city'] : question.rows.map(({ value }) => value);
  return wanted.every((key) => Object.hasOwn(answer, key));
}

/** True for what stands for no answer: none at all, blank text, an empty list or record. */
export function isEmpty(answer: Answer | undefined): answer is undefined {
  if (answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  if (isList(answer)) return answer.length === 0;
  return isRecord(answer) && Object.keys(answer).length === 0;
}

/** `Array.isArray` does not narrow a readonly array. */
export function isList(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer);
}

/** Answers by row or part. */
export function isRecord(answer: Answer): answer is Readonly<Record<string, string>> {
  return typeof answer === 'object' && !isList(answer);
}

function isOption(question: ScriptQuestion, answer: unknown): boolean {
  return question.options.some(({ value }) => value === answer);
}

function isChoice(question: ScriptQuestion, chosen: readonly string[]): boolean {
  const { min, max, options } = question;
  const isAlone = options.some(({ value, isExclusive }) => isExclusive && chosen.includes(value));
  if (isAlone) return chosen.length === 1;
  return (
    chosen.length >= Math.max(1, min ?? 1) &&
    (max === null || chosen.length <= max) &&
    new Set(chosen).size === chosen.length &&
    chosen.every((each) => isOption(question, each))
  );
}

function isMatrix(question: ScriptQuestion, answer: Readonly<Record<string, string>>): boolean {
  const given = Object.entries(answer);
  return (
    given.length > 0 &&
    given.every(
      ([row, value]) => question.rows.some((each) => each.value === row) && isOption(question, value),
    )
  );
}

function isAddress(answer: Readonly<Record<string, string>>): boolean {
  const parts: readonly string[] = addressParts;
  const given = Object.entries(answer);
  return (
    given.length > 0 &&
    given.every(([part, value]) => parts.includes(part) && isText(value, addressPartLengthMax))
  );
}

function isText(value: unknown, lengthMax: number): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= lengthMax;
}

/** One `@` with something fit for a mailbox before it and a name with a dot after it (RFC 5321, 4.5.3: 254 at most). */
function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
}

function isWithin({ min, max }: ScriptQuestion, answer: Answer): boolean {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return false;
  return (min === null || min <= answer) && (max === null || answer <= max);
}

/** Without Temporal, which not every browser of an agent has. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.split('T');
  return (
    isDate(date) &&
    /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/.test(time)
  );
}
