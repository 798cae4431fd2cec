import { type Answers, type CustomValue, dateWords, type Language, type ScriptQuestion } from '@alize/model';
import { answerTo, isEmpty, isList, isRecord, isValidAnswer } from './valid-answer.ts';

const yesNo: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  fr: ['oui', 'non'],
  en: ['yes', 'no'],
};

/** A value as it is read out: `oui`, `12,5`, `31/12/2026`. */
export function written(value: CustomValue, language: Language): string {
  if (typeof value === 'boolean') return yesNo[language][value ? 0 : 1];
  if (typeof value === 'number') return language === 'fr' ? String(value).replace('.', ',') : String(value);
  return value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
}

/** An answer as it is read out, options by their labels; null when there is none, or none that can be said. */
export function wordsOfAnswer(question: ScriptQuestion, answers: Answers, language: Language): string | null {
  const answer = answerTo(answers, question.id);
  if (isEmpty(answer) || !isValidAnswer(question, answer)) return null;
  if (isList(answer)) {
    const labels = answer.map((value) => labelOf(question, value));
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(labels);
  }
  if (isRecord(answer)) return question.kind === 'address' ? oneLine(answer) : null;
  if (question.kind === 'single') return labelOf(question, String(answer));
  if (question.kind === 'datetime') return momentInWords(String(answer), language);
  return written(answer, language);
}

function labelOf({ options }: ScriptQuestion, value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

function oneLine({ street, extra, postalCode, city, country }: Readonly<Record<string, string>>): string {
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [street, extra, town, country].filter(Boolean).join(', ');
}

/** As the text has it, in its own local time: `mardi 1er décembre 2026 à 10:00`. */
function momentInWords(moment: string, language: Language): string {
  const local = Date.parse(`${moment.slice(0, 16)}:00Z`);
  return dateWords(language, { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' })(local);
}
