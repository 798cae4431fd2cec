import { type ImportReport, standardImportSettings } from '@alize/leads';
import type { ImportId } from '@alize/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { beginImport, importId, storeRows } from '../test/imports.ts';
import { dayMs, nowMs, openTwoClients, type TwoClients, userId } from '../test/two-clients.ts';
import {
  deleteImportErrors,
  deleteMappingTemplate,
  deleteUpload,
  findImport,
  findList,
  findUpload,
  importErrors,
  importsOfCampaign,
  importsOfList,
  insertImportErrors,
  insertMappingTemplate,
  insertUpload,
  interruptedImports,
  mappingTemplates,
  saveImportReport,
  saveListSettings,
  setImportState,
  setUploadReceived,
  touchMappingTemplate,
  uploadsToSweep,
} from './index.ts';

onEachEngine((engine) => {
  let bed: TwoClients;
  beforeEach(async () => {
    bed = await openTwoClients(engine);
  });
  afterEach(() => bed.close());

  const find = (id: ImportId = importId) => findImport(bed.db, 'client_1', id);

  describe('an import', () => {
    beforeEach(() => beginImport(bed));

    it('moves on only from the states that it is told, so that two who decide do not both', async () => {
      const cancel = { state: 'cancelling', from: ['importing'], phase: null, atMs: nowMs } as const;
      expect(await setImportState(bed.db, importId, cancel)).toBe(true);
      expect(await setImportState(bed.db, importId, cancel)).toBe(false);
      expect(await find()).toMatchObject({ state: 'cancelling', phase: null });
    });

    it('keeps its settings and its report as they were given', async () => {
      // As far as is read here.
      const report = { rows: 3, outlook: null } as ImportReport;
      await saveImportReport(bed.db, importId, report);
      expect(await find()).toMatchObject({ settings: standardImportSettings, report });
    });

    it('is found with those of its campaign and list, newest first, by its client alone', async () => {
      await beginImport(bed, 'import_2');
      const ids = async (some: ReturnType<typeof importsOfList>) => (await some).map(({ id }) => id);
      expect(await ids(importsOfCampaign(bed.db, 'client_1', 'campaign_1'))).toEqual([
        'import_2',
        'import_1',
      ]);
      expect(await ids(importsOfList(bed.db, 'client_1', 'list_1', { before: 'import_2' }))).toEqual([
        'import_1',
      ]);
      expect(await ids(importsOfList(bed.db, 'client_2', 'list_1'))).toEqual([]);
      expect(await findImport(bed.db, 'client_2', importId)).toBeNull();
    });

    it('is gone on with after a stop as long as nobody has to decide', async () => {
      await beginImport(bed, 'import_2');
      await setImportState(bed.db, 'import_2', { state: 'checked', atMs: nowMs });
      expect((await interruptedImports(bed.db)).map(({ id }) => id)).toEqual([importId]);
    });

    it('counts in its list while it is there, and no more once it is undone', async () => {
      await storeRows(bed, { leads: [{}, {}] });
      await insertImportErrors(bed.db, { id: importId, clientId: 'client_1' }, [
        { line: 9, code: 'x', column: null, value: null, cells: [] },
      ]);
      expect(await findList(bed.db, 'client_1', 'list_1')).toMatchObject({ rowsTotal: 2, errorsCount: 1 });
      await setImportState(bed.db, importId, { state: 'undone', atMs: nowMs });
      expect(await findList(bed.db, 'client_1', 'list_1')).toMatchObject({ rowsTotal: 0, errorsCount: 0 });
    });
  });

  describe('the rows that became no lead', () => {
    const error = (line: number) => ({
      line,
      code: 'no_phone',
      column: 'Tel',
      value: 'x',
      cells: ['a', `${line}`],
    });
    const write = (...lines: number[]) =>
      insertImportErrors(bed.db, { id: importId, clientId: 'client_1' }, lines.map(error));
    const read = (afterLine: number, limit = 10) =>
      importErrors(bed.db, 'client_1', importId, { afterLine, limit });
    beforeEach(() => beginImport(bed));

    it('come in the order of the file with their cells, page by page', async () => {
      await write(3, 2, 11);
      expect(await read(0, 2)).toEqual([error(2), error(3)]);
      expect(await read(3)).toEqual([error(11)]);
      expect(await importErrors(bed.db, 'client_2', importId, { afterLine: 0, limit: 9 })).toEqual([]);
    });

    it('are kept and counted once, however often they are told', async () => {
      await write(2, 3);
      await write(3, 4);
      expect((await find())?.errorsCount).toBe(3);
      await deleteImportErrors(bed.db, importId);
      expect([await read(0), (await find())?.errorsCount]).toEqual([[], 0]);
    });
  });

  describe('an upload', () => {
    const upload = {
      id: 'upload_1',
      clientId: 'client_1',
      fileName: 'f.csv',
      bytesAll: 10,
      createdBy: userId,
    } as const;
    beforeEach(() => insertUpload(bed.db, upload, nowMs));
    const swept = async () => (await uploadsToSweep(bed.db, nowMs + 2 * dayMs)).map(({ id }) => id);

    it('tells how much of it has come, to its client alone', async () => {
      await setUploadReceived(bed.db, 'client_1', 'upload_1', 4, nowMs + 1);
      const found = { ...upload, bytesReceived: 4, createdAtMs: nowMs, changedAtMs: nowMs + 1 };
      expect(await findUpload(bed.db, 'client_1', 'upload_1')).toEqual(found);
      expect(await findUpload(bed.db, 'client_2', 'upload_1')).toBeNull();
      await deleteUpload(bed.db, 'client_1', 'upload_1');
      expect(await findUpload(bed.db, 'client_1', 'upload_1')).toBeNull();
    });

    it('is swept when nothing was added for long, but not while an import has still to read it', async () => {
      expect(await uploadsToSweep(bed.db, nowMs)).toEqual([]);
      expect(await swept()).toEqual(['upload_1']);
      await beginImport(bed);
      await bed.db.updateTable('import').set({ upload_id: 'upload_1' }).execute();
      expect(await swept()).toEqual([]);
      await setImportState(bed.db, importId, { state: 'imported', atMs: nowMs });
      expect(await swept()).toEqual(['upload_1']);
    });
  });

  describe('a template', () => {
    const template = {
      id: 'template_1',
      clientId: 'client_1',
      name: 'CRM',
      headings: ['Nom'],
      settings: standardImportSettings,
      createdBy: userId,
    } as const;

    it('takes the place of the one of the same name, and those used last come first', async () => {
      expect(await insertMappingTemplate(bed.db, template, nowMs)).toBe('template_1');
      await insertMappingTemplate(bed.db, { ...template, id: 'template_2', name: 'Autre' }, nowMs + 1);
      const again = { ...template, id: 'template_3', headings: ['Tel'] } as const;
      expect(await insertMappingTemplate(bed.db, again, nowMs + 2)).toBe('template_1');
      await touchMappingTemplate(bed.db, 'client_1', 'template_1', nowMs + 3);
      expect(await mappingTemplates(bed.db, 'client_1')).toMatchObject([
        { id: 'template_1', headings: ['Tel'], usedAtMs: nowMs + 3 },
        { id: 'template_2', name: 'Autre', usedAtMs: null },
      ]);
    });

    it('is forgotten by its client alone', async () => {
      await insertMappingTemplate(bed.db, template, nowMs);
      expect(await deleteMappingTemplate(bed.db, 'client_2', 'template_1')).toBe(false);
      expect(await deleteMappingTemplate(bed.db, 'client_1', 'template_1')).toBe(true);
      expect(await mappingTemplates(bed.db, 'client_1')).toEqual([]);
    });
  });

  describe('the settings of a list', () => {
    it('change one by one, for its client alone', async () => {
      await saveListSettings(bed.db, 'client_1', 'list_1', { share: 30 });
      await saveListSettings(bed.db, 'client_1', 'list_1', { isActive: false, name: 'N' });
      const list = { name: 'N', isActive: false, share: 30 };
      expect(await findList(bed.db, 'client_1', 'list_1')).toMatchObject(list);
      expect(await saveListSettings(bed.db, 'client_2', 'list_1', { share: 1 })).toBe(false);
    });
  });
});
