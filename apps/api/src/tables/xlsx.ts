import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { createRowSource } from './row-source.ts';
import { fileResponse, headingsOf, inTurns, type TableFile } from './table-file.ts';
import { partsAround, sheetPath } from './xlsx-parts.ts';
import { sheetXml } from './xlsx-sheet.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Three quarters of the size of level 1, at two thirds of its speed. */
const zipped = { compressionLevel: 3 } as const;

/**
 * A workbook as a response (ECMA-376, SpreadsheetML), made row by row as it is read: a million rows take no more
 * memory than a thousand. A sheet that is full goes on in the next, under the same headings.
 */
export function xlsxResponse(file: TableFile): Response {
  const zip = new ZipFile();
  const body = new PassThrough();
  const fail = (error: unknown) => body.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  zip.outputStream.pipe(body);
  writeInto(zip, file, body).catch(fail);
  // Node's declaration of this class and the platform's differ in name only.
  const stream = Readable.toWeb(body) as ReadableStream<Uint8Array>;
  return fileResponse(`${file.name}.xlsx`, type, stream);
}

/** Sheets first: how many there are shows only at the end of the rows. */
async function writeInto(zip: ZipFile, file: TableFile, body: PassThrough): Promise<void> {
  const rows = createRowSource(inTurns(file.pages));
  try {
    const headings = await headingsOf(file);
    let sheets = 0;
    do {
      sheets += 1;
      await addSheet(zip, sheetPath(sheets), Readable.from(sheetXml(headings, rows)), body);
    } while (await rows.isMore());
    for (const { path, xml } of partsAround(sheets, file.language)) {
      zip.addBuffer(Buffer.from(xml), path, zipped);
    }
    zip.end();
  } finally {
    await rows.close();
  }
}

/** Ends when the sheet does, or when nobody reads any more. */
function addSheet(zip: ZipFile, path: string, xml: Readable, body: PassThrough): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const leave = () => xml.destroy(new Error('the reader has left'));
  body.once('close', leave);
  xml.once('end', resolve);
  xml.once('error', reject);
  zip.addReadStream(xml, path, zipped);
  return promise.finally(() => body.off('close', leave));
}
