/** What stands between double braces in a script's text. */
export type Placeholder =
  | { readonly kind: 'field'; readonly name: string; readonly fallback: string | null }
  | { readonly kind: 'answer'; readonly questionId: string; readonly fallback: string | null }
  /** One form for each civility; `unknown` where nobody knows it. A form that is not given is null. */
  | {
      readonly kind: 'forms';
      readonly M: string | null;
      readonly Mme: string | null;
      readonly unknown: string | null;
    };

const between = /\{\{([^{}]+)\}\}/g;

/** The placeholders of a text, in its order. */
export function placeholdersOf(text: string): readonly Placeholder[] {
  return [...text.matchAll(between)].flatMap(([, inner = '']) => readPlaceholder(inner) ?? []);
}

/** The text with each placeholder replaced; what is none stays as it is. */
export function replacePlaceholders(text: string, words: (placeholder: Placeholder) => string): string {
  return text.replace(between, (all, inner: string) => {
    const placeholder = readPlaceholder(inner);
    return placeholder ? words(placeholder) : all;
  });
}

/** Names are the same whatever their accents, case, blanks and punctuation. */
export function placeholderKey(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function readPlaceholder(inner: string): Placeholder | null {
  const parts = inner.split('|');
  const forms = parts.map((part) => /^\s*(M|Mme|\?)\s*:(.*)$/su.exec(part));
  if (forms.every((form) => form !== null)) {
    const formOf = (who: string) => forms.find((form) => form[1] === who)?.[2]?.trim() ?? null;
    return { kind: 'forms', M: formOf('M'), Mme: formOf('Mme'), unknown: formOf('?') };
  }
  const [name = '', ...rest] = parts;
  if (name.trim() === '') return null;
  const fallback = rest.length === 0 ? null : rest.join('|').trim();
  const answer = /^\s*(?:answer|réponse|reponse)\s*:\s*(\S+)\s*$/iu.exec(name);
  return answer?.[1]
    ? { kind: 'answer', questionId: answer[1], fallback }
    : { kind: 'field', name: name.trim(), fallback };
}
