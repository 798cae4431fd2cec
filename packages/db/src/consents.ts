import { type ClientId, type Consent, consentForms, type PhoneNumber, type UserId } from '@alize/model';
import type { Selectable } from 'kysely';
import type { WithdrawalWay } from './consent-records.ts';
import { isAnyOf } from './is-any-of.ts';
import type { Db } from './open-database.ts';
import { numbersOfPerson } from './persons.ts';
import type { Schema } from './schema.ts';

export type ConsentRow = Selectable<Schema['consent']>;

/** Index consent_number. */
export async function consentsOfNumbers(
  db: Db,
  clientId: ClientId,
  numbers: readonly PhoneNumber[],
): Promise<readonly ConsentRow[]> {
  return db
    .selectFrom('consent')
    .selectAll()
    .where('client_id', '=', clientId)
    .where(isAnyOf(db, 'phone_number', numbers))
    .execute();
}

/**
 * The person with this number takes back all that they agreed to with a client (C. conso. R.223-3: no harder than it
 * was to give, by word of mouth too). Answers how many consents still stood: none, when asked a second time.
 */
export async function withdrawConsents(
  db: Db,
  withdrawal: {
    readonly clientId: ClientId;
    readonly phoneNumber: PhoneNumber;
    readonly how: WithdrawalWay | 'message';
    /** Who took it down; null when a machine did. */
    readonly by: UserId | null;
    readonly atMs: number;
  },
): Promise<number> {
  const numbers = await numbersOfPerson(db, withdrawal.clientId, withdrawal.phoneNumber);
  const result = await db
    .updateTable('consent')
    .set({
      withdrawn_at: withdrawal.atMs,
      withdrawn_how: withdrawal.how,
      withdrawn_by: withdrawal.by,
    })
    .where('client_id', '=', withdrawal.clientId)
    .where('phone_number', 'in', [...numbers])
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** A consent as the rules read it. A form that is none of ours counts as the weakest. */
export function toConsent(row: ConsentRow): Consent {
  return {
    sellerId: row.client_id,
    object: row.object,
    form: consentForms.find((form) => form === row.form) ?? 'tacit',
    givenAtMs: row.given_at,
    expiresAtMs: row.expires_at,
    proof: row.proof,
    withdrawnAtMs: row.withdrawn_at,
    // Written as JSON by this package alone.
    agreedSlotsMs: JSON.parse(row.agreed_slots) as number[],
    wasInformed: row.was_informed === 1,
    namesAutomaticDialling: row.names_automatic_dialling === 1,
  };
}
