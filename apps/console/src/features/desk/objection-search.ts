import type { Objection } from '@alize/model';

/** Objections whose words hold all that is typed, any case and no accents; those that have it in their title first. */
export function objectionsFor(objections: readonly Objection[], typed: string): readonly Objection[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => plain(text).includes(word));
  const byTitle = objections.filter(({ title }) => holds(title));
  const byAnswer = objections.filter(
    (each) => !byTitle.includes(each) && holds(`${each.title} ${each.answer}`),
  );
  return [...byTitle, ...byAnswer];
}

const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
