import type { Script, ScriptQuestion } from '@alize/model';

/** A question of a campaign's interviews, with the step it stands in. */
export interface SurveyQuestion extends ScriptQuestion {
  readonly stepId: string;
}

/**
 * The questions of several versions of a script as one list: those of the first document in its order, then what only
 * later ones have; so with options and rows. Give the newest version first.
 */
export function questionsOfVersions(documents: readonly Script[]): readonly SurveyQuestion[] {
  const merged = new Map<string, SurveyQuestion>();
  for (const document of documents) {
    for (const step of document.steps) {
      for (const question of step.questions) {
        const known = merged.get(question.id);
        merged.set(question.id, known ? withMore(known, question) : { ...question, stepId: step.id });
      }
    }
  }
  return [...merged.values()];
}

function withMore(known: SurveyQuestion, older: ScriptQuestion): SurveyQuestion {
  if (known.kind !== older.kind) return known;
  return { ...known, options: union(known.options, older.options), rows: union(known.rows, older.rows) };
}

function union<T extends { readonly value: string }>(known: readonly T[], older: readonly T[]): readonly T[] {
  return [...known, ...older.filter(({ value }) => !known.some((each) => each.value === value))];
}
