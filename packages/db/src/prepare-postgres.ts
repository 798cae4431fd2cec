import { sql } from 'kysely';
import { takeTurn, turns } from './engine.ts';
import type { Db } from './open-database.ts';
import { changeChannel } from './watch-postgres.ts';

/** What PostgreSQL must do that SQLite does by itself, put there again after every migration. */
const functions = [
  // Others are told of each commit, once however much it holds.
  `create or replace function tell_of_change() returns trigger language plpgsql as $$
  begin
    perform pg_notify('${changeChannel}', '');
    return null;
  end $$`,
  // Who reads on after the last id they saw would miss an event that got its id early and was committed late. So an
  // event gets its id when its transaction commits, one transaction at a time.
  `create or replace function number_event() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(${turns.events});
    update event set id = nextval(pg_get_serial_sequence('event', 'id')) where id = new.id;
    return null;
  end $$`,
  `do $$ begin
    if not exists (select from pg_trigger where tgrelid = 'event'::regclass and tgname = 'number_event') then
      create constraint trigger number_event after insert on event deferrable initially deferred
        for each row execute function number_event();
    end if;
  end $$`,
] as const;

/** Checks the database, runs the migrations, and puts the triggers on what they made. */
export async function preparePostgres(db: Db, runMigrations: () => Promise<void>): Promise<void> {
  await refuseOtherOrder(db);
  await runMigrations();
  await db.transaction().execute(async (tx) => {
    await takeTurn(tx, 'migrations');
    for (const statement of functions) await sql.raw(statement).execute(tx);
    for (const table of await untoldTables(tx)) {
      await sql`create trigger tell_of_change after insert or update or delete or truncate on ${sql.table(table)}
        for each statement execute function tell_of_change()`.execute(tx);
    }
  });
}

/** Ids and texts sort by their code points on both engines: what reads on from an id rests on it. */
async function refuseOtherOrder(db: Db): Promise<void> {
  const { rows } = await sql<{ collation: string; encoding: string }>`
    select datcollate as collation, pg_encoding_to_char(encoding) as encoding
    from pg_database where datname = current_database()`.execute(db);
  const [row] = rows;
  if (row?.encoding === 'UTF8' && /^(C|POSIX)(\.|$)/.test(row.collation)) return;
  throw new Error(
    `The PostgreSQL database has encoding ${row?.encoding} and collation ${row?.collation}: make one with createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8.`,
  );
}

/** The tables whose changes nobody is told of yet. */
async function untoldTables(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname not like 'kysely%'
      and not exists (select 1 from pg_trigger where tgrelid = pg_class.oid and tgname = 'tell_of_change')
    order by relname`.execute(db);
  return rows.map((row) => row.name);
}
