import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendDropRow, removeDropRows } from './index.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alize-drop-'));
  path = join(folder, 'client_1', 'campaign_1', '2026-11-24.csv');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const headings = ['Nom', 'Téléphone', 'Commentaire'];
const read = () => readFileSync(path, 'utf8');
const put = (id: string, row: readonly string[]) => appendDropRow(path, { id, headings, row });

test('rows follow one another under their headings, as a spreadsheet reads them', async () => {
  await put('h1', ['Durand', '+33199000001', 'rien']);
  await put('h2', ['"Le" Gall; Yann', '+33199000002', '=HYPERLINK("http://x")']);
  expect(read()).toBe(
    '\uFEFFid;Nom;Téléphone;Commentaire\r\nh1;Durand;+33199000001;rien\r\n' +
      'h2;"""Le"" Gall; Yann";+33199000002;"\'=HYPERLINK(""http://x"")"\r\n',
  );
});

test('a row that is put again, as after a crash, stands once', async () => {
  await put('h1', ['Durand', '+33199000001', 'rien']);
  const before = read();
  await put('h1', ['Durand', '+33199000001', 'rien']);
  expect(read()).toBe(before);
});

test('what a crash left half written beside the file does no harm', async () => {
  await put('h1', ['Durand', '1', 'rien']);
  writeFileSync(`${path}.new`, 'id;Nom\r\nh1;Dur');
  await put('h2', ['Petit', '2', 'rien']);
  expect(read().split('\r\n').slice(1, 3)).toEqual(['h1;Durand;1;rien', 'h2;Petit;2;rien']);
  expect(readdirSync(join(folder, 'client_1', 'campaign_1'))).toEqual(['2026-11-24.csv']);
});

test('a value cannot pass for a row: not by line ends, not by the id of another', async () => {
  await put('h1', ['a\r\nh2;b;c;d', '', 'ligne 1\rligne 2\nligne 3']);
  await put('h2', ['Petit', '2', '']);
  expect(read().split('\r\n')).toHaveLength(4);
  expect(read()).toContain('h2;Petit;2;');
});

test('the rows of people who are forgotten go, the others stay', async () => {
  for (const id of ['h1', 'h2', 'h3']) await put(id, [id, '', '']);
  await removeDropRows(path, ['h2', 'h9']);
  expect(read()).toBe('\uFEFFid;Nom;Téléphone;Commentaire\r\nh1;h1;;\r\nh3;h3;;\r\n');
  await removeDropRows(path, ['h1', 'h3']);
  expect(readdirSync(join(folder, 'client_1', 'campaign_1'))).toEqual([]);
  await removeDropRows(path, ['h1']);
});

test('a place that cannot be written is trouble that passes', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const drop = appendDropRow(join(file, 'campaign_1', 'a.csv'), { id: 'h1', headings, row: [] });
  await expect(drop).rejects.toMatchObject({ code: 'receiver_failed' });
});
