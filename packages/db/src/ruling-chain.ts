import { createHash } from 'node:crypto';
import type { AttemptId, CallFacts, CampaignId, Citation, ClientId, LeadId, RulingId } from '@alize/model';
import type { Tx } from './open-database.ts';
import type { Schema } from './schema.ts';

/** A ruling as it goes into its client's chain. */
export interface NewRuling {
  readonly id: RulingId;
  readonly campaignId: CampaignId;
  readonly leadId: LeadId;
  /** The call that it cleared; null when it refused. */
  readonly attemptId: AttemptId | null;
  readonly atMs: number;
  readonly kind: 'clear' | 'refused';
  readonly rules: readonly Citation[];
  /** The earliest instant worth trying again; null when it cleared, and when never. */
  readonly untilMs: number | null;
  readonly packVersion: string;
  readonly zoneDataVersion: string;
  /** All that it was judged from. Personal data: it can be taken out later and the chain still holds. */
  readonly facts: CallFacts;
  /** At least 16 random bytes, so that facts which were taken out cannot be guessed from their hash. */
  readonly salt: Uint8Array;
}

/** Writes one ruling at the end of its client's chain. As `appendRulings`. */
export async function appendRuling(tx: Tx, clientId: ClientId, ruling: NewRuling): Promise<void> {
  await appendRulings(tx, clientId, [ruling]);
}

/**
 * Writes rulings at the end of a client's chain, in their order, inside the caller's transaction: three statements for
 * all of them. An attempt refers to its ruling, so it is written after this. Throws RangeError for a short salt.
 *
 * Each record holds the hash of the one before. Its own is SHA-256, in lower-case hexadecimal, over the UTF-8 text of
 * one JSON array without spaces:
 *
 *     [number, previous, id, clientId, campaignId, leadId, attemptId, at, kind, rules, until,
 *      packVersion, zoneDataVersion, factsSha256]
 *
 * `number` counts from 1 in each client; `previous` is null in the first record; `rules` is the column's text; `at` and
 * `until` are UTC milliseconds. `factsSha256` is SHA-256 over the salt's hexadecimal text followed by the facts' text.
 */
export async function appendRulings(
  tx: Tx,
  clientId: ClientId,
  rulings: readonly NewRuling[],
): Promise<void> {
  if (rulings.length === 0) return;
  let { number, previous } = await takePlaces(tx, clientId, rulings.length);
  const rows = rulings.map((ruling) => {
    number += 1;
    const row = rowOf(ruling, { clientId, number, previous });
    previous = row.sha256;
    return row;
  });
  await tx.insertInto('ruling').values(rows).execute();
  await tx
    .updateTable('ruling_chain')
    .set({ sha256_last: rows.at(-1)?.sha256 })
    .where('client_id', '=', clientId)
    .execute();
}

/** Moves the chain's end on and answers where it was. The row stays locked until the transaction ends. */
async function takePlaces(tx: Tx, clientId: ClientId, count: number) {
  const end = await tx
    .insertInto('ruling_chain')
    .values({ client_id: clientId, number_last: count, sha256_last: '' })
    .onConflict((conflict) =>
      conflict
        .column('client_id')
        .doUpdateSet(({ ref, eb }) => ({ number_last: eb(ref('ruling_chain.number_last'), '+', count) })),
    )
    .returning(['number_last', 'sha256_last'])
    .executeTakeFirstOrThrow();
  return { number: end.number_last - count, previous: end.sha256_last || null };
}

function rowOf(
  ruling: NewRuling,
  place: { readonly clientId: ClientId; readonly number: number; readonly previous: string | null },
) {
  if (ruling.salt.length < 16) throw new RangeError('a ruling needs 16 random bytes as its salt');
  const facts = JSON.stringify(ruling.facts);
  const salt = Buffer.from(ruling.salt).toString('hex');
  const row = {
    id: ruling.id,
    client_id: place.clientId,
    campaign_id: ruling.campaignId,
    lead_id: ruling.leadId,
    attempt_id: ruling.attemptId,
    at: ruling.atMs,
    kind: ruling.kind,
    rules: JSON.stringify(ruling.rules),
    until: ruling.untilMs,
    pack_version: ruling.packVersion,
    zone_data_version: ruling.zoneDataVersion,
    number_in_chain: place.number,
    facts,
    facts_salt: salt,
    facts_sha256: sha256(salt + facts),
    previous_sha256: place.previous,
  };
  return { ...row, sha256: recordHash(row) };
}

/** The hash that a record must bear, as `appendRulings` says. */
export function recordHash(row: Omit<Schema['ruling'], 'sha256' | 'facts' | 'facts_salt'>): string {
  return sha256(
    JSON.stringify([
      row.number_in_chain,
      row.previous_sha256,
      row.id,
      row.client_id,
      row.campaign_id,
      row.lead_id,
      row.attempt_id,
      row.at,
      row.kind,
      row.rules,
      row.until,
      row.pack_version,
      row.zone_data_version,
      row.facts_sha256,
    ]),
  );
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
