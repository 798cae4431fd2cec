import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, insertSession, insertUser, openDatabase } from '@alize/db';
import type { CampaignId } from '@alize/model';
import { createIds, systemClock } from '@alize/runtime';
import { ApiProcess, type ImportAnswer } from '../import/api-process.ts';
import { makeFile } from '../import/make-file.ts';
import { ports } from './ports.ts';

/**
 * Begins to store a file of so many rows in the database of that folder, by an api of its own; resolves when rows are
 * being stored. Stopping it throws when the import was over before: then nothing was measured beside it.
 */
export async function startImport(folder: string, rowsCount: number): Promise<{ stop(): Promise<void> }> {
  const file = join(folder, 'leads.csv');
  await makeFile(file, rowsCount);
  const database = openDatabase(join(folder, 'alize.sqlite'));
  const { token, campaignId } = await addManager(database);
  await database.close();
  const api = await ApiProcess.startFor(folder, ports.api, token);
  const uploadId = await api.upload(file);
  rmSync(file);
  const asked = { uploadId, listName: 'Un million' };
  const { id } = await api.ask<ImportAnswer>('POST', `/v1/campaigns/${campaignId}/imports`, asked);
  await api.until(id, 'checking');
  await api.ask('POST', `/v1/imports/${id}/commit`);
  return {
    async stop() {
      const { state } = await api.ask<ImportAnswer>('GET', `/v1/imports/${id}`);
      await api.stop();
      if (state !== 'importing') throw new Error(`The import was ${state} before the measuring ended.`);
    },
  };
}

/** Somebody who may import, logged in, and the campaign of the centre. */
async function addManager({ db }: Database): Promise<{ token: string; campaignId: CampaignId }> {
  const ids = createIds(systemClock);
  const atMs = Date.now();
  const userId = ids.make('user');
  const { id: campaignId, client_id: clientId } = await db
    .selectFrom('campaign')
    .select(['id', 'client_id'])
    .executeTakeFirstOrThrow();
  const { id: siteId } = await db.selectFrom('site').select('id').executeTakeFirstOrThrow();
  const person = { name: 'Bench', login: 'bench', language: 'fr', passwordHash: '-' } as const;
  await insertUser(db, { id: userId, clientId, siteId, role: 'manager', ...person }, atMs);
  const token = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(token).digest('hex');
  const session = {
    id: ids.make('session'),
    tokenHash,
    userId,
    clientId,
    atMs,
    expiresAtMs: atMs + 3_600_000,
  };
  await insertSession(db, session);
  return { token, campaignId };
}
