import type {
  Condition,
  Objection,
  ScriptBranch,
  ScriptOption,
  ScriptQuestion,
  ScriptStep,
} from '@alize/model';

/** A step of which only what matters is said. */
export const step = (fields: Pick<ScriptStep, 'id' | 'title' | 'say'> & Partial<ScriptStep>): ScriptStep => ({
  ...{ webSay: '', legal: [], note: '', showIf: null, questions: [], branches: [], ending: null },
  ...fields,
});

/** A question that needs an answer, unless told. */
export const question = (
  fields: Pick<ScriptQuestion, 'id' | 'kind' | 'label'> & Partial<ScriptQuestion>,
): ScriptQuestion => ({
  ...{ help: '', isRequired: true, options: [], rows: [], min: null, max: null, minLabel: '', maxLabel: '' },
  ...{ showIf: null, isShuffled: false, fills: null, bands: [] },
  ...fields,
});

/** An answer to choose, worth nothing unless told. */
export const option = (value: string, label: string, change: Partial<ScriptOption> = {}): ScriptOption => ({
  ...{ value, label, points: 0, isDisqualifying: false, isExclusive: false, isFixed: false },
  ...change,
});

export const yesNo = [option('oui', 'Oui'), option('non', 'Non')] as const;

/** True when the question was answered so. */
export const answered = (questionId: string, value: string | number): Condition => ({
  ...{ kind: 'answer', questionId, row: null, is: 'equals', value },
});

export const branch = (when: Condition, goTo: string): ScriptBranch => ({ when, goTo });

/** Holds always. */
export const always: Condition = { kind: 'all', conditions: [] };

/** The caller says who calls, for whom and why, before anything else (C. conso. L.221-16). */
export const identification = (why: string): ScriptStep =>
  step({
    id: 'identification',
    title: 'Présentation',
    say: `{{M:Bonjour Monsieur|Mme:Bonjour Madame|?:Bonjour}} {{nom|}}, je suis **{{agent}}** et je vous appelle pour **{{client}}**. ${why}\n\nVous pouvez à tout moment refuser d’être rappelé{{e}}.`,
    legal: ['identity', 'client', 'purpose', 'objection'],
  });

export const objections: readonly Objection[] = [
  {
    title: 'Je n’ai pas le temps',
    answer: 'Je comprends. Quand puis-je vous rappeler ? Cela ne prendra que trois minutes.',
  },
  {
    title: 'Comment avez-vous eu mon numéro ?',
    answer:
      'C’est celui que vous avez confié à {{client}} avec votre contrat {{Contrat|}}. Je peux noter tout de suite que vous ne souhaitez plus être appelé{{e}}.',
  },
  {
    title: 'Ne m’appelez plus',
    answer: 'C’est noté, votre numéro est retiré de nos appels dès maintenant. Excusez-nous du dérangement.',
  },
];

/** For who does not wish to go on. */
export const refusal = step({
  id: 'refus',
  title: 'Refus',
  say: 'Je comprends {{civilite}}, je ne vous dérange pas plus longtemps. Je vous souhaite une bonne journée.',
  branches: [branch(always, 'end')],
  ending: 'not_interested',
});

/** For who is not among those looked for. */
export const outOfTarget = step({
  id: 'hors-cible',
  title: 'Hors cible',
  say: 'Merci {{civilite}}, je n’ai pas d’autre question pour vous. Je vous souhaite une bonne journée.',
  ending: 'out_of_target',
});
