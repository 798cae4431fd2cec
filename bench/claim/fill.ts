import type { Centre } from '@alize/testbed';
import Sqlite from 'better-sqlite3';

/** What a campaign's leads are like, as shares of all. */
const shares = { due: 0.01, closed: 0.2, keptCallbacks: 0.002 };
/** Lists of the campaign, and the priorities of each; nothing of the highest is due. */
const listsCount = 8;
const priorities = [20, 5, 0, -5];
const dayMs = 86_400_000;

/**
 * Puts so many leads into the campaign of a centre, by bare statements with the indexes made afterwards: eight lists of
 * different shares, four priorities each; one lead in a hundred due, one in five closed, callbacks due and kept for
 * agents who are away, and the rest waiting over the next three days.
 */
export function fill(path: string, centre: Centre, leadsCount: number, nowMs: number): void {
  const sqlite = new Sqlite(path);
  sqlite.pragma('foreign_keys = off');
  sqlite.pragma('synchronous = off');
  sqlite.pragma('cache_size = -400000');
  const indexes = sqlite
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'index' and tbl_name = 'lead' and sql is not null`,
    )
    .all();
  for (const { name } of indexes) sqlite.exec(`drop index ${name}`);
  for (let index = 0; index < listsCount; index += 1) {
    sqlite
      .prepare(
        `insert into list (id, client_id, campaign_id, name, state, share, created_at) values (?, ?, ?, ?, 'ready', ?, ?)`,
      )
      .run(listId(index), centre.clientId, centre.campaignId, `Fichier ${index}`, index + 1, nowMs);
  }
  const one = sqlite.prepare(statementOf(centre, nowMs));
  const step = 100_000;
  for (let from = 0; from < leadsCount; from += step) one.run(from, Math.min(from + step, leadsCount));
  for (const { sql } of indexes) sqlite.exec(sql);
  sqlite.exec('analyze');
  sqlite.pragma('wal_checkpoint(truncate)');
  sqlite.close();
}

const listId = (index: number) => `list_${String(index).padStart(32, '0')}`;

/** Leads from one number to another; what each is like follows from its number, so that every run is the same. */
function statementOf({ clientId, campaignId, agentIds }: Centre, nowMs: number): string {
  const [agentId] = agentIds;
  // Knuth's multiplicative hash, 0 to 1.
  const dice = (of: string) => `(((${of}) * 2654435761) % 4294967296) / 4294967296.0`;
  const priority = `case (i / ${listsCount}) % 4 ${priorities.map((value, index) => `when ${index} then ${value}`).join(' ')} end`;
  return `with recursive n (i) as (select ? union all select i + 1 from n where i + 1 < ?),
    kind as (select i, i % ${listsCount} as list, ${dice('i')} as kind, ${dice('i * 3 + 1')} as some from n)
    insert into lead (id, client_id, campaign_id, list_id, phone_number, reference, postal_code, city, state, next_try_at,
      priority, attempts_count, is_callback, callback_agent_id, closed_reason, created_at, changed_at)
    select printf('lead_%032d', i), '${clientId}', '${campaignId}', printf('list_%032d', list),
      printf('+336%08d', i), printf('R%d', i), '75011', 'Paris',
      case when kind >= ${shares.due} and kind < ${shares.due + shares.closed} then 'closed' else 'open' end,
      case when kind < ${shares.due} then cast(${nowMs} - 1 - 3600000 * some as integer)
        when kind < ${shares.due + shares.closed} then null
        when kind >= ${1 - shares.keptCallbacks} then ${nowMs} - 60000
        else cast(${nowMs} + 1 + ${3 * dayMs} * some as integer) end,
      case when kind < ${shares.due} and (i / ${listsCount}) % 4 = 0 then ${priorities[1]} else ${priority} end,
      0, kind >= ${1 - shares.keptCallbacks}, iif(kind >= ${1 - shares.keptCallbacks}, '${agentId}', null),
      case when kind >= ${shares.due} and kind < ${shares.due + shares.closed} then 'not_interested' end,
      ${nowMs} - ${dayMs}, ${nowMs} - ${dayMs}
    from kind`;
}
