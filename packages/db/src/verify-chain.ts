import { setImmediate } from 'node:timers/promises';
import type { ClientId, RulingId } from '@alize/model';
import { sql } from 'kysely';
import type { Db } from './open-database.ts';
import { recordHash, sha256 } from './ruling-chain.ts';
import type { Schema } from './schema.ts';

/**
 * What is wrong with the first record that does not hold.
 *
 * - `changed`: the record, or the one before it, is not what was written.
 * - `facts_changed`: the record stands, but these are not the facts that it was ruled from.
 * - `missing`: no record has this number, and the chain says there was one.
 * - `not_recorded`: a record outside of what the chain's own row says it holds.
 */
export const chainFaults = ['changed', 'facts_changed', 'missing', 'not_recorded'] as const;
export type ChainFault = (typeof chainFaults)[number];

export type ChainAnswer =
  | {
      readonly kind: 'whole';
      readonly count: number;
      readonly numberFirst: number | null;
      readonly numberLast: number | null;
      /** Earliest and latest instants, UTC milliseconds; null in an empty chain. */
      readonly firstAtMs: number | null;
      readonly lastAtMs: number | null;
      readonly firstSha256: string | null;
      readonly lastSha256: string | null;
      /** Records let go from the beginning, by age. */
      readonly countLetGo: number;
    }
  | {
      readonly kind: 'broken';
      readonly number: number;
      readonly rulingId: RulingId | null;
      readonly why: ChainFault;
    };

const pageRecords = 500;

/**
 * Reads a client's whole chain and finds the first record that does not hold. Records written while it reads are left
 * for the next time. What it cannot find: a chain rewritten from some record to its end, with every hash made anew, by
 * somebody who may write to the database. That is found by comparing with a hash that was handed out before, which is
 * why the monthly evidence bears the first and the last one.
 */
export async function verifyChain(db: Db, clientId: ClientId): Promise<ChainAnswer> {
  for (;;) {
    const end = await chainEnd(db, clientId);
    const answer = await walk(db, clientId, end);
    // Records of five years ago may have been let go while we read.
    const hasMoved = (await chainEnd(db, clientId)).letGo !== end.letGo;
    if (answer.kind === 'whole' || !hasMoved) return answer;
  }
}

interface ChainEnd {
  readonly letGo: number;
  readonly letGoSha256: string | null;
  readonly last: number;
  readonly lastSha256: string | null;
  /** The highest number of any record, read in the same instant. */
  readonly highest: number;
}

/** One statement, so that end and records are of one instant. */
async function chainEnd(db: Db, clientId: ClientId): Promise<ChainEnd> {
  const { rows } = await sql<{
    number_let_go: number | null;
    sha256_let_go: string | null;
    number_last: number | null;
    sha256_last: string | null;
    highest: number | null;
  }>`select c.number_let_go, c.sha256_let_go, c.number_last, c.sha256_last, r.highest
    from (select max(number_in_chain) as highest from ruling where client_id = ${clientId}
      and number_in_chain is not null) r
    left join ruling_chain c on c.client_id = ${clientId}`.execute(db);
  const [row] = rows;
  return {
    letGo: row?.number_let_go ?? 0,
    letGoSha256: row?.sha256_let_go ?? null,
    last: row?.number_last ?? 0,
    lastSha256: row?.sha256_last ?? null,
    highest: row?.highest ?? 0,
  };
}

type ChainRow = Schema['ruling'] & { readonly number_in_chain: number };

async function walk(db: Db, clientId: ClientId, end: ChainEnd): Promise<ChainAnswer> {
  let previous: { readonly number: number; readonly sha256: string | null } = {
    number: end.letGo,
    sha256: end.letGoSha256,
  };
  let first: ChainRow | null = null;
  let firstAtMs: number | null = null;
  let lastAtMs: number | null = null;
  for await (const row of recordsOf(db, clientId, end)) {
    const why = faultOf(row, previous, end.last);
    if (why) return brokenAt(row, why, previous.number + 1);
    previous = { number: row.number_in_chain, sha256: row.sha256 };
    first ??= row;
    firstAtMs = Math.min(row.at, firstAtMs ?? row.at);
    lastAtMs = Math.max(row.at, lastAtMs ?? row.at);
  }
  if (previous.number !== end.last) {
    return { kind: 'broken', number: previous.number + 1, rulingId: null, why: 'missing' };
  }
  const isEndRecorded = previous.sha256 === end.lastSha256 || end.last === 0;
  if (!isEndRecorded) return { kind: 'broken', number: end.last, rulingId: null, why: 'changed' };
  return {
    kind: 'whole',
    count: end.last - end.letGo,
    numberFirst: first?.number_in_chain ?? null,
    numberLast: first ? end.last : null,
    firstAtMs,
    lastAtMs,
    firstSha256: first?.sha256 ?? null,
    lastSha256: end.lastSha256,
    countLetGo: end.letGo,
  };
}

function faultOf(
  row: ChainRow,
  previous: { readonly number: number; readonly sha256: string | null },
  numberLast: number,
): ChainFault | null {
  if (row.number_in_chain > previous.number + 1) return 'missing';
  if (row.number_in_chain <= previous.number || row.number_in_chain > numberLast) return 'not_recorded';
  if (row.previous_sha256 !== previous.sha256 || row.sha256 !== recordHash(row)) return 'changed';
  const hasFacts = row.facts !== null;
  if (hasFacts && sha256(`${row.facts_salt}${row.facts}`) !== row.facts_sha256) return 'facts_changed';
  return null;
}

/** A missing record has no id; its number is the one that should have come. */
function brokenAt(row: ChainRow, why: ChainFault, numberExpected: number): ChainAnswer {
  if (why === 'missing') return { kind: 'broken', number: numberExpected, rulingId: null, why };
  return { kind: 'broken', number: row.number_in_chain, rulingId: row.id, why };
}

/** The chain's records in their order, page by page; the process may do other things in between. Index ruling_chain_order. */
async function* recordsOf(db: Db, clientId: ClientId, end: ChainEnd): AsyncGenerator<ChainRow> {
  // A record past the recorded end is read too, when it was there at the start.
  const upTo = Math.max(end.last, end.highest);
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await db
      .selectFrom('ruling')
      .selectAll()
      .$narrowType<{ number_in_chain: number }>()
      .where('client_id', '=', clientId)
      .where('number_in_chain', '>', after)
      .where('number_in_chain', '<=', upTo)
      .orderBy('number_in_chain')
      .limit(pageRecords)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.number_in_chain;
    await setImmediate();
  }
}
