import type { PhoneNumber, RegisterId, UserId } from '@alize/model';
import { sql } from 'kysely';
import { jsonRows } from './engine.ts';
import type { Db, Tx } from './open-database.ts';

/** Our copy of a register of objection. */
export interface StoredRegister {
  readonly id: RegisterId;
  /** When the register was last consulted. */
  readonly checkedAtMs: number;
  readonly numbersCount: number;
  /** Where the copy comes from, in the words of whoever brought it. */
  readonly source: string;
  /** Who brought it, by name. */
  readonly createdBy: string | null;
}

/** A number on a register; `listedSinceMs` null when the register does not say since when. */
export interface RegisterNumber {
  readonly phoneNumber: PhoneNumber;
  readonly listedSinceMs: number | null;
}

/** One consultation of a register. */
export interface RegisterCheck {
  readonly id: RegisterId;
  readonly checkedAtMs: number;
  readonly source: string;
  readonly createdBy: UserId;
}

const rowsAtOnce = 20_000;

/** The registers that have been consulted, each as it was last. They are the centre's, not one client's. */
export async function registersHeld(db: Db): Promise<readonly StoredRegister[]> {
  const rows = await db
    .selectFrom('register')
    .leftJoin('user', 'user.id', 'register.created_by')
    .select([
      'register.id',
      'register.checked_at as checkedAtMs',
      'register.numbers_count as numbersCount',
      'register.source',
      'user.name as createdBy',
    ])
    .execute();
  // Written by saveRegister alone.
  return rows.map((row) => ({ ...row, id: row.id as RegisterId }));
}

/**
 * Makes these numbers our whole copy of a register; answers how many it now holds, each once. It asks for a
 * transaction: a half-replaced register would let listed people be called.
 */
export async function replaceRegister(
  tx: Tx,
  check: RegisterCheck,
  numbers: readonly RegisterNumber[],
): Promise<number> {
  await tx.deleteFrom('register_number').where('register_id', '=', check.id).execute();
  await saveRegister(tx, check, 0);
  for (let at = 0; at < numbers.length; at += rowsAtOnce) {
    const rows = JSON.stringify(numbers.slice(at, at + rowsAtOnce));
    // JSON as one parameter: a third of the time that a parameter for each value takes, and the dialer waits for it.
    await sql`insert into register_number (register_id, phone_number, listed_since)
      select ${check.id}, value ->> 'phoneNumber', cast(value ->> 'listedSinceMs' as bigint)
      from ${jsonRows(tx, rows)} where true on conflict do nothing`.execute(tx);
  }
  return markRegisterChecked(tx, check);
}

/** Says that a register was consulted and lists nobody beyond the numbers that our copy holds; answers how many. */
export async function markRegisterChecked(db: Db, check: RegisterCheck): Promise<number> {
  const { count } = await db
    .selectFrom('register_number')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('register_id', '=', check.id)
    .executeTakeFirstOrThrow();
  await saveRegister(db, check, count);
  return count;
}

async function saveRegister(db: Db, check: RegisterCheck, numbersCount: number): Promise<void> {
  const columns = {
    checked_at: check.checkedAtMs,
    numbers_count: numbersCount,
    source: check.source,
    created_by: check.createdBy,
  };
  await db
    .insertInto('register')
    .values({ id: check.id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}
