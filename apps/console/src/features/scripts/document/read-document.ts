import type { Language, Script } from '@alize/model';
import { validateDraft } from '@alize/scripts';

/** A file read as a script, or what is wrong with it: one sentence a place. */
export type ReadDocument =
  | { readonly kind: 'read'; readonly script: Script }
  | { readonly kind: 'not_json' }
  | {
      readonly kind: 'refused';
      readonly faults: readonly {
        readonly pointer: string;
        readonly sentence: Readonly<Record<Language, string>>;
      }[];
    };

/** What a file holds. Its shape decides; what is still missing in it is for the checks while it is edited. */
export function readDocument(text: string): ReadDocument {
  const document = parsed(text);
  if (document === undefined) return { kind: 'not_json' };
  const check = validateDraft(document);
  if (check.kind === 'valid') return { kind: 'read', script: check.script };
  return {
    kind: 'refused',
    faults: check.problems.map(({ path, sentence }) => ({ pointer: path === '' ? '/' : path, sentence })),
  };
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    // A byte order mark is no JSON, but some editors put one first.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** A name for the file: the script's, without what file systems refuse. */
export function fileNameOf(name: string): string {
  const plain = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${plain || 'script'}.json`;
}
