import type { Answer, ScriptQuestion } from '@alize/model';

/**
 * True when the answer fits its question: an option's value (or several), a number within bounds, text that is not
 * blank, a date `2026-11-23`, or a date and time `2026-11-23T10:30`, local to the person called, or an instant.
 */
export function isValidAnswer(question: ScriptQuestion, answer: Answer): boolean {
  switch (question.kind) {
    case 'single':
      return isOption(question, answer);
    case 'multiple':
      return Array.isArray(answer) && answer.length > 0 && answer.every((each) => isOption(question, each));
    case 'number':
      return isWithin(question, answer);
    case 'scale':
      return Number.isInteger(answer) && isWithin(question, answer);
    case 'text':
      return typeof answer === 'string' && answer.trim() !== '';
    case 'date':
      return typeof answer === 'string' && isDate(answer);
    case 'datetime':
      return typeof answer === 'string' && isDateTime(answer);
  }
}

function isOption(question: ScriptQuestion, answer: unknown): boolean {
  return question.options.some(({ value }) => value === answer);
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
