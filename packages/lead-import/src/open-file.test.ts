import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOf, xlsxOf, zipOf } from '../test/made-files.ts';
import { sizeOf } from './bytes-of-file.ts';
import { FileError } from './file-error.ts';
import { openFile } from './open-file.ts';

const list = 'Tel;Nom\n0639980001;Le Goff\n';

async function textOf(source: string | Uint8Array, part: string | null = null): Promise<string> {
  const file = await openFile(source, part);
  if (file.kind === 'workbook') return `workbook of ${await sizeOf(file.source)} bytes`;
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of file.pieces()) pieces.push(bytes);
  return Buffer.concat(pieces).toString();
}

describe('takes a list out of its wrapping, on disk or in memory', () => {
  test.each([
    ['none', null, async () => Buffer.from(list)],
    ['gzip', 'gzip', async () => gzipSync(list)],
    [
      'gzip in two members',
      'gzip',
      async () => Buffer.concat([gzipSync(list.slice(0, 5)), gzipSync(list.slice(5))]),
    ],
    ['zip', 'zip', () => zipOf({ 'leads.csv': list })],
    [
      'zip with what systems add',
      'zip',
      () => zipOf({ '__MACOSX/._leads.csv': 'x', '.DS_Store': 'x', 'a/leads.csv': list }),
    ],
    ['zip with a letter', 'zip', () => zipOf({ 'lisez-moi.md': 'x', 'leads.txt': list })],
  ] as const)('%s', async (_name, container, make) => {
    const bytes = new Uint8Array(await make());
    expect(await textOf(bytes)).toBe(list);
    expect(await textOf(fileOf(bytes))).toBe(list);
    expect((await openFile(bytes, null)).container).toBe(container);
  });

  test('the file of an archive that is asked for', async () => {
    const zip = await zipOf({ 'janvier.csv': 'a', 'février.csv': list });
    expect(await textOf(zip, 'février.csv')).toBe(list);
    expect(await openFile(zip, null)).toMatchObject({
      parts: ['janvier.csv', 'février.csv'],
      part: 'janvier.csv',
    });
    await expect(openFile(zip, 'mars.csv')).rejects.toMatchObject({ code: 'part_missing' });
  });

  test('a workbook, also in an archive', async () => {
    const workbook = await xlsxOf({ Feuil1: [['Tel'], ['0639980001']] });
    const said = `workbook of ${workbook.length} bytes`;
    expect(await textOf(workbook)).toBe(said);
    expect(await textOf(await zipOf({ 'a.xlsx': workbook }))).toBe(said);
    expect(await textOf(gzipSync(workbook))).toBe(said);
  });
});

test('says how much of the file on disk has been read', async () => {
  const rows = Array.from(
    { length: 200_000 },
    (_, at) => `06399${80_000 + (at % 20_000)};${Math.imul(at, 0x9e3779b1)}`,
  );
  const gzip = gzipSync(rows.join('\n'));
  const file = await openFile(fileOf(gzip), null);
  const read: number[] = [];
  if (file.kind === 'text') for await (const { bytesRead } of file.pieces()) read.push(bytesRead);
  expect(read).toEqual(read.toSorted((one, other) => one - other));
  expect(read.at(-1)).toBe(gzip.length);
  expect(read[0]).toBeLessThan(gzip.length / 2);
});

describe('refuses by name what can be no list', () => {
  const refused: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
    ['empty_file', () => new Uint8Array()],
    ['empty_file', () => gzipSync('')],
    ['old_workbook', () => latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['pdf_file', () => latin1('%PDF-1.7')],
    ['image_file', () => latin1('\x89PNG\r\n\x1a\n')],
    ['image_file', () => latin1('\xff\xd8\xff\xe0')],
    ['web_page', () => latin1('\r\n<html xmlns:o="urn"><table><tr><td>0639980001</td></tr></table></html>')],
    ['web_page', () => latin1('<?xml version="1.0"?><Workbook></Workbook>')],
    ['other_archive', () => latin1('Rar!\x1a\x07')],
    ['other_archive', () => gzipSync(latin1(`leads.csv${'\0'.repeat(248)}ustar`))],
    ['office_document', () => zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' })],
    [
      'open_document',
      () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }),
    ],
    ['binary_workbook', () => zipOf({ '[Content_Types].xml': '', 'xl/workbook.bin': '' })],
    ['archive_empty', () => zipOf({})],
    ['archive_empty', () => zipOf({ 'leads.csv': '' })],
    ['archive_in_archive', async () => zipOf({ 'a.zip': await zipOf({ 'leads.csv': list }) })],
    ['archive_in_archive', () => gzipSync(gzipSync(list))],
    ['archive_broken', () => gzipSync(list.repeat(100)).subarray(0, 40)],
    ['archive_broken', () => latin1('PK\x03\x04 and no more')],
    ['archive_broken', async () => (await zipOf({ 'leads.csv': list.repeat(100) })).subarray(0, 60)],
    ['archive_broken', async () => changed(await zipOf({ 'leads.csv': list }), 50)],
  ];
  test.each(refused)('%s (%#)', async (code, make) => {
    await expect(textOf(new Uint8Array(await make()))).rejects.toMatchObject({ code });
  });

  test('archive_locked', async () => {
    const zip = Buffer.from(await zipOf({ 'leads.csv': list }));
    const [local, central] = [6, zip.indexOf('PK\x01\x02') + 8];
    zip.writeUInt16LE(zip.readUInt16LE(local) | 1, local);
    zip.writeUInt16LE(zip.readUInt16LE(central) | 1, central);
    await expect(textOf(zip)).rejects.toMatchObject({ code: 'archive_locked' });
  });

  test('a bomb, before it has filled anything', async () => {
    const zeros = Buffer.from('0639980001;x\n'.repeat(1_500_000));
    await expect(textOf(gzipSync(zeros))).rejects.toMatchObject({ code: 'expands_too_much' });
    await expect(textOf(await zipOf({ 'leads.csv': zeros }))).rejects.toMatchObject({
      code: 'expands_too_much',
    });
  });
});

test('any bytes after the first of an archive: a text or a FileError', async () => {
  const zip = await zipOf({ 'leads.csv': list.repeat(20) });
  const gzip = new Uint8Array(gzipSync(list.repeat(20)));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(zip, gzip),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(),
      async (bytes, changes, length) => {
        const bad = bytes.slice(0, 4 + (length % bytes.length));
        for (const [at, byte] of changes) bad[4 + (at % (bad.length - 3))] = byte;
        await textOf(bad).catch((error: unknown) => expect(error).toBeInstanceOf(FileError));
      },
    ),
    { numRuns: 300 },
  );
});

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

/** With one letter of the content turned. */
function changed(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.with(at, (bytes[at] ?? 0) ^ 1);
}
