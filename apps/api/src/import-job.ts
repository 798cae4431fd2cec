import type { Preview } from '@alize/lead-import';
import type { Mapping } from '@alize/leads';
import type { CampaignId, ClientId, ListId } from '@alize/model';

/** What the worker thread is asked to do with a file. */
export type ImportJob =
  | { readonly kind: 'preview'; readonly bytes: Uint8Array; readonly mapping: Mapping | null }
  | ({ readonly kind: 'import'; readonly databaseFile: string; readonly nowMs: number } & ListImport)
  /** Finish or undo what a stop of the process cut off. */
  | {
      readonly kind: 'recover';
      readonly databaseFile: string;
      readonly nowMs: number;
      readonly list: ListTarget;
      readonly isStored: boolean;
    };

export interface ListTarget {
  readonly listId: ListId;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
}

export interface ListImport {
  readonly list: ListTarget;
  /** Path of the file as uploaded. */
  readonly file: string;
  /** Null: by its headings. */
  readonly mapping: Mapping | null;
  /** Whether the people were told, when they consented, how to withdraw and how to see the proof. */
  readonly consentsAreInformed: boolean;
}

/** What the worker answers; `refused` is the file's fault, with a code of the importer. */
export type ImportAnswer =
  | { readonly kind: 'previewed'; readonly preview: Preview }
  | { readonly kind: 'imported' }
  | { readonly kind: 'refused'; readonly code: string };
