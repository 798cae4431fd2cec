import { makeTable, tableVariables } from './cross-table.ts';
import { codebookFile, dataFile, syntaxFile, systemFile } from './data-files.ts';
import { quotasNow } from './quotas-now.ts';
import { makeReport } from './report.ts';
import { findTexts } from './texts.ts';

/** What is read of all interviews, or leads, of a campaign at once: in a thread of its own, for it takes its time. */
export const works = {
  quotas: quotasNow,
  report: makeReport,
  variables: tableVariables,
  table: makeTable,
  texts: findTexts,
} as const;
export type WorkName = keyof typeof works;
export type WorkAsked<N extends WorkName> = Parameters<(typeof works)[N]>[1];
export type WorkAnswer<N extends WorkName> = Awaited<ReturnType<(typeof works)[N]>>;

/** The same as files, made no faster than they are read. */
export const files = {
  data: dataFile,
  syntax: syntaxFile,
  system: systemFile,
  codebook: codebookFile,
} as const;
export type FileName = keyof typeof files;
export type FileAsked = Parameters<(typeof files)[FileName]>[1];

/** What the thread is told. `more` is the next part of an open file, `leave` closes one that nobody reads on. */
export type Order =
  | { readonly kind: 'work'; readonly name: WorkName; readonly asked: unknown; readonly nowMs: number }
  | { readonly kind: 'file'; readonly name: FileName; readonly asked: FileAsked; readonly nowMs: number }
  | { readonly kind: 'more'; readonly file: number }
  | { readonly kind: 'leave'; readonly file: number };

/** What it answers. */
export type Reply =
  | { readonly kind: 'answer'; readonly value: unknown }
  | {
      readonly kind: 'file';
      readonly file: number;
      readonly headers: readonly (readonly [string, string])[];
    }
  | { readonly kind: 'part'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  /** A problem of the asker's, as `Problem` has it. */
  | { readonly kind: 'refused'; readonly code: string; readonly details: object }
  | { readonly kind: 'failed'; readonly error: unknown };
