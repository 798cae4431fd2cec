import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import cron from 'node-cron';
import { Refusal } from './refusal.ts';

/** What is done with one file; a Refusal puts it aside with its reason. */
export type TakeFile = (path: string) => Promise<FileTaken>;

/** What is kept beside a file that was taken in. */
export interface FileTaken {
  readonly report: unknown;
  /** The rows that were refused, to be corrected; null when there are none. */
  readonly badRows: Uint8Array | null;
}

/** Names that a transfer uses while it lasts, and hidden files. */
const unfinished = /^\.|\.(part|partial|filepart|tmp|crdownload)$/i;

/** A folder that files are put into, as over SFTP. */
export interface DropFolder {
  /**
   * Takes the files whose size is the same as at the look before, one after another, and moves each to `imported` or
   * `refused` beside a report or the reason. What cannot be done now (no connection) stays, and rejects.
   */
  look(): Promise<void>;
}

export function openDropFolder(folder: string, take: TakeFile): DropFolder {
  const sizes = new Map<string, number>();
  return {
    async look() {
      for (const name of await waitingFiles(folder)) {
        const { size } = await stat(join(folder, name));
        const isAtRest = sizes.get(name) === size;
        sizes.set(name, size);
        if (!isAtRest) continue;
        await takeOne(folder, name, take);
        sizes.delete(name);
      }
    },
  };
}

/** Looks every 5 s, a look at a time. The answer stops it after the file in flight. */
export function watchFolder(drop: DropFolder, onError: (error: unknown) => void): () => Promise<void> {
  let looking: Promise<void> = Promise.resolve();
  const task = cron.schedule(
    '*/5 * * * * *',
    () => {
      looking = drop.look().catch(onError);
      return looking;
    },
    { timezone: 'Etc/UTC', noOverlap: true },
  );
  return async () => {
    await task.destroy();
    await looking;
  };
}

async function waitingFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !unfinished.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

async function takeOne(folder: string, name: string, take: TakeFile): Promise<void> {
  try {
    const { report, badRows } = await take(join(folder, name));
    const kept = await moveTo(join(folder, 'imported'), folder, name);
    await writeFile(`${kept}.report.json`, `${JSON.stringify(report, null, 2)}\n`);
    if (badRows) await writeFile(`${kept}.bad-rows.csv`, badRows);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'retry_later') throw error;
    const kept = await moveTo(join(folder, 'refused'), folder, name);
    await writeFile(`${kept}.reason.txt`, `${error.message}\n`);
  }
}

/** Where the file lies then; a second one of the same name gets a number. */
async function moveTo(target: string, folder: string, name: string): Promise<string> {
  await mkdir(target, { recursive: true });
  const taken = new Set(await readdir(target));
  const { name: stem, ext } = parse(name);
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${stem} (${number})${ext}`;
  const path = join(target, free);
  await rename(join(folder, name), path);
  return path;
}
