/** UTF-8 read as Windows-1252 (`Ã©`, `â€™`), or letters that could not be read at all. */
const garbled =
  /\uFFFD|[ÃÂ][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2122]|â€/;
const separators = /[\s,;:()"«»/]+/;

/** Words by which a person sees whether the encoding is right: a few that are more than plain letters. */
export function tellingWords(rows: readonly (readonly string[])[], most = 6): readonly string[] {
  const words = rows.flat().flatMap((cell) => cell.split(separators));
  const distinct = [
    ...new Set(words.filter((word) => /\P{ASCII}/u.test(word) && /(\p{L}.*){3}|\uFFFD/u.test(word))),
  ];
  return distinct.toSorted((a, b) => Number(isGarbled(b)) - Number(isGarbled(a))).slice(0, most);
}

/** Whether a text looks as if it had been read in the wrong encoding. */
export const isGarbled = (text: string): boolean => garbled.test(text);
