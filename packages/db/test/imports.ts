import { standardImportSettings } from '@alize/leads';
import type {
  CampaignId,
  ClientId,
  ImportId,
  LeadFields,
  LeadId,
  LeadPhone,
  ListId,
  PhoneNumber,
} from '@alize/model';
import {
  insertImport,
  releaseImport,
  removeImported,
  setImportState,
  storeImportBatch,
} from '../src/index.ts';
import { leadFields } from './lead-fields.ts';
import { nowMs, type TwoClients } from './two-clients.ts';

export const importId: ImportId = 'import_1';
const clientId: ClientId = 'client_1';
const campaignId: CampaignId = 'campaign_1';
const listId: ListId = 'list_1';

/** Numbers from the range kept for fiction. */
export const mobile = (index: number) => `+336399${String(80_000 + index)}` as PhoneNumber;
export const phone = (index: number): LeadPhone => ({
  phoneNumber: mobile(index),
  label: null,
  extension: null,
});
/** The lead of a line of the file. */
export const leadOf = (line: number, id: ImportId = importId): LeadId =>
  `lead_${id.slice('import_'.length)}x${line}`;

/** An import of client 1 into its list, ready to be stored. */
export async function beginImport({ db }: TwoClients, id: ImportId = importId): Promise<void> {
  const file = { listName: 'l', uploadId: null, fileName: 'f.csv', fileSha256: null, createdBy: null };
  await insertImport(
    db,
    { id, clientId, campaignId, listId, ...file, settings: standardImportSettings },
    nowMs,
  );
  await setImportState(db, id, { state: 'importing', phase: 'storing', atMs: nowMs });
}

interface Rows {
  readonly id?: ImportId;
  readonly leads?: readonly Partial<LeadFields>[];
  readonly updates?: readonly { readonly leadId: LeadId; readonly fields: Partial<LeadFields> }[];
  readonly moves?: readonly { readonly leadId: LeadId; readonly fields: Partial<LeadFields> }[];
  readonly afterLine?: number;
}

/** Stores rows of a file behind a line: first those that become leads, then updates, then moves. */
export function storeRows({ db }: TwoClients, { id = importId, afterLine = 0, ...rows }: Rows) {
  const { leads = [], updates = [], moves = [] } = rows;
  let line = afterLine;
  const next = () => {
    line += 1;
    return line;
  };
  const known = (some: typeof updates) =>
    some.map(({ leadId, fields }) => ({ leadId, line: next(), fields: leadFields(fields) }));
  const batch = {
    ...{ importId: id, clientId, campaignId, listId },
    leads: leads.map((more) => {
      const own = next();
      return { id: leadOf(own, id), line: own, fields: leadFields({ phones: [phone(own)], ...more }) };
    }),
    updates: known(updates),
    moves: known(moves),
    ...{ afterLine, cursorLine: line, rows: line - afterLine, consentsAreInformed: false, atMs: nowMs },
  } as const;
  return db.transaction().execute((tx) => storeImportBatch(tx, batch));
}

/** Lets go of all leads of an import, `limit` at a time; answers what each step said. */
export async function releaseAll({ db }: TwoClients, limit = 2, id = importId): Promise<readonly number[]> {
  return steps(() => db.transaction().execute((tx) => releaseImport(tx, id, nowMs, limit)));
}

/** Takes an import out again, `limit` leads at a time; answers what each step said. */
export async function removeAll({ db }: TwoClients, limit = 2, id = importId): Promise<readonly number[]> {
  return steps(() => db.transaction().execute((tx) => removeImported(tx, id, limit)));
}

async function steps(step: () => Promise<number>): Promise<readonly number[]> {
  const counts: number[] = [];
  while (counts.at(-1) !== 0) counts.push(await step());
  return counts;
}
