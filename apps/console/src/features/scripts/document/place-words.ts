import type { TFunction } from 'i18next';

const numbered = [
  'steps',
  'questions',
  'options',
  'rows',
  'bands',
  'branches',
  'objections',
  'shuffledBlocks',
  'stages',
] as const;
const texts = ['title', 'say', 'webSay', 'note', 'label', 'answer'] as const;

/** Where a JSON pointer leads, as people count: `Étape 2 · Question 1 · Libellé`. Empty for the document itself. */
export function placeWords(pointer: string, t: TFunction<'scripts'>): string {
  const keys = pointer.split('/').slice(1);
  return keys
    .flatMap((key, at) => {
      const list = numbered.find((each) => each === key);
      const number = Number(keys[at + 1] ?? Number.NaN) + 1;
      if (list && number > 0) return t(`place.${list}`, { number });
      const text = at === keys.length - 1 && texts.find((each) => each === key);
      return text ? t(`place.${text}`) : [];
    })
    .join(' · ');
}
