import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { createRowSource } from './row-source.ts';
import type { Cell, TableFile } from './table-file.ts';
import { xlsxResponse } from './xlsx.ts';
import { sheetXml } from './xlsx-sheet.ts';

async function* pagesOf(...pages: readonly (readonly (readonly Cell[])[])[]) {
  yield* pages;
}
const file = (headings: readonly string[], pages: TableFile['pages']): TableFile => ({
  ...{ name: 'essai', language: 'fr', headings, pages },
});
const bytesOf = async (table: TableFile) => Buffer.from(await xlsxResponse(table).arrayBuffer());
const read = async (table: TableFile) => readSheet(await bytesOf(table));

/** The parts of an archive by their paths. */
async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  const zip = await new Promise<import('yauzl').ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  for await (const entry of entriesOf(zip)) {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
}

async function* entriesOf(zip: import('yauzl').ZipFile) {
  for (let left = zip.entryCount; left > 0; left -= 1) {
    const next = new Promise<import('yauzl').Entry>((resolve) => zip.once('entry', resolve));
    zip.readEntry();
    yield await next;
  }
}

test('texts come back as texts, numbers as numbers, days and instants as dates', async () => {
  const rows = [
    ['Zoé', 12, true, Temporal.PlainDate.from('1987-03-04'), Temporal.PlainDateTime.from('2026-11-24T09:30')],
    ['+33199000001', -3.5, false, null, null],
  ];
  const [, first, second] = await read(file(['a', 'b', 'c', 'd', 'e'], pagesOf(rows)));
  expect(first).toEqual(['Zoé', 12, true, new Date('1987-03-04'), new Date('2026-11-24T09:30:00Z')]);
  expect(second?.slice(0, 3)).toEqual(['+33199000001', -3.5, false]);
});

test.each(['=1+1', '+1+1', '-2+3', '@SUM(A1)', '=HYPERLINK("http://x")', '\t=1', "'=1", '01230', '1E5'])(
  '%j is a cell of text, and stays one when it is edited',
  async (text) => {
    const parts = await partsOf(await bytesOf(file(['a'], pagesOf([[text]]))));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).not.toContain('<f>');
    expect(sheet).toMatch(/<c r="A2" s="1" t="inlineStr">/);
    // Style 1 is number format 49: text.
    expect(parts.get('xl/styles.xml')).toMatch(/<cellXfs[^>]*><xf[^>]*\/><xf numFmtId="49"/);
    expect(await read(file(['a'], pagesOf([[text]])))).toEqual([['a'], [text.trim()]]);
  },
);

test('any text that XML can hold comes back as it was', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((one) => !/[\p{Cc}\u2028\u2029]/u.test(one) && one.trim() === one && one !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (cells) => {
      const rows = await readSheet(
        await bytesOf(
          file(
            cells.map(() => 'x'),
            pagesOf([cells]),
          ),
        ),
        {
          trim: false,
        },
      );
      expect(rows[1]).toEqual(cells);
    }),
    { numRuns: 60 },
  );
});

test('what XML cannot hold is left out, and the file stays whole', async () => {
  const rows = await read(file(['a'], pagesOf([['a\u0000b\u0008\uffff<&>\r\nc']])));
  expect(rows[1]).toEqual(['ab<&>\nc']);
});

test('a day that workbooks count wrong is a text', async () => {
  const days = ['1899-12-31', '1900-02-28', '1900-03-01', '9999-12-31'].map((day) => [
    Temporal.PlainDate.from(day),
  ]);
  const rows = await read(file(['a'], pagesOf(days)));
  expect(rows.slice(1, 3)).toEqual([['1899-12-31'], ['1900-02-28']]);
  expect(rows.slice(3)).toEqual([[new Date('1900-03-01')], [new Date('9999-12-31')]]);
});

test('the package has every part that its relations and content types name', async () => {
  const parts = await partsOf(await bytesOf(file(['a', 'b'], pagesOf([['x', 1]]))));
  const types = parts.get('[Content_Types].xml') ?? '';
  const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map(([, path]) => path);
  expect(named).toEqual(['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']);
  for (const path of named) expect(parts.has(path ?? '')).toBe(true);
  expect(parts.get('_rels/.rels')).toContain('Target="xl/workbook.xml"');
  const relations = parts.get('xl/_rels/workbook.xml.rels') ?? '';
  expect(relations).toMatch(/Id="rId1"[^>]*worksheet" Target="worksheets\/sheet1.xml"/);
  expect(relations).toMatch(/styles" Target="styles.xml"/);
  expect(parts.get('xl/workbook.xml')).toContain('<sheet name="Feuille 1" sheetId="1" r:id="rId1"/>');
});

test('the headings are bold, frozen and filtered, and each column is as wide as what it holds', async () => {
  const parts = await partsOf(await bytesOf(file(['a', 'b'], pagesOf([['x'.repeat(30), 1]]))));
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('ySplit="1"');
  expect(sheet).toContain('<autoFilter ref="A1:B2"/></worksheet>');
  expect(sheet).toContain('<col min="1" max="1" width="31" customWidth="1"/>');
  // The order that the schema demands (CT_Worksheet).
  const order = ['<sheetViews>', '<cols>', '<sheetData>', '<autoFilter'].map((tag) => sheet.indexOf(tag));
  expect(order.toSorted((one, other) => one - other)).toEqual(order);
});

test('a sheet that is full goes on in another one', async () => {
  const rows = createRowSource(pagesOf([['a'], ['b']], [['c']], [['d'], ['e']]));
  const sheets: string[] = [];
  do {
    let xml = '';
    for await (const piece of sheetXml(['x'], rows, 3)) xml += piece;
    sheets.push(xml);
  } while (await rows.isMore());
  const texts = sheets.map((xml) => [...xml.matchAll(/<t>(\w)<\/t>/g)].map(([, text]) => text));
  expect(texts).toEqual([
    ['x', 'a', 'b'],
    ['x', 'c', 'd'],
    ['x', 'e'],
  ]);
});

test('an export without a row is a sheet of headings', async () => {
  expect(await read(file(['a', 'b'], pagesOf()))).toEqual([['a', 'b']]);
});

test('rows that cannot be read break the file off, instead of ending it as if it were whole', async () => {
  async function* broken(): AsyncGenerator<readonly (readonly Cell[])[]> {
    yield [['a']];
    throw new Error('no more');
  }
  await expect(bytesOf(file(['x'], broken()))).rejects.toThrow();
});

test('a reader who leaves ends the reading of rows', async () => {
  let pages = 0;
  const ended = Promise.withResolvers<void>();
  async function* endless(): AsyncGenerator<readonly (readonly Cell[])[]> {
    try {
      for (;;) {
        pages += 1;
        yield Array.from({ length: 1000 }, (_, index) => [`${pages}.${index} ${Math.sqrt(index)}`]);
      }
    } finally {
      ended.resolve();
    }
  }
  const reader = xlsxResponse(file(['x'], endless())).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await ended.promise;
  expect(pages).toBeLessThan(200);
});
