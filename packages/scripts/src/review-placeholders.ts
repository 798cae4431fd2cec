import type { Script } from '@alize/model';
import { type Placeholder, placeholderKey, placeholdersOf } from './placeholders.ts';
import { type ScriptFinding, scriptFinding } from './script-finding.ts';

/** Placeholders that nothing fills. `known` has the names of fields by their `placeholderKey`. */
export function placeholderFindings(script: Script, known: ReadonlySet<string>): readonly ScriptFinding[] {
  return textsOf(script).flatMap((place) =>
    placeholdersOf(place.text).flatMap((placeholder) => findingsOf(script, placeholder, place, known)),
  );
}

function findingsOf(
  script: Script,
  placeholder: Placeholder,
  place: { readonly path: string; readonly stepAt: number },
  known: ReadonlySet<string>,
): readonly ScriptFinding[] {
  switch (placeholder.kind) {
    case 'field':
      return known.has(placeholderKey(placeholder.name)) ? [] : [unknownField(placeholder, place.path)];
    case 'answer':
      return answerFindings(script, placeholder, place);
    case 'forms':
      return [];
  }
}

/** With a fallback the text can be read out all the same. */
function unknownField(
  { name, fallback }: Extract<Placeholder, { kind: 'field' }>,
  path: string,
): ScriptFinding {
  return scriptFinding(path, 'placeholder_unknown', fallback === null ? 'error' : 'warning', { name });
}

function answerFindings(
  script: Script,
  { questionId, fallback }: Extract<Placeholder, { kind: 'answer' }>,
  { path, stepAt }: { readonly path: string; readonly stepAt: number },
): readonly ScriptFinding[] {
  const askedAt = script.steps.findIndex((step) => step.questions.some(({ id }) => id === questionId));
  const name = questionId;
  if (askedAt < 0) return [scriptFinding(path, 'placeholder_answer_unknown', 'error', { name })];
  const isTooLate = askedAt > stepAt;
  return isTooLate
    ? [
        scriptFinding(path, 'placeholder_answer_too_late', fallback === null ? 'error' : 'warning', {
          name,
        }),
      ]
    : [];
}

/** Every text that people read, with the step in which they do; objections come at any time. */
function textsOf({ steps, objections }: Script) {
  return [
    ...steps.flatMap(({ say, webSay, note, questions }, stepAt) => [
      { text: say, path: `/steps/${stepAt}/say`, stepAt },
      { text: webSay, path: `/steps/${stepAt}/webSay`, stepAt },
      { text: note, path: `/steps/${stepAt}/note`, stepAt },
      ...questions.flatMap(({ label, help }, at) => [
        { text: label, path: `/steps/${stepAt}/questions/${at}/label`, stepAt },
        { text: help, path: `/steps/${stepAt}/questions/${at}/help`, stepAt },
      ]),
    ]),
    ...objections.map(({ answer }, at) => ({
      text: answer,
      path: `/objections/${at}/answer`,
      stepAt: steps.length,
    })),
  ];
}
