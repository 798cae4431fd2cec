import type { CampaignId, ClientId, ConsentId, LeadConsent, ListId, PhoneNumber } from '@alize/model';
import { insertRows } from './insert-rows.ts';
import { isAnyOf } from './is-any-of.ts';
import type { Db } from './open-database.ts';

/** What a file or an API call says that somebody agreed to, on its way into the records. */
export interface ConsentOfLead {
  readonly id: ConsentId;
  /** The lead's first number; the rules look over all numbers of the person. */
  readonly phoneNumber: PhoneNumber;
  readonly consent: LeadConsent;
}

interface ConsentTarget {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly listId: ListId;
  /** Whether the people were told, when they consented, how to withdraw and how to see the proof. */
  readonly consentsAreInformed: boolean;
  readonly atMs: number;
}

const columns = [
  'id',
  'client_id',
  'phone_number',
  'object',
  'form',
  'given_at',
  'proof',
  'wording',
  'channel',
  'was_informed',
  'list_id',
  'created_at',
] as const;

/** Puts the consents of leads on record. One that lacks its proof is kept too, and is no ground. */
export async function insertConsentsOfLeads(
  db: Db,
  target: ConsentTarget,
  consents: readonly ConsentOfLead[],
): Promise<void> {
  if (consents.length === 0) return;
  const campaign = await db
    .selectFrom('campaign')
    .select('object')
    .where('id', '=', target.campaignId)
    .executeTakeFirst();
  await insertRows(
    db,
    'consent',
    columns,
    consents.map(({ id, phoneNumber, consent }) => [
      id,
      target.clientId,
      phoneNumber,
      consent.object ?? campaign?.object ?? null,
      'express',
      consent.givenAtMs,
      consent.proof ?? consent.source,
      consent.wording,
      consent.source,
      target.consentsAreInformed ? 1 : 0,
      target.listId,
      target.atMs,
    ]),
  );
}

/** Those that are not on record for the same number and instant yet. Index consent_number. */
export async function consentsNotOnRecord(
  db: Db,
  clientId: ClientId,
  consents: readonly ConsentOfLead[],
): Promise<readonly ConsentOfLead[]> {
  if (consents.length === 0) return [];
  const rows = await db
    .selectFrom('consent')
    .select(['phone_number', 'given_at'])
    .where('client_id', '=', clientId)
    .where(
      isAnyOf(
        db,
        'phone_number',
        consents.map((each) => each.phoneNumber),
      ),
    )
    .execute();
  const known = new Set(rows.map((row) => `${row.phone_number} ${row.given_at}`));
  return consents.filter(({ phoneNumber, consent }) => !known.has(`${phoneNumber} ${consent.givenAtMs}`));
}
