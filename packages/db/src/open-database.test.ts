import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cutConnections, onEachEngine, onPostgres, type Place } from '../test/engines.ts';
import { appendEvents, eventsAfter, lastEventId } from './events.ts';
import { isLeaseEpoch, takeLease } from './lease.ts';
import { type Database, type Db, openDatabase } from './open-database.ts';
import { DatabaseLostError, isStorageError } from './storage-error.ts';

onEachEngine((engine) => {
  let place: Place;
  let one: Database;
  let other: Database;
  beforeEach(async () => {
    place = await engine.make();
    one = openDatabase(place.place);
    other = openDatabase(place.place);
  });
  afterEach(async () => {
    await one.close();
    await other.close();
    await place.remove();
  });

  const tell = (db: Db, atMs: number) =>
    appendEvents(db, atMs, [{ clientId: null, event: { kind: 'dialer.changed', isAsteriskUp: true } }]);

  describe('an open database', () => {
    it('tells of what another has committed', async () => {
      const before = one.version();
      await tell(other.db, 1);
      await expect.poll(() => one.version()).not.toBe(before);
    });

    it('reads instants and counts as numbers', async () => {
      const atMs = Date.UTC(2026, 10, 24);
      await tell(one.db, atMs);
      expect(await eventsAfter(other.db, 0, 9)).toMatchObject([{ id: await lastEventId(one.db), atMs }]);
    });
  });

  describe('two processes', () => {
    const lease = { name: 'dialer', nowMs: 0, lastsMs: 10, isAsteriskUp: true };

    it('give events ids in the order of their commits, so that who reads on after the last misses none', async () => {
      const release = Promise.withResolvers<void>();
      const isWritten = Promise.withResolvers<void>();
      const slow = one.db.transaction().execute(async (tx) => {
        await tell(tx, 1);
        isWritten.resolve();
        await release.promise;
      });
      await isWritten.promise;
      // SQLite lets the second begin only when the first is done.
      const fast = other.db.transaction().execute((tx) => tell(tx, 2));
      const isFastFirst = engine.name === 'PostgreSQL';
      if (isFastFirst) await fast;
      release.resolve();
      await Promise.all([slow, fast]);
      const events = await eventsAfter(one.db, 0, 9);
      expect(events.map(({ atMs }) => atMs)).toEqual(isFastFirst ? [2, 1] : [1, 2]);
    });

    it('have one holder of the lease, whoever asks at the same instant', async () => {
      const answers = await Promise.all(
        [one, other].map(({ db }, index) => takeLease(db, { ...lease, holder: `holder ${index}` })),
      );
      expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    });

    it('change holder only between the transactions of the old one: what it began under its epoch is whole', async () => {
      const { epoch = 0 } = (await takeLease(one.db, { ...lease, holder: 'old' })) ?? {};
      const release = Promise.withResolvers<void>();
      const isFenced = Promise.withResolvers<void>();
      const said: string[] = [];
      const old = one.db.transaction().execute(async (tx) => {
        expect(await isLeaseEpoch(tx, 'dialer', epoch)).toBe(true);
        isFenced.resolve();
        await release.promise;
        await tell(tx, 1);
        said.push('old has written');
      });
      await isFenced.promise;
      const spare = takeLease(other.db, { ...lease, nowMs: 11, holder: 'new' }).then((taken) => {
        said.push('new has taken over');
        return taken;
      });
      release.resolve();
      await old;
      expect(await spare).toMatchObject({ epoch: epoch + 1 });
      expect(said).toEqual(['old has written', 'new has taken over']);
      expect(await isLeaseEpoch(one.db, 'dialer', epoch)).toBe(false);
    });

    it('that each wait for the other are both served', async () => {
      for (const name of ['a', 'b']) await takeLease(one.db, { ...lease, name, holder: 'h' });
      const met = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
      const touch = (db: Db, name: string) =>
        db.updateTable('lease').set({ expires_at: sql`expires_at + 1` }).where('name', '=', name).execute();
      const work = async (database: Database, names: readonly [string, string], index: 0 | 1) =>
        database.db.transaction().execute(async (tx) => {
          await touch(tx, names[0]);
          met[index].resolve();
          // On SQLite the other has not begun.
          if (engine.name === 'PostgreSQL') await met[index === 0 ? 1 : 0].promise;
          await touch(tx, names[1]);
        });
      await Promise.all([work(one, ['a', 'b'], 0), work(other, ['b', 'a'], 1)]);
      const rows = await one.db.selectFrom('lease').select('expires_at').execute();
      expect(rows).toEqual([{ expires_at: 12 }, { expires_at: 12 }]);
    });
  });

  onPostgres(engine, () => {
    describe('a server that goes away', () => {
      it('in mid-transaction ends that one as lost, and the next statement finds the server again', async () => {
        const cut = one.db.transaction().execute(async (tx) => {
          await tell(tx, 1);
          await cutConnections(other.db);
          await tell(tx, 2);
        });
        await expect(cut).rejects.toSatisfy(isStorageError);
        await tell(one.db, 3);
        expect(await eventsAfter(one.db, 0, 9)).toMatchObject([{ atMs: 3 }]);
      });

      it('is listened to again: others’ commits are told', async () => {
        await tell(one.db, 1);
        await cutConnections(other.db);
        for (const atMs of [2, 3]) {
          const before = one.version();
          await tell(other.db, atMs);
          await expect.poll(() => one.version(), { timeout: 5_000 }).not.toBe(before);
        }
      });

      it('and is not there at all is told as such, without the address and its password', async () => {
        const nowhere = openDatabase('postgres://alize:secret@127.0.0.1:1/alize');
        const error: unknown = await tell(nowhere.db, 1).catch((thrown: unknown) => thrown);
        await nowhere.close();
        expect(error).toBeInstanceOf(DatabaseLostError);
        expect(String(error)).not.toContain('secret');
      });
    });
  });
});
