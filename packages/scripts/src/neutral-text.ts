import { type Placeholder, placeholderKey, replacePlaceholders } from './placeholders.ts';

/**
 * A script's words for who reads of many calls at once, as plain text: the client's name where it is given, the fallback
 * of what differs from person to person, or else its name in brackets (`[prénom]`), both forms of a word
 * (`content/contente`), and no marks of Markdown.
 */
export function neutralText(say: string, clientName: string | null = null): string {
  return replacePlaceholders(withoutEmphasis(say), (placeholder) => wordsFor(placeholder, clientName));
}

function wordsFor(placeholder: Placeholder, clientName: string | null): string {
  switch (placeholder.kind) {
    case 'forms': {
      const { M, Mme, unknown } = placeholder;
      return unknown ?? [M, Mme].filter((form) => form !== null).join('/');
    }
    case 'field': {
      const key = placeholderKey(placeholder.name);
      if (key === 'e') return '(e)';
      if (clientName !== null && (key === 'client' || key === 'clientname')) return clientName;
      return placeholder.fallback || `[${placeholder.name}]`;
    }
    case 'answer':
      return placeholder.fallback || '[…]';
  }
}

const withoutEmphasis = (text: string) =>
  text.replace(/(?<!\\)(\*\*|\*)(?=\S)([^*\n]*[^\s\\])\1/gu, '$2').replace(/\\([!-/:-@[-`{-~])/g, '$1');
