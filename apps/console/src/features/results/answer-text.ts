import type { Answer } from '@alize/model';

/** An answer as it is read: several choices by commas, rows of a matrix and parts of an address each with its name. */
export function answerText(answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? '✓' : '✗';
  if (typeof answer !== 'object') return String(answer);
  if (isList(answer)) return answer.join(', ');
  return Object.entries(answer)
    .map(([name, value]) => `${name} : ${value}`)
    .join(', ');
}

/** `Array.isArray` does not narrow a readonly array. */
const isList = (answer: Answer): answer is readonly string[] => Array.isArray(answer);
