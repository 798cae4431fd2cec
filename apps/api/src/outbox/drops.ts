import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { appendDropRow, removeDropRows } from '@alize/delivery';
import type { CampaignId, ClientId } from '@alize/model';
import type { Settings } from '@alize/runtime';
import { linkGoodMs } from '../handovers/hand-over.ts';
import type { DropPayload } from './payloads.ts';

type Place = Pick<Settings, 'dataFolder'>;

const dayMs = 86_400_000;

/** Where a campaign's files of leads handed over lie. */
const folderOf = ({ dataFolder }: Place, clientId: ClientId, campaignId: string): string =>
  join(dataFolder, 'drops', clientId, campaignId);

/** Puts a row in the file of its day, or takes rows out. Throws DeliveryError. */
export async function writeDrop(
  place: Place,
  clientId: ClientId,
  campaignId: string,
  payload: DropPayload,
): Promise<void> {
  const path = join(folderOf(place, clientId, campaignId), payload.fileName);
  if ('removed' in payload) return removeDropRows(path, payload.removed);
  return appendDropRow(path, payload);
}

/** The files of a campaign, newest first. */
export async function listDrops(place: Place, clientId: ClientId, campaignId: CampaignId) {
  const folder = folderOf(place, clientId, campaignId);
  const names = (await readdir(folder).catch(emptyWhenMissing)).filter((name) => name.endsWith('.csv'));
  return Promise.all(
    names
      .sort()
      .reverse()
      .map(async (name) => {
        const { size, mtimeMs } = await stat(join(folder, name));
        return { name, bytes: size, changedAtMs: Math.round(mtimeMs) };
      }),
  );
}

/** A file of a campaign, as it stands; null when there is none of that name. */
export async function readDrop(
  place: Place,
  clientId: ClientId,
  { campaignId, name }: { readonly campaignId: CampaignId; readonly name: string },
): Promise<Buffer | null> {
  return readFile(join(folderOf(place, clientId, campaignId), name)).catch((error: unknown) => {
    emptyWhenMissing(error);
    return null;
  });
}

/** Takes away the files of which no row's link opens any more; how many. */
export async function sweepDrops({ dataFolder }: Place, nowMs: number): Promise<number> {
  const folder = join(dataFolder, 'drops');
  const files = await readdir(folder, { recursive: true }).catch(emptyWhenMissing);
  const old = files.filter((file) => endOfDay(file) + linkGoodMs <= nowMs);
  await Promise.all(old.map((file) => rm(join(folder, file), { force: true })));
  return old.length;
}

/** When the day that a file is named after was over, in UTC ms; NaN of any other file. */
const endOfDay = (file: string): number =>
  Date.parse(/(\d{4}-\d{2}-\d{2})\.csv$/.exec(file)?.[1] ?? '') + dayMs;

function emptyWhenMissing(error: unknown): readonly string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
