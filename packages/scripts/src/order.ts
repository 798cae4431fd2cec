import type { Script, ScriptQuestion, ScriptStep, ShuffledBlock } from '@alize/model';
import { shuffled } from './draw.ts';

/** The steps in the order of one interview: the document's, but each shuffled block in an order drawn for the seed. */
export function orderedSteps({ steps, shuffledBlocks }: Script, seed: number): readonly ScriptStep[] {
  return shuffledBlocks.reduce((ordered, block) => withDrawn(ordered, block, seed), steps);
}

/** The question with its options (a matrix: its rows) in the order drawn for the seed, where they are shuffled. */
export function orderedQuestion(question: ScriptQuestion, seed: number): ScriptQuestion {
  if (!question.isShuffled) return question;
  const draw = { seed, of: question.id };
  if (question.kind === 'matrix') return { ...question, rows: shuffled(question.rows, draw) };
  const options = shuffled(question.options, { ...draw, isFixed: (option) => option.isFixed });
  return { ...question, options };
}

/** Only the places that the block's steps hold are drawn among; no other step moves. */
function withDrawn(
  steps: readonly ScriptStep[],
  { id, stepIds }: ShuffledBlock,
  seed: number,
): readonly ScriptStep[] {
  const drawn = shuffled(
    steps.filter((step) => stepIds.includes(step.id)),
    { seed, of: `block:${id}` },
  );
  let taken = 0;
  return steps.map((step) => (stepIds.includes(step.id) ? (drawn[taken++] ?? step) : step));
}
