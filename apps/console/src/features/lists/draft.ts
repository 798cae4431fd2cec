import { type ImportSettings, type Mapping, type ReadSettings, standardImportSettings } from '@alize/leads';
import type { ListId, TemplateId, UploadId } from '@alize/model';

/** What a person has settled of a file that has arrived, before it is checked; kept over a reload. */
export interface ImportDraft {
  readonly fileName: string;
  /** The list that the leads go to; null for a new one. */
  readonly listId: ListId | null;
  /** Of the new list. */
  readonly listName: string;
  readonly settings: ImportSettings;
  readonly templateId: TemplateId | null;
}

export function newDraft(fileName: string, listId: ListId | null): ImportDraft {
  const listName = fileName.replace(/(\.(csv|txt|tsv|xlsx|gz|zip))+$/i, '').slice(0, 120);
  return { fileName, listId, listName, settings: standardImportSettings, templateId: null };
}

/** Another way to read the file: what its columns hold is asked anew, unless only letters and dates change. */
export function withReading(draft: ImportDraft, change: Partial<ReadSettings>): ImportDraft {
  const isSameTable = ['encoding', 'country', 'timeZone'].includes(Object.keys(change)[0] ?? '');
  const { settings } = draft;
  return {
    ...draft,
    settings: {
      ...settings,
      read: { ...settings.read, ...change },
      mapping: isSameTable ? settings.mapping : null,
    },
  };
}

export function withMapping(draft: ImportDraft, mapping: Mapping): ImportDraft {
  return { ...draft, settings: { ...draft.settings, mapping } };
}

const keyOf = (id: UploadId) => `alize.import.${id}`;

/** Kept in this tab: a draft names a file, and is of no use to others. */
export function keepDraft(storage: Pick<Storage, 'setItem'>, id: UploadId, draft: ImportDraft): void {
  storage.setItem(keyOf(id), JSON.stringify(draft));
}

export function keptDraft(storage: Pick<Storage, 'getItem'>, id: UploadId): ImportDraft | null {
  const text = storage.getItem(keyOf(id));
  // The cast holds because only keepDraft writes under this key.
  return text === null ? null : (JSON.parse(text) as ImportDraft);
}
