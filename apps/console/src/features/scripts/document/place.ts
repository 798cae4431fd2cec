import type { Script } from '@alize/model';

export const parts = ['steps', 'objections', 'scoring', 'blocks', 'preview', 'versions'] as const;
export type Part = (typeof parts)[number];

/** Where in the editor a finding belongs. */
export interface Place {
  readonly part: Part;
  readonly stepId: string | null;
  readonly questionId: string | null;
  /** The JSON pointer, which the fields bear. */
  readonly pointer: string;
}

/** The place of a JSON pointer into the document: `/steps/2/questions/0/options/1/label`. */
export function placeOf(pointer: string, script: Script): Place {
  const [top, at, inner, innerAt] = pointer.split('/').slice(1);
  const none = { stepId: null, questionId: null, pointer };
  if (top === 'objections') return { part: 'objections', ...none };
  if (top === 'scoring') return { part: 'scoring', ...none };
  if (top === 'shuffledBlocks') return { part: 'blocks', ...none };
  const step = top === 'steps' ? script.steps[Number(at)] : undefined;
  const question = inner === 'questions' ? step?.questions[Number(innerAt)] : undefined;
  return { part: 'steps', stepId: step?.id ?? null, questionId: question?.id ?? null, pointer };
}

/** The longest of these pointers that leads to `pointer`, or to something around it; null when none does. */
export function nearest(pointer: string, shown: readonly string[]): string | null {
  const around = shown.filter((each) => pointer === each || pointer.startsWith(`${each}/`));
  return around.reduce<string | null>(
    (best, each) => (best && best.length >= each.length ? best : each),
    null,
  );
}
