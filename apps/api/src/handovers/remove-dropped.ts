import { enqueue, type ForgottenHandover, type Tx } from '@alize/db';
import type { ClientId } from '@alize/model';
import type { ApiParts } from '../api-parts.ts';
import type { DropPayload } from '../outbox/payloads.ts';
import { dropName } from './drop-row.ts';

/**
 * Has the rows of people who are forgotten taken out of the files of leads handed over: by a delivery of its own, after
 * those that write to the same file. Call it in the transaction of the erasure.
 */
export async function removeDropped(
  api: Pick<ApiParts, 'ids'>,
  tx: Tx,
  {
    clientId,
    handovers,
    atMs,
  }: {
    readonly clientId: ClientId;
    readonly handovers: readonly ForgottenHandover[];
    readonly atMs: number;
  },
): Promise<void> {
  for (const { id, campaignId, handedOverAtMs } of handovers) {
    const payload: DropPayload = { fileName: dropName(handedOverAtMs), removed: [id] };
    await enqueue(
      tx,
      {
        ...{ clientId, way: 'csv_drop', target: campaignId, noticeKind: 'lead.qualified', payload },
        ...{ orderKey: payload.fileName, leadId: null, campaignId, atMs },
      },
      api.ids.make('delivery'),
    );
  }
}
