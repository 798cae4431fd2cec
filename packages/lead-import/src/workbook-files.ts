import type { FileSource } from './bytes-of-file.ts';
import { FileError } from './file-error.ts';
import { memberPieces, membersOf } from './zip.ts';

/** A sheet as its workbook names it. */
export interface SheetFile {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its file in the archive. */
  readonly path: string;
}

/** What a workbook is made of, as files of its archive. */
export interface WorkbookFiles {
  readonly sheets: readonly SheetFile[];
  /** Null: there are none. */
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** How days are counted: the head of the workbook’s own file, when it says so. */
  readonly is1904: boolean;
}

/** Whether an archive of these files is a workbook. Throws FileError when it is a document of another kind. */
export function isWorkbook(names: readonly string[]): boolean {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/)) throw new FileError('binary_workbook');
  if (has(/^mimetype$/) && has(/^content\.xml$/)) throw new FileError('open_document');
  if (has(/^xl\/workbook\.xml$/)) return true;
  if (has(/^(?:\[Content_Types\]\.xml|Index\/Document\.iwa|Index\.zip)$/))
    throw new FileError('office_document');
  return false;
}

/** The files of a workbook. Throws FileError. */
export async function workbookFiles(source: FileSource): Promise<WorkbookFiles> {
  const workbook = await memberText(source, 'xl/workbook.xml');
  const relations = relationsOf(await memberText(source, 'xl/_rels/workbook.xml.rels'));
  const names = new Set((await membersOf(source)).map(({ name }) => name));
  const ofType = (type: string) =>
    relations.find((each) => each.type.endsWith(`/${type}`) && names.has(each.path));
  const sheets = tagsOf(workbook, 'sheet').flatMap((tag) => {
    const [name, id] = [attribute(tag, 'name'), attribute(tag, '(?:\\w+:)id')];
    const path = relations.find((each) => each.id === id && each.type.endsWith('/worksheet'))?.path;
    if (name === null || path === undefined || !names.has(path)) return [];
    return [{ name: unescaped(name), isHidden: /idden/.test(attribute(tag, 'state') ?? ''), path }];
  });
  return {
    sheets,
    sharedStrings: ofType('sharedStrings')?.path ?? null,
    styles: ofType('styles')?.path ?? null,
    is1904: tagsOf(workbook, 'workbookPr').some((tag) =>
      /^(?:1|true)$/.test(attribute(tag, 'date1904') ?? ''),
    ),
  };
}

/** A file of an archive as text, when it is not too long for that. */
export async function memberText(source: FileSource, name: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const { bytes } of memberPieces(source, name)) {
    length += bytes.length;
    if (length > textBytesMax) throw new FileError('workbook_too_big');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}

const textBytesMax = 32 * 1024 * 1024;

function relationsOf(xml: string) {
  return tagsOf(xml, 'Relationship').map((tag) => ({
    id: attribute(tag, 'Id'),
    type: attribute(tag, 'Type') ?? '',
    path: pathOf(unescaped(attribute(tag, 'Target') ?? '')),
  }));
}

/** Targets are relative to the workbook, or to the root of the archive. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`.replace(/^xl\/\.\.\//, '');
}

function tagsOf(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found?.[1] ?? found?.[2] ?? null;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? all;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
