import type { Answers, Script } from '@alize/model';

/** The script asks for an appointment on the way of this call, and no time is held for it. */
export function lacksSlot(script: Pick<Script, 'steps'>, path: readonly string[], answers: Answers): boolean {
  return script.steps
    .filter(({ id }) => path.includes(id))
    .flatMap(({ questions }) => questions)
    .some(({ id, kind }) => kind === 'appointment' && answers[id] === undefined);
}
