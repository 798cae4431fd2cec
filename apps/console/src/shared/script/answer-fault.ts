import type { Answer, QuestionKind, ScriptQuestion } from '@alize/model';
import { isValidAnswer } from '@alize/scripts';

/** What is wrong with an answer; each has its sentence under `fault` of the texts. */
export type AnswerFault = 'required' | Exclude<QuestionKind, 'appointment'>;

/**
 * What to say beside a question: nothing while somebody is still filling it in, that an answer is needed once they
 * have tried to pass over it, and what does not fit once they have left it.
 */
export function answerFault(
  question: ScriptQuestion,
  answer: Answer | undefined,
  { isMissing, isLeft }: { readonly isMissing: boolean; readonly isLeft: boolean },
): AnswerFault | null {
  if (isEmpty(answer)) return isMissing ? 'required' : null;
  // An answer that is there and counts as missing does not fit, or leaves a row or a part out.
  const isWrong = isMissing || (isLeft && !isValidAnswer(question, answer));
  if (!isWrong) return null;
  return question.kind === 'appointment' ? 'required' : question.kind;
}

function isEmpty(answer: Answer | undefined): answer is undefined {
  if (answer === undefined) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return typeof answer === 'object' && Object.keys(answer).length === 0;
}
