import { describe, expect, test } from 'vitest';
import { texts } from './i18n.ts';

const categories = {
  fr: new Intl.PluralRules('fr').resolvedOptions().pluralCategories,
  en: new Intl.PluralRules('en').resolvedOptions().pluralCategories,
};
const plural = /^(.+)_(zero|one|two|few|many|other)$/;

/** Every sentence with its path: `state.ready`. */
function sentences(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? sentences(value, `${path}${key}.`)
      : [[path + key, String(value)]],
  );
}
const keys = (tree: object) => sentences(tree).map(([key]) => key);
const nouns = (tree: object) => [...new Set(keys(tree).map((key) => plural.exec(key)?.[1] ?? key))].sort();
const fields = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort();

describe.each(Object.entries(texts))('the texts of %s', (_name, feature) => {
  test('say the same things in French and in English', () => {
    expect(nouns(feature.en)).toEqual(nouns(feature.fr));
  });

  test.each(['fr', 'en'] as const)('have every plural that %s needs', (language) => {
    const all = new Set(keys(feature[language]));
    const counted = [...all].flatMap((key) => plural.exec(key)?.[1] ?? []);
    const missing = counted.flatMap((key) =>
      categories[language].map((category) => `${key}_${category}`).filter((each) => !all.has(each)),
    );
    expect(missing).toEqual([]);
  });

  test('fill in the same data in both languages', () => {
    const english = new Map(sentences(feature.en));
    const differing = sentences(feature.fr).filter(([key, french]) => {
      const other = english.get(key);
      return other !== undefined && fields(french).join() !== fields(other).join();
    });
    expect(differing).toEqual([]);
  });

  test('use the typographic apostrophe in French', () => {
    expect(sentences(feature.fr).filter(([, sentence]) => sentence.includes("'"))).toEqual([]);
  });
});
