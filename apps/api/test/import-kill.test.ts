import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findImport, insertImport, insertUpload } from '@alize/db';
import { standardImportSettings } from '@alize/leads';
import { systemClock } from '@alize/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MortalApi, prepareMortalApi } from './mortal-api.ts';

let api: MortalApi;
beforeAll(async () => {
  api = await prepareMortalApi();
});
afterAll(() => api.close());

test('kill -9 at any moment of an import loses no row and repeats none', { timeout: 120_000 }, async () => {
  const { db, ids } = api;
  const rows = 3000;
  const text = Array.from(
    { length: rows },
    (_, index) => `063998${String(index).padStart(4, '0')};M-${index}`,
  );
  const campaign = await db.selectFrom('campaign').select(['id', 'client_id']).executeTakeFirstOrThrow();
  const clientId = campaign.client_id;
  const [id, uploadId] = [ids.make('import'), ids.make('upload')];
  mkdirSync(join(api.folder, 'uploads'));
  writeFileSync(join(api.folder, 'uploads', uploadId), `Téléphone;Référence\n${text.join('\n')}\n`);
  const atMs = systemClock.nowMs();
  await insertUpload(db, { id: uploadId, clientId, fileName: 'a.csv', bytesAll: 1, createdBy: null }, atMs);
  const target = { clientId, campaignId: campaign.id, listId: null, listName: 'Essai' };
  const file = { uploadId, fileName: 'a.csv', fileSha256: null, createdBy: null };
  // The numbers of the demonstration's own leads are among them.
  const duplicates = { ...standardImportSettings.duplicates, action: 'keep' } as const;
  const settings = { ...standardImportSettings, duplicates };
  await insertImport(db, { id, ...target, ...file, settings }, atMs);
  await db.updateTable('import').set({ state: 'importing' }).where('id', '=', id).execute();

  const standing = async () => {
    const found = await findImport(db, clientId, id);
    return `${found?.state} ${found?.phase} ${found?.cursorLine}`;
  };
  const stops = new Set<string>();
  for (let kills = 0; kills < 4; kills += 1) {
    const before = await standing();
    api.start();
    await expect.poll(standing, { interval: 1, timeout: 30_000 }).not.toBe(before);
    await api.kill();
    stops.add(await standing());
  }
  api.start();
  await expect
    .poll(async () => (await findImport(db, clientId, id))?.state, { interval: 50, timeout: 60_000 })
    .toBe('imported');
  expect(stops.size).toBeGreaterThan(2);
  const leads = await db
    .selectFrom('lead')
    .select(['import_line', 'phone_number', 'state'])
    .where('import_id', '=', id)
    .orderBy('import_line')
    .execute();
  expect(leads.map((lead) => [lead.import_line, lead.phone_number, lead.state])).toEqual(
    text.map((row, index) => [index + 2, `+33${row.slice(1, 10)}`, 'open']),
  );
  const found = await findImport(db, clientId, id);
  expect(found).toMatchObject({ rowsDone: rows, leadsCount: rows, report: { rows, fates: { added: rows } } });
});
