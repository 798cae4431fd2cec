import { createReadStream } from 'node:fs';
import { parsePhones } from '@alize/lead-import';
import Papa from 'papaparse';
import { rowAt } from './rows.ts';

/** Seconds for papaparse alone: every cell of the file, and nothing done with it. */
export async function parseAlone(path: string): Promise<number> {
  const { resolve, reject, promise } = Promise.withResolvers<void>();
  const beganMs = performance.now();
  Papa.parse(createReadStream(path), {
    delimiter: ';',
    encoding: 'utf8',
    step: () => {},
    complete: () => resolve(),
    error: reject,
  });
  await promise;
  return (performance.now() - beganMs) / 1000;
}

/** Seconds for reading the numbers of so many rows alone, two each; throws when one is not read. */
export function numbersAlone(rowsCount: number): number {
  const texts = Array.from({ length: Math.min(rowsCount, 50_000) }, (_, index) => rowAt(index));
  const beganMs = performance.now();
  for (let index = 0; index < rowsCount; index += 1) {
    const row = texts[index % texts.length];
    if (!row) throw new Error('no row');
    for (const text of [row.mobile, row.home]) {
      if (parsePhones(text, { country: 'FR', label: null, phoneCode: null }).kind === 'error')
        throw new Error(`Not read: row ${index}`);
    }
  }
  return (performance.now() - beganMs) / 1000;
}
