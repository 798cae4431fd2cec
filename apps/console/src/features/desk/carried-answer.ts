import type { Answer, Answers } from '@alize/model';

/** Whether an answer is still the one of the earlier call; the order of rows and parts does not count. */
export function isCarried(questionId: string, answer: Answer | undefined, earlier: Answers): boolean {
  const before = Object.hasOwn(earlier, questionId) ? earlier[questionId] : undefined;
  return answer !== undefined && before !== undefined && plain(answer) === plain(before);
}

function plain(answer: Answer): string {
  if (typeof answer !== 'object' || Array.isArray(answer)) return JSON.stringify(answer);
  return JSON.stringify(Object.entries(answer).sort(([one], [other]) => one.localeCompare(other)));
}
