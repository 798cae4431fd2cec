import type { LegalMatter, Script, ScriptStep } from '@alize/model';
import { type ScriptFinding, scriptFinding } from './script-finding.ts';
import { branchedOptions, reachable, waysFrom } from './script-graph.ts';

/** Matters that must be said and are not, or that a call can get around. */
export function legalFindings(script: Script, matters: readonly LegalMatter[]): readonly ScriptFinding[] {
  if (script.steps.length === 0) return [];
  return matters.flatMap((matter) => {
    const says = ({ legal }: ScriptStep) => legal.includes(matter);
    const first = script.steps.findIndex(says);
    if (first < 0) return [scriptFinding('/steps', 'legal_missing', 'error', { matter })];
    const isAvoidable = reachable(script, says).has(script.steps.length);
    return isAvoidable
      ? [scriptFinding(`/steps/${first}/legal`, 'legal_avoidable', 'warning', { matter })]
      : [];
  });
}

/** Steps that nothing leads to, ends that propose nothing, answers that lead nowhere of their own. */
export function wayFindings(script: Script): readonly ScriptFinding[] {
  const { steps } = script;
  const places = reachable(script);
  const hasEndings = steps.some(({ ending }) => ending !== null);
  const hasSuccess = steps.some(({ ending }, at) => ending === 'success' && places.has(at));
  return [
    ...steps.flatMap(({ title }, at) =>
      places.has(at) ? [] : [scriptFinding(`/steps/${at}`, 'step_unreachable', 'error', { name: title })],
    ),
    ...steps.flatMap((_step, at) => answersWithoutWay(script, at)),
    ...endsWithoutEnding(script),
    ...(hasEndings && !hasSuccess ? [scriptFinding('/steps', 'no_way_to_success', 'warning')] : []),
  ];
}

/** Steps at which a call can end that came by no step with an ending. */
function endsWithoutEnding(script: Script): readonly ScriptFinding[] {
  const { steps } = script;
  const places = reachable(script, ({ ending }) => ending !== null);
  return steps.flatMap(({ title }, at) =>
    places.has(at) && waysFrom(script, at).includes(steps.length)
      ? [scriptFinding(`/steps/${at}/ending`, 'ends_without_ending', 'warning', { name: title })]
      : [],
  );
}

/**
 * Options that no branch names although other options of the question have one, and whose way on, the next step in
 * order, is the way of one of these or the end of a step without ending.
 */
function answersWithoutWay(script: Script, at: number): readonly ScriptFinding[] {
  const step = script.steps[at];
  if (!step) return [];
  const isDeadEnd = at + 1 === script.steps.length && step.ending === null;
  return step.questions.flatMap((question, questionAt) => {
    if (question.kind !== 'single') return [];
    const branched = branchedOptions(script, step, question);
    const isTaken = isDeadEnd || [...branched.values()].includes(at + 1);
    return question.options.flatMap(({ value, label }, optionAt) =>
      branched.size > 0 && isTaken && !branched.has(value)
        ? [
            scriptFinding(
              `/steps/${at}/questions/${questionAt}/options/${optionAt}`,
              'answer_without_way',
              'warning',
              { name: label },
            ),
          ]
        : [],
    );
  });
}
