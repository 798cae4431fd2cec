import type { Disposition, Script } from '@alize/model';

/**
 * How the script says that the call ends: by the last step with an ending that was reached, the current one included;
 * out of target where an answer disqualifies; null when it says nothing yet.
 */
export function proposedDisposition(
  script: Pick<Script, 'steps'>,
  reached: { readonly path: readonly string[]; readonly stepId: string; readonly isDisqualified: boolean },
): Disposition | null {
  const { path, stepId, isDisqualified } = reached;
  const at = path.indexOf(stepId);
  const visited = at < 0 ? path : path.slice(0, at + 1);
  const ending = visited
    .map((id) => script.steps.find((step) => step.id === id)?.ending ?? null)
    .findLast((each) => each !== null);
  return ending ?? (isDisqualified ? 'out_of_target' : null);
}
