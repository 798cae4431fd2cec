import { type Placeholder, placeholderKey, replacePlaceholders } from './placeholders.ts';
import type { ScriptContext } from './script-context.ts';

/**
 * Markdown with its `{{field}}`, `{{field|fallback}}`, `{{answer:id}}` and `{{M:…|Mme:…|?:…}}` filled in. A field that
 * is not known shows as `⟦field⟧`, so that nobody reads out a gap; without a form for a civility that is not known, both
 * are given: `content/contente`. Values are escaped: whatever stands in them, they read as they are and make neither
 * Markdown nor HTML.
 */
export function renderText(say: string, context: ScriptContext): string {
  return replacePlaceholders(say, (placeholder) => wordsFor(placeholder, context)).replace(
    /(\S) {2,}(?=\S)/g,
    '$1 ',
  );
}

function wordsFor(placeholder: Placeholder, context: ScriptContext): string {
  switch (placeholder.kind) {
    case 'forms': {
      const { M, Mme, unknown } = placeholder;
      if (context.civility !== null) return placeholder[context.civility] ?? unknown ?? '';
      return unknown ?? [M, Mme].filter((form) => form !== null).join('/');
    }
    case 'field':
      return filled(
        context.values.get(placeholderKey(placeholder.name)),
        placeholder.fallback,
        placeholder.name,
      );
    case 'answer':
      return filled(
        context.answers.get(placeholder.questionId),
        placeholder.fallback,
        placeholder.questionId,
      );
  }
}

function filled(value: string | null | undefined, fallback: string | null, name: string): string {
  if (value) return escapedForMarkdown(value);
  return fallback ?? (value === undefined ? `⟦${escapedForMarkdown(name)}⟧` : '');
}

/**
 * Any ASCII punctuation may be escaped in Markdown (CommonMark 0.31, 2.4); these are the ones that can mean something.
 * Line breaks become blanks, so that a value cannot begin a block.
 */
function escapedForMarkdown(value: string): string {
  return value
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+\-.!|<>&~=:@]/g, '\\$&');
}
