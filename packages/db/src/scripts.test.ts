import type { Script, ScriptId } from '@alize/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import {
  changeDraft,
  deleteScript,
  findDraft,
  findScript,
  findScriptVersion,
  insertScript,
  publishVersion,
  renameScript,
  scriptsOfClient,
  versionsOfScript,
} from './index.ts';

const document: Script = { format: 2, steps: [], objections: [], scoring: null, shuffledBlocks: [] };

onEachEngine((engine) => {
  let bed: TwoClients;
  const id: ScriptId = 'script_new';
  beforeEach(async () => {
    bed = await openTwoClients(engine);
    await insertScript(bed.db, { id, clientId: 'client_1', name: 'Nouveau' });
  });
  afterEach(() => bed.close());

  const publish = (number: number) =>
    bed.db.transaction().execute((tx) =>
      publishVersion(tx, {
        id,
        clientId: 'client_1',
        versionId: `scriptversion_n${number}`,
        document,
        atMs: nowMs,
      }),
    );
  const save = (expected: number, draft: Script | null, clientId: 'client_1' | 'client_2' = 'client_1') =>
    changeDraft(bed.db, { clientId, id, expected, document: draft, by: 'user_1', atMs: nowMs });

  describe('versions', () => {
    it('published at once get numbers one after the other', async () => {
      await Promise.all([publish(1), publish(2), publish(3)]);
      const versions = await versionsOfScript(bed.db, 'client_1', id);
      expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
      expect((await findScript(bed.db, 'client_1', id))?.newest?.version).toBe(3);
    });

    it('are the client’s alone', async () => {
      await publish(1);
      expect(await findScript(bed.db, 'client_2', id)).toBeNull();
      expect(await findScriptVersion(bed.db, 'client_2', 'scriptversion_n1')).toBeNull();
      expect(await versionsOfScript(bed.db, 'client_2', id)).toEqual([]);
      expect(await renameScript(bed.db, 'client_2', id, 'À moi')).toBe('missing');
      expect((await scriptsOfClient(bed.db, 'client_2')).map((script) => script.id)).not.toContain(id);
    });

    it('of a script without any are none', async () => {
      expect(await findScript(bed.db, 'client_1', id)).toMatchObject({ newest: null, document: null });
    });
  });

  describe('a draft', () => {
    it('takes the place of the one it was made from, and of no other', async () => {
      expect(await save(0, document)).toBe(true);
      expect(await save(0, document)).toBe(false);
      expect(await save(1, document, 'client_2')).toBe(false);
      expect(await findDraft(bed.db, 'client_1', id)).toMatchObject({ version: 1, document });
      expect(await save(1, null)).toBe(true);
      expect(await findDraft(bed.db, 'client_1', id)).toMatchObject({
        version: 2,
        document: null,
        changedBy: null,
      });
    });

    it('saved by twenty at once is saved by one', async () => {
      const saved = await Promise.all(Array.from({ length: 20 }, () => save(0, document)));
      expect(saved.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('removed', () => {
    const remove = (clientId: 'client_1' | 'client_2' = 'client_1') =>
      bed.db.transaction().execute((tx) => deleteScript(tx, clientId, id));

    it('is one of which nothing was published, with its draft, by its own client', async () => {
      await save(0, document);
      expect(await remove('client_2')).toBe('missing');
      expect(await remove()).toBe('deleted');
      expect(await findScript(bed.db, 'client_1', id)).toBeNull();
      expect(await remove()).toBe('missing');
      expect(await save(1, document)).toBe(false);
      expect(await publish(1)).toBe(false);
    });

    it('is none that has a version', async () => {
      await publish(1);
      expect(await remove()).toBe('published');
      expect((await findScript(bed.db, 'client_1', id))?.newest?.version).toBe(1);
    });

    it('while it is published is either gone or published', async () => {
      const [published, removed] = await Promise.all([publish(1), remove()]);
      expect([published, removed]).toEqual(published ? [true, 'published'] : [false, 'deleted']);
      expect((await findScript(bed.db, 'client_1', id)) !== null).toBe(published);
    });
  });

  it('a name is taken within a client, and by another script', async () => {
    const other = { id: 'script_8', clientId: 'client_1', name: 'Nouveau' } as const;
    expect(await insertScript(bed.db, other)).toBe(false);
    expect(await insertScript(bed.db, { ...other, name: 'Autre' })).toBe(true);
    expect(await renameScript(bed.db, 'client_1', 'script_8', 'Nouveau')).toBe('name_taken');
    expect(await renameScript(bed.db, 'client_1', id, 'Nouveau')).toBe('renamed');
    expect(await insertScript(bed.db, { ...other, id: 'script_7', clientId: 'client_2' })).toBe(true);
  });

  it('a name that twenty want at once is given to one', async () => {
    const wanted = Array.from({ length: 20 }, (_, at) => ({
      ...{ id: `script_9${at}`, clientId: 'client_1', name: 'Voulu' },
    })) as readonly Parameters<typeof insertScript>[1][];
    const made = await Promise.all(wanted.map((each) => insertScript(bed.db, each)));
    expect(made.filter(Boolean)).toHaveLength(1);
  });
});
