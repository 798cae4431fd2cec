import type { Condition, Script, ScriptQuestion, ScriptStep } from '@alize/model';

/** Places of steps in the document; the number of steps stands for the end. */
export type StepPlace = number;

/**
 * The places that some answers lead to, the end included, from the first step on; ways through a step of `closed` are
 * left out. Conditions are taken as free to hold or not, but for branches that cover every answer.
 */
export function reachable(
  script: Script,
  closed: (step: ScriptStep) => boolean = () => false,
): ReadonlySet<StepPlace> {
  const seen = new Set<StepPlace>();
  const open = [...entered(script, 0)];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const step = script.steps[at];
    if (seen.has(at) || (step && closed(step))) continue;
    seen.add(at);
    if (step) open.push(...waysFrom(script, at));
  }
  return seen;
}

/** The places that a step leads to, those behind steps that may be passed over included. */
export function waysFrom(script: Script, at: StepPlace): readonly StepPlace[] {
  const step = script.steps[at];
  if (!step) return [];
  const branches = step.branches.map(({ goTo }) => placeOf(script, goTo)).filter((place) => place > at);
  return [...branches, ...(fallsThrough(step) ? [at + 1] : [])].flatMap((place) => entered(script, place));
}

/** The options of a question that some branch of the step names by `equals`, each with where it leads. */
export function branchedOptions(
  script: Script,
  step: ScriptStep,
  question: ScriptQuestion,
): ReadonlyMap<string, StepPlace> {
  const places = step.branches.flatMap(({ when, goTo }) =>
    namedBy(when, question.id).map((value) => [value, placeOf(script, goTo)] as const),
  );
  return new Map(places.toReversed());
}

/** Where a branch leads. */
function placeOf({ steps }: Script, goTo: string): StepPlace {
  return goTo === 'end' ? steps.length : steps.findIndex(({ id }) => id === goTo);
}

/** Coming to a step that may be passed over is also coming to the next one. */
function entered({ steps }: Script, at: StepPlace): readonly StepPlace[] {
  const places = [at];
  for (let place = at; steps[place]?.showIf; place++) places.push(place + 1);
  return places;
}

/** False when every answer that may be given has a branch of its own, or all of them one together. */
function fallsThrough(step: ScriptStep): boolean {
  if (step.branches.some(({ when }) => when.kind === 'all' && when.conditions.length === 0)) return false;
  return !step.questions.some(({ id, kind, isRequired, showIf, options }) => {
    if (kind !== 'single' || !isRequired || showIf !== null || options.length === 0) return false;
    const named = step.branches.flatMap(({ when }) => namedBy(when, id));
    return options.every(({ value }) => named.includes(value));
  });
}

/** Values of a question for which the condition holds whatever else was answered. */
function namedBy(condition: Condition, questionId: string): readonly string[] {
  if (condition.kind === 'any') return condition.conditions.flatMap((each) => namedBy(each, questionId));
  const isNaming =
    condition.kind === 'answer' && condition.questionId === questionId && condition.is === 'equals';
  return isNaming ? [String(condition.value)] : [];
}
