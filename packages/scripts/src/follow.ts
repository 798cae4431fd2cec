import type { Answers, Script } from '@alize/model';

/** The id under which the agent's tick for a legal sentence is kept among the answers, as `true`. */
export function saidId(stepId: string): `said:${string}` {
  return `said:${stepId}`;
}

/** The step after `stepId` with these answers, or `end`. An unknown step leads to `end`. */
export function nextStepId(script: Script, stepId: string, answers: Answers): string {
  const at = script.steps.findIndex((step) => step.id === stepId);
  const branch = script.steps[at]?.branches.find((each) => answers[each.questionId] === each.equals);
  return branch?.goTo ?? (at < 0 ? 'end' : (script.steps[at + 1]?.id ?? 'end'));
}

/** Ids of the step's required questions that have no valid answer, and `saidId` of a legal step not ticked. */
export function missingAnswers(script: Script, stepId: string, answers: Answers): readonly string[] {
  void script;
  void stepId;
  void answers;
  return [];
}

/** Ids of the steps that these answers lead through, from the first on; each at most once. */
export function pathOf(script: Script, answers: Answers): readonly string[] {
  void answers;
  return script.steps.map((step) => step.id);
}
