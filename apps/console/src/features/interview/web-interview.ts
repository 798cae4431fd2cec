import type { Answers, CustomValue, Language, Script } from '@alize/model';
import {
  missingAnswers,
  type ScriptContext,
  type ScriptFacts,
  scriptContext,
  standardPlaceholders,
} from '@alize/scripts';

/**
 * Ids of a page's questions that still need an answer. Legal sentences are said on the telephone, and appointments
 * made there: a respondent is asked for neither.
 */
export function missingOnPage(
  script: Script,
  stepId: string,
  answers: Answers,
  facts: ScriptFacts,
): readonly string[] {
  const step = script.steps.find(({ id }) => id === stepId);
  return missingAnswers(script, stepId, answers, facts).filter((id) =>
    step?.questions.some((question) => question.id === id && question.kind !== 'appointment'),
  );
}

/** The words of the placeholders, from the fields that the link opens: the lead's own, and `custom:<name>`. */
export function webContext(interview: {
  readonly script: Script;
  readonly answers: Answers;
  readonly fields: ScriptFacts['fields'];
  readonly clientName: string;
  readonly language: Language;
}): ScriptContext {
  const { fields, ...others } = interview;
  const own = Object.entries(fields).flatMap(([name, value]): [string, CustomValue][] =>
    name.startsWith('custom:') && value !== null ? [[name.slice(7), value]] : [],
  );
  const textOf = (name: string) => {
    const value = fields[name] ?? null;
    return value === null ? null : String(value);
  };
  const told = standardPlaceholders.map(([name]) => [name, textOf(name)] as const);
  return scriptContext({
    ...others,
    lead: {
      ...Object.fromEntries(told),
      civility: textOf('civility'),
      phoneNumber: textOf('phoneNumber') ?? '',
      custom: Object.fromEntries(own),
    },
    // Nobody speaks: whoever asks is the client.
    agentName: interview.clientName,
  });
}
