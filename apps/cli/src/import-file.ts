import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '@alize/api/client';
import type { DuplicateAction } from '@alize/leads';
import type { CampaignId, ImportId, TemplateId } from '@alize/model';
import type { InferResponseType } from 'hono/client';
import { type ApiAccess, bodyOf } from './api-access.ts';
import { Refusal } from './refusal.ts';
import { uploadFile } from './upload-file.ts';
import type { Words } from './words.ts';

/** An import as the api tells it. */
export type ImportRow = InferResponseType<ApiClient['v1']['imports'][':id']['$get'], 200>;

/** Into which campaign and list, and by what rules. */
export interface ImportWish {
  readonly campaignId: CampaignId;
  readonly listName: string;
  /** Saved settings; null: as the headings say. */
  readonly templateId: TemplateId | null;
  /** What becomes of people who are known; null: as the settings say. */
  readonly duplicates: DuplicateAction | null;
}

/** Told while it goes on. */
export interface ImportSteps {
  onSent(bytesSent: number, bytesAll: number): void;
  onChange(row: ImportRow): void;
}

const lookEveryMs = 500;

/** Sends a file and reads it through; nothing is stored. Rejects with Refusal, also when the file cannot be imported. */
export async function checkFile(
  access: ApiAccess,
  path: string,
  { wish, words, steps }: { readonly wish: ImportWish; readonly words: Words; readonly steps: ImportSteps },
): Promise<ImportRow> {
  const uploadId = await uploadFile(access, path, words, steps.onSent);
  const template = wish.templateId && (await findTemplate(access, wish.templateId));
  const { id } = await bodyOf(
    access.api.v1.campaigns[':id'].imports.$post({
      param: { id: wish.campaignId },
      json: {
        uploadId,
        listName: wish.listName,
        ...(template && { templateId: template.id }),
        settings: {
          ...(template ? template.settings : {}),
          ...(wish.duplicates && {
            duplicates: { ...template?.settings.duplicates, action: wish.duplicates },
          }),
        },
      },
    }),
  );
  return follow(access, id, 'checking', steps);
}

async function findTemplate(access: ApiAccess, id: TemplateId) {
  const { data } = await bodyOf(access.api.v1['mapping-templates'].$get());
  return data.find((template) => template.id === id) ?? null;
}

/** Stores what was checked. Rejects with Refusal. */
export async function commitImport(
  access: ApiAccess,
  id: ImportId,
  steps: Pick<ImportSteps, 'onChange'>,
): Promise<ImportRow> {
  await bodyOf(access.api.v1.imports[':id'].commit.$post({ param: { id } }));
  return follow(access, id, 'importing', steps);
}

/** Takes an import back out. Rejects with Refusal, also when one of its leads has been called. */
export async function undoImport(
  access: ApiAccess,
  id: ImportId,
  steps: Pick<ImportSteps, 'onChange'>,
): Promise<ImportRow> {
  await bodyOf(access.api.v1.imports[':id'].undo.$post({ param: { id } }));
  return follow(access, id, 'undoing', steps);
}

/** Looks at the import until it is past a state. */
async function follow(
  access: ApiAccess,
  id: ImportId,
  while_: ImportRow['state'],
  { onChange }: Pick<ImportSteps, 'onChange'>,
): Promise<ImportRow> {
  for (;;) {
    const row = await bodyOf(access.api.v1.imports[':id'].$get({ param: { id } }));
    onChange(row);
    if (row.state === 'refused') throw new Refusal('refused', row.failure?.detail ?? row.state);
    if (row.state !== while_) return row;
    await pause(lookEveryMs);
  }
}
