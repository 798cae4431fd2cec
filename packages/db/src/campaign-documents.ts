import type { CampaignId, ClientId, UserId } from '@alize/model';
import type { Db } from './open-database.ts';
import type { CampaignDocumentKind } from './schema.ts';

/** A document of a campaign, with the version by which two people who edit it are told apart. */
export interface CampaignDocument {
  readonly document: unknown;
  readonly version: number;
  readonly changedAtMs: number;
}

/** The document; null when the campaign has none of this kind. Its shape is for the reader to check. */
export async function findCampaignDocument(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId,
  kind: CampaignDocumentKind,
): Promise<CampaignDocument | null> {
  const row = await db
    .selectFrom('campaign_document')
    .select(['document', 'version', 'changed_at as changedAtMs'])
    .where('campaign_id', '=', campaignId)
    .where('client_id', '=', clientId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row ? { ...row, document: JSON.parse(row.document) } : null;
}

/**
 * Stores a document in place of the one of version `expected` (0: of none). The new version, or null when another was
 * stored meanwhile: then nothing has changed. The campaign is the client's: see to it before.
 */
export async function saveCampaignDocument(
  db: Db,
  saved: {
    readonly clientId: ClientId;
    readonly campaignId: CampaignId;
    readonly kind: CampaignDocumentKind;
    readonly document: unknown;
    readonly expected: number;
    readonly by: UserId | null;
    readonly atMs: number;
  },
): Promise<number | null> {
  const { clientId, campaignId, kind, expected, atMs } = saved;
  const version = expected + 1;
  const row = { document: JSON.stringify(saved.document), version, changed_at: atMs, changed_by: saved.by };
  if (expected === 0) {
    const inserted = await db
      .insertInto('campaign_document')
      .values({ campaign_id: campaignId, client_id: clientId, kind, ...row })
      .onConflict((conflict) => conflict.columns(['campaign_id', 'kind']).doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n ? version : null;
  }
  const updated = await db
    .updateTable('campaign_document')
    .set(row)
    .where('campaign_id', '=', campaignId)
    .where('client_id', '=', clientId)
    .where('kind', '=', kind)
    .where('version', '=', expected)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n ? version : null;
}
