import type { Condition, Language, ScriptOption } from '@alize/model';
import { newOption, newStep } from '../document/new-parts.ts';

/** Picks the words of the language that the script is to be read in. */
export type Words = (french: string, english: string) => string;

export const wordsIn =
  (language: Language): Words =>
  (french, english) =>
    language === 'fr' ? french : english;

export const isAnswered = (questionId: string, value: string): Condition => ({
  kind: 'answer',
  questionId,
  row: null,
  is: 'equals',
  value,
});

export const option = (
  value: string,
  label: string,
  more: Partial<Omit<ScriptOption, 'value' | 'label'>> = {},
): ScriptOption => newOption(value, { label, ...more });

/** Who calls, for whom and why, before anything else (article L. 221-16 of the French consumer code), and the other matters. */
export const opening = (words: Words, why: readonly [french: string, english: string]) =>
  newStep('presentation', {
    title: words('Présentation', 'Introduction'),
    say: [
      words(
        '{{M:Bonjour Monsieur|Mme:Bonjour Madame|?:Bonjour}}, je suis **{{agent}}** et je vous appelle pour le compte de **{{client}}**.',
        'Hello, I am **{{agentName}}**, calling on behalf of **{{clientName}}**.',
      ),
      words(...why),
      words(
        'Cet échange peut être enregistré. Vous pouvez refuser cet enregistrement, et demander à ne plus être rappelé{{e}}.',
        'This call may be recorded. You may refuse that, and ask not to be called again.',
      ),
    ].join('\n\n'),
    legal: ['identity', 'client', 'purpose', 'recording', 'objection'],
    note: words(
      'Sans enregistrement des appels, retirez la phrase et la mention.',
      'If calls are not recorded, take the sentence and its tick out.',
    ),
  });

export const objections = (words: Words) => [
  {
    title: words('Je n’ai pas le temps', 'I have no time'),
    answer: words(
      'Je comprends. Quand puis-je vous rappeler ? Cela ne prendra que quelques minutes.',
      'I understand. When may I call you back? It only takes a few minutes.',
    ),
  },
  {
    title: words('Comment avez-vous eu mon numéro ?', 'Where did you get my number?'),
    answer: words(
      '{{client}} nous l’a transmis pour cet appel. Je peux noter tout de suite que vous ne souhaitez plus être appelé{{e}}.',
      '{{clientName}} gave it to us for this call. I can note at once that you do not wish to be called again.',
    ),
  },
  {
    title: words('Ne m’appelez plus', 'Do not call me again'),
    answer: words(
      'C’est noté : votre numéro est retiré de nos appels. Excusez-nous du dérangement.',
      'Noted: your number is taken off our calls. We are sorry to have disturbed you.',
    ),
  },
];

export const refusal = (words: Words) =>
  newStep('refus', {
    title: words('Refus', 'Refusal'),
    say: words(
      'Je comprends, merci de m’avoir répondu. Excellente journée.',
      'I understand, thank you for answering. Have a good day.',
    ),
    branches: [{ when: { kind: 'all', conditions: [] }, goTo: 'end' }],
    ending: 'not_interested',
  });
