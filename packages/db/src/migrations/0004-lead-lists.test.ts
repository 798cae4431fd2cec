import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../open-database.ts';
import { up as mainJob } from './0001-main-job.ts';
import { up as compliance } from './0002-compliance.ts';
import { up as pacing } from './0003-pacing.ts';
import { up as leadLists } from './0004-lead-lists.ts';

let database: Database;
// A migration knows of no tables.
const tables = () => database.db as unknown as Kysely<unknown>;
const run = (text: string) => sql.raw(text).execute(database.db);

beforeEach(async () => {
  database = openDatabase(':memory:');
  await run('pragma foreign_keys = off');
  for (const up of [mainJob, compliance, pacing]) await up(tables());
  await run(`insert into client (id, name, created_at) values ('client_1', 'C', 0)`);
  await run(`insert into site values ('site_1', 'S', 'MG', 'Indian/Antananarivo', 'MGA', 1)`);
  await run(`insert into trunk values ('trunk_1', 't', 'sip', 1, 1)`);
  await run(
    `insert into caller_id (id, client_id, number, label, category) values ('c', 'client_1', '+3', 'L', 'n')`,
  );
  await run(`insert into script values ('s', 'client_1', 's')`);
  await run(`insert into script_version values ('v', 'client_1', 's', 1, '{}', 0)`);
  await run(`insert into campaign (id, client_id, name, kind, purpose, state, dial_mode, schedule, retry_rules,
    caller_id_id, trunk_id, lines_max, ring_seconds, wrap_up_seconds, script_version_id, created_at, changed_at)
    values ('campaign_1', 'client_1', 'C', 'survey', 'survey', 'running', 'power', '{}', '{}', 'c', 'trunk_1', 1, 30, 5,
    'v', 0, 0)`);
});
afterEach(() => database.close());

async function list(id: string, state: string, more: { file?: string; finishedAt?: number } = {}) {
  const { file = 'f.csv', finishedAt = null } = more;
  await sql`insert into list (id, client_id, campaign_id, name, file_name, state, rows_total, leads_count, errors_count,
    failure, created_at, finished_at) values (${`list_${id}`}, 'client_1', 'campaign_1', ${`L${id}`}, ${file}, ${state},
    3, 2, 1, ${state === 'failed' ? 'no_phone_column' : null}, 5, ${finishedAt})`.execute(database.db);
}

async function lead(id: string, listId: string, nextTryAt: number | null = 9) {
  await sql`insert into lead (id, client_id, campaign_id, list_id, phone_number, reference, last_name, custom, state,
    next_try_at, created_at, changed_at) values (${`lead_${id}`}, 'client_1', 'campaign_1', ${`list_${listId}`},
    ${`+3363998000${id}`}, ${`R${id}`}, 'Vignal', '{"a":"1"}', 'open', ${nextTryAt}, 7, 7)`.execute(
    database.db,
  );
}

const all = async (table: 'lead' | 'lead_phone' | 'import' | 'import_error' | 'list') => {
  const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(database.db);
  return rows;
};

describe('leads of before', () => {
  it('stay as they were, with their calls and rulings, their one number and the file they came from', async () => {
    await list('1', 'ready', { finishedAt: 8 });
    await lead('1', '1');
    await run(`insert into ruling (id, client_id, campaign_id, lead_id, at, kind, rules, pack_version,
      zone_data_version) values ('r', 'client_1', 'campaign_1', 'lead_1', 1, 'refused', '[]', 'x', 'x')`);
    const [before] = await all('lead');
    await leadLists(tables());
    expect(await all('lead')).toEqual([
      {
        ...before,
        ...{
          import_id: 'import_1',
          import_line: null,
          birth_date: null,
          address_extra: null,
          is_callback: 0,
        },
      },
    ]);
    expect(await all('lead_phone')).toMatchObject([
      {
        lead_id: 'lead_1',
        position: 1,
        client_id: 'client_1',
        phone_number: '+33639980001',
        closed_reason: null,
      },
    ]);
    expect((await run('pragma foreign_key_check')).rows).toEqual([]);
  });

  it('that wait for an agreed callback still do', async () => {
    await list('1', 'ready', { finishedAt: 8 });
    await lead('1', '1');
    await run('update lead set priority = 100');
    await leadLists(tables());
    expect(await all('lead')).toMatchObject([{ is_callback: 1, priority: 0, next_try_at: 9 }]);
  });

  it('of a list that took no file belong to no import', async () => {
    await run(`insert into list (id, client_id, campaign_id, name, state, created_at)
      values ('list_1', 'client_1', 'campaign_1', 'L', 'ready', 0)`);
    await lead('1', '1');
    await leadLists(tables());
    expect(await all('lead')).toMatchObject([{ import_id: null, state: 'open' }]);
    expect(await all('import')).toEqual([]);
  });

  it('may share a number with another of the list from now on', async () => {
    await list('1', 'ready', { finishedAt: 8 });
    await lead('1', '1');
    await leadLists(tables());
    await run(`update lead set phone_number = '+33639980002'`);
    await lead('2', '1');
    expect(await all('lead')).toHaveLength(2);
  });
});

describe('a file of before', () => {
  const error = `insert into list_error values ('list_1', 'client_1', 4, 'no_phone', 'Tel', 'x')`;

  it('that was imported is an import with its errors, and its list is called like any other', async () => {
    await list('1', 'ready', { finishedAt: 8 });
    await run(error);
    await leadLists(tables());
    expect(await all('import')).toMatchObject([
      {
        ...{ id: 'import_1', list_id: 'list_1', list_name: 'L1', file_name: 'f.csv', state: 'imported' },
        ...{ rows_done: 3, leads_count: 2, errors_count: 1, imported_at: 8, report: null },
      },
    ]);
    expect(JSON.parse(String((await all('import'))[0]?.settings)).duplicates.within).toBe('list');
    expect(await all('import_error')).toMatchObject([
      { import_id: 'import_1', line: 4, code: 'no_phone', column_name: 'Tel', value: 'x', cells: '[]' },
    ]);
    expect(await all('list')).toMatchObject([{ state: 'ready', is_active: 1, share: 1, leads_count: 2 }]);
  });

  it('that was refused says why', async () => {
    await list('1', 'failed', { finishedAt: 8 });
    await leadLists(tables());
    expect(await all('import')).toMatchObject([{ state: 'refused', failure: 'no_phone_column' }]);
  });

  it('that was being read is taken out, and none of its leads can be called', async () => {
    await list('1', 'importing');
    await lead('1', '1', null);
    await leadLists(tables());
    expect(await all('import')).toMatchObject([{ state: 'cancelling' }]);
    expect(await all('lead')).toMatchObject([{ state: 'staged', import_id: 'import_1' }]);
  });

  it('that was stored and being released is released', async () => {
    await list('1', 'importing', { finishedAt: 8 });
    await lead('1', '1', 8);
    await lead('2', '1', null);
    await leadLists(tables());
    expect(await all('import')).toMatchObject([{ state: 'imported' }]);
    expect(await all('lead')).toMatchObject([{ next_try_at: 8 }, { state: 'open', next_try_at: 7 }]);
  });
});
