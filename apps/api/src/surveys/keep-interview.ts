import {
  announce,
  appendEvents,
  type InterviewStanding,
  type StoredStanding,
  storeInterview,
  type Tx,
} from '@alize/db';
import type { ApiParts } from '../api-parts.ts';

/**
 * Stores how an interview stands and tells it: the event to the console, the end of it and a cell that it filled to the
 * client. Call it in the transaction of the fact.
 */
export async function keepInterview(
  api: Pick<ApiParts, 'ids'>,
  tx: Tx,
  standing: InterviewStanding,
): Promise<StoredStanding> {
  const stored = await storeInterview(tx, standing);
  if (stored.state === stored.stateBefore) return stored;
  const { clientId, campaignId, leadId, atMs } = standing;
  const { id: interviewId, state, cell } = stored;
  const event = { kind: 'survey.changed', campaignId, interviewId, state } as const;
  await appendEvents(tx, atMs, [{ clientId, event }]);
  const makeId = () => api.ids.make('delivery');
  if (state !== 'started') {
    const data = { interviewId, campaignId, leadId, state, channel: standing.channel, cell };
    await announce(tx, { clientId, kind: 'interview.ended', atMs, data, campaignId, leadId }, makeId);
  }
  if (stored.hasFilledCell) {
    const data = { campaignId, cell };
    await announce(tx, { clientId, kind: 'quota.filled', atMs, data, campaignId, leadId: null }, makeId);
  }
  return stored;
}
