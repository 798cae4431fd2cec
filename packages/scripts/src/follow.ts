import type { Answers, Script, ScriptQuestion, ScriptStep } from '@alize/model';
import { holds } from './condition.ts';
import { orderedQuestion, orderedSteps } from './order.ts';
import type { Answered } from './points.ts';
import type { ScriptFacts } from './script-facts.ts';
import { answerTo, isComplete, isEmpty, isValidAnswer } from './valid-answer.ts';

/** The id under which the agent's tick for a step's legal sentences is kept among the answers, as `true`. */
export function saidId(stepId: string): `said:${string}` {
  return `said:${stepId}`;
}

/** The step after `stepId` with these answers, or `end`. An unknown step leads to `end`. */
export function nextStepId(script: Script, stepId: string, answers: Answers, facts: ScriptFacts): string {
  const path = walk(script, answers, facts);
  const at = path.findIndex(({ step }) => step.id === stepId);
  if (at >= 0) return path[at + 1]?.step.id ?? 'end';
  return walkFrom({ script, answers, facts }, stepId, knownAtEnd(path))[1]?.step.id ?? 'end';
}

/**
 * The questions that the step asks with these answers, in its order, each with its options or rows in the order drawn
 * for this interview. Answers of steps that the path does not touch have no say in what is asked.
 */
export function questionsOf(
  script: Script,
  stepId: string,
  answers: Answers,
  facts: ScriptFacts,
): readonly ScriptQuestion[] {
  const questions = reached(script, stepId, answers, facts)?.questions ?? [];
  return questions.map((question) => orderedQuestion(question, facts.seed));
}

/**
 * Ids of the step's questions that still need an answer: required ones without a whole one, any with an answer that does
 * not fit; and `saidId(stepId)` for legal sentences not ticked. An unknown step needs none.
 */
export function missingAnswers(
  script: Script,
  stepId: string,
  answers: Answers,
  facts: ScriptFacts,
): readonly string[] {
  const visit = reached(script, stepId, answers, facts);
  return visit ? missingAt(visit, answers) : [];
}

/** Ids of the steps that these answers lead through, from the first on, each once. */
export function pathOf(script: Script, answers: Answers, facts: ScriptFacts): readonly string[] {
  return walk(script, answers, facts).map(({ step }) => step.id);
}

/** One step of the path. */
export interface Visit {
  readonly step: ScriptStep;
  /** Those that are shown, as the document has them. */
  readonly questions: readonly ScriptQuestion[];
  /** All that was validly answered up to here, this step included. */
  readonly known: readonly Answered[];
}

/** The path with what is asked at each step. It never turns back, so each step comes once. */
export function walk(script: Script, answers: Answers, facts: ScriptFacts): readonly Visit[] {
  return walkFrom({ script, answers, facts }, null, []);
}

/** All that was validly answered on a path. */
export function knownAtEnd(path: readonly Visit[]): readonly Answered[] {
  return path.at(-1)?.known ?? [];
}

/** Ids still missing at one step of the path. */
export function missingAt({ step, questions }: Visit, answers: Answers): readonly string[] {
  const isUnsaid = step.legal.length > 0 && answerTo(answers, saidId(step.id)) !== true;
  const unanswered = questions.filter((question) => {
    const answer = answerTo(answers, question.id);
    if (isEmpty(answer)) return question.isRequired;
    return !isValidAnswer(question, answer) || (question.isRequired && !isComplete(question, answer));
  });
  return [...(isUnsaid ? [saidId(step.id)] : []), ...unanswered.map((question) => question.id)];
}

/** The step as the path comes to it; one beside the path, as if it came after all others. */
function reached(script: Script, stepId: string, answers: Answers, facts: ScriptFacts): Visit | undefined {
  const path = walk(script, answers, facts);
  return (
    path.find(({ step }) => step.id === stepId) ??
    walkFrom({ script, answers, facts }, stepId, knownAtEnd(path))[0]
  );
}

interface Interview {
  readonly script: Script;
  readonly answers: Answers;
  readonly facts: ScriptFacts;
}

/** From a step on, which is visited whatever its condition; from the first shown when `stepId` is null. */
function walkFrom(
  interview: Interview,
  stepId: string | null,
  knownBefore: readonly Answered[],
): readonly Visit[] {
  const { script, facts } = interview;
  const steps = orderedSteps(script, facts.seed);
  const start = stepId === null ? 0 : steps.findIndex((step) => step.id === stepId);
  const path: Visit[] = [];
  let known = knownBefore;
  let at = start < 0 ? steps.length : start;
  for (let step = steps[at]; step; step = steps[at]) {
    const isAsked = step.id === stepId || step.showIf === null || holds(step.showIf, known, facts);
    if (isAsked) {
      const visit = visitTo(interview, step, known);
      path.push(visit);
      known = visit.known;
    }
    at = isAsked ? placeAfter(interview, steps, at, known) : at + 1;
  }
  return path;
}

/** Each question is shown or not by the answers before it, those of this step included. */
function visitTo({ answers, facts }: Interview, step: ScriptStep, before: readonly Answered[]): Visit {
  let known = before.filter(({ question }) => !step.questions.includes(question));
  const questions = step.questions.filter((question) => {
    if (question.showIf !== null && !holds(question.showIf, known, facts)) return false;
    const answer = answerTo(answers, question.id);
    if (!isEmpty(answer) && isValidAnswer(question, answer)) known = [...known, { question, answer }];
    return true;
  });
  return { step, questions, known };
}

/** The place of the next step; past the last one at the end. A branch that does not lead forward is none. */
function placeAfter(
  { script, facts }: Interview,
  steps: readonly ScriptStep[],
  at: number,
  known: readonly Answered[],
): number {
  const branch = steps[at]?.branches.find(
    ({ when, goTo }) => placeOf(script, steps, goTo) > at && holds(when, known, facts),
  );
  return branch ? placeOf(script, steps, branch.goTo) : at + 1;
}

/** Where a branch leads: for the first step of a shuffled block, to whichever of its steps was drawn to be first. */
function placeOf({ shuffledBlocks }: Script, steps: readonly ScriptStep[], goTo: string): number {
  if (goTo === 'end') return steps.length;
  const block = shuffledBlocks.find(({ stepIds }) => stepIds[0] === goTo);
  return steps.findIndex(({ id }) => (block ? block.stepIds.includes(id) : id === goTo));
}
