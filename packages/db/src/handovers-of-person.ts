import type { CampaignId, ClientId, HandoverId, PhoneNumber, Score } from '@alize/model';
import { leadsOfNumbers } from './lead-phones.ts';
import type { Db, Tx } from './open-database.ts';

interface Person {
  readonly clientId: ClientId;
  readonly numbers: readonly PhoneNumber[];
}

/** A hand-over of somebody who is forgotten: its row may stand in a file of leads handed over. */
export interface ForgottenHandover {
  readonly id: HandoverId;
  readonly campaignId: CampaignId;
  readonly handedOverAtMs: number;
}

/** When a person was handed over, and what the client made of it. Indexes lead_phone_number and handover_lead. */
export async function handoversOfPerson(db: Db, { clientId, numbers }: Person) {
  const rows = await db
    .selectFrom('handover')
    .innerJoin('campaign', 'campaign.id', 'handover.campaign_id')
    .select([
      'handover.id',
      'handover.lead_id as leadId',
      'campaign.name as campaignName',
      'handover.state',
      'handover.points',
      'handover.score_parts as scoreParts',
      'handover.stage_label as stageLabel',
      'handover.reason',
      'handover.comment',
      'handover.handed_over_at as handedOverAtMs',
      'handover.judged_at as judgedAtMs',
    ])
    .where('handover.client_id', '=', clientId)
    .where('handover.lead_id', 'in', leadsOfNumbers(db, clientId, numbers))
    .orderBy('handover.handed_over_at')
    .execute();
  // Written by insertHandover alone.
  return rows.map((row) => ({ ...row, scoreParts: JSON.parse(row.scoreParts) as Score['parts'][number][] }));
}

/** Takes out what was written of a person and what each of their answers brought; that they were handed over and accepted or not stays, for the rates. */
export async function eraseHandovers(
  tx: Tx,
  { clientId, numbers }: Person,
): Promise<readonly ForgottenHandover[]> {
  const erased = await tx
    .updateTable('handover')
    .set({ comment: null, score_parts: '[]' })
    .where('client_id', '=', clientId)
    .where('lead_id', 'in', leadsOfNumbers(tx, clientId, numbers))
    .returning(['id', 'campaign_id as campaignId', 'handed_over_at as handedOverAtMs'])
    .execute();
  const ids = erased.map(({ id }) => id);
  if (ids.length > 0)
    await tx.updateTable('handover_verdict').set({ comment: null }).where('handover_id', 'in', ids).execute();
  return erased;
}
