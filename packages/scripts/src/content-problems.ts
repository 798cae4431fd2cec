import type { Script, ScriptStep } from '@alize/model';
import { conditionProblems, conditionsOf } from './condition-problems.ts';
import { questionProblems, repeated } from './question-problems.ts';
import { type ScriptProblem, type ScriptProblemCode, scriptProblem } from './script-problem.ts';

/** All that keeps a document of the right shape from being published: what is missing, and what leads nowhere. */
export function contentProblems(script: Script): readonly ScriptProblem[] {
  return [
    ...(script.steps.length === 0 ? [scriptProblem('/steps', 'no_steps')] : []),
    ...script.steps.flatMap(stepTexts),
    ...script.objections.flatMap(({ title, answer }, at) => [
      ...textProblem(title, `/objections/${at}/title`),
      ...textProblem(answer, `/objections/${at}/answer`),
      ...markdownProblem(answer, `/objections/${at}/answer`),
    ]),
    ...repeatedIds(script),
    ...script.steps.flatMap((step, stepAt) =>
      step.questions.flatMap((question, at) =>
        questionProblems(question, `/steps/${stepAt}/questions/${at}`),
      ),
    ),
    ...conditionsOf(script).flatMap((place) => conditionProblems(script, place)),
    ...script.steps.flatMap((_step, at) => branchProblems(script, at)),
    ...blockProblems(script),
    ...stageProblems(script),
  ];
}

/** A step of questions alone needs no words of its own. */
function stepTexts(
  { title, say, webSay, note, questions }: ScriptStep,
  at: number,
): readonly ScriptProblem[] {
  return [
    ...textProblem(title, `/steps/${at}/title`),
    ...(questions.length === 0 ? textProblem(say, `/steps/${at}/say`) : []),
    ...markdownProblem(say, `/steps/${at}/say`),
    ...markdownProblem(webSay, `/steps/${at}/webSay`),
    ...markdownProblem(note, `/steps/${at}/note`),
  ];
}

function repeatedIds({ steps }: Script): readonly ScriptProblem[] {
  const questions = steps.flatMap((step, stepAt) =>
    step.questions.map(({ id }, at) => ({ id, path: `/steps/${stepAt}/questions/${at}/id` })),
  );
  return [
    ...repeated(steps.map(({ id }) => id)).map((at) => scriptProblem(`/steps/${at}/id`, 'id_repeated')),
    ...repeated(questions.map(({ id }) => id)).map((at) =>
      scriptProblem(questions[at]?.path ?? '', 'id_repeated'),
    ),
  ];
}

function branchProblems(script: Script, stepAt: number): readonly ScriptProblem[] {
  const step = script.steps[stepAt];
  return (step?.branches ?? []).flatMap(({ goTo }, at) => {
    const code = branchProblem(script, stepAt, goTo);
    return code ? [scriptProblem(`/steps/${stepAt}/branches/${at}/goTo`, code)] : [];
  });
}

function branchProblem(script: Script, from: number, goTo: string): ScriptProblemCode | null {
  if (goTo === 'end') return null;
  const to = script.steps.findIndex(({ id }) => id === goTo);
  if (to < 0) return 'branch_step_unknown';
  const blockOf = (stepId: string | undefined) =>
    script.shuffledBlocks.find(({ stepIds }) => stepId !== undefined && stepIds.includes(stepId));
  const block = blockOf(goTo);
  if (to <= from || (block && block === blockOf(script.steps[from]?.id))) return 'branch_backwards';
  return block && block.stepIds[0] !== goTo ? 'branch_into_block' : null;
}

function blockProblems({ steps, shuffledBlocks }: Script): readonly ScriptProblem[] {
  const ids = steps.map(({ id }) => id);
  const all = shuffledBlocks.flatMap(({ stepIds }, at) =>
    stepIds.map((id, stepAt) => ({ id, path: `/shuffledBlocks/${at}/stepIds/${stepAt}` })),
  );
  return [
    ...repeated(shuffledBlocks.map(({ id }) => id)).map((at) =>
      scriptProblem(`/shuffledBlocks/${at}/id`, 'id_repeated'),
    ),
    ...repeated(all.map(({ id }) => id)).map((at) => scriptProblem(all[at]?.path ?? '', 'block_overlaps')),
    ...shuffledBlocks.flatMap(({ stepIds }, at) => {
      const start = ids.indexOf(stepIds[0] ?? '');
      const isRun = stepIds.length > 1 && start >= 0 && stepIds.every((id, step) => ids[start + step] === id);
      return isRun ? [] : [scriptProblem(`/shuffledBlocks/${at}/stepIds`, 'block_broken')];
    }),
  ];
}

function stageProblems({ scoring }: Script): readonly ScriptProblem[] {
  const stages = scoring?.stages ?? [];
  return [
    ...repeated(stages.map(({ id }) => id)).map((at) =>
      scriptProblem(`/scoring/stages/${at}/id`, 'id_repeated'),
    ),
    ...stages.flatMap(({ label, from }, at) => [
      ...textProblem(label, `/scoring/stages/${at}/label`),
      ...(at > 0 && from <= (stages[at - 1]?.from ?? from)
        ? [scriptProblem(`/scoring/stages/${at}/from`, 'stages_unordered')]
        : []),
    ]),
  ];
}

function textProblem(text: string, path: string): readonly ScriptProblem[] {
  return text.trim() === '' ? [scriptProblem(path, 'text_missing')] : [];
}

/** What opens a tag, a comment or an instruction of HTML, unless it is escaped (CommonMark 0.31, 6.6). */
function markdownProblem(text: string, path: string): readonly ScriptProblem[] {
  return /(?<!\\)<[A-Za-z/!?]/.test(text) ? [scriptProblem(path, 'html_refused')] : [];
}
