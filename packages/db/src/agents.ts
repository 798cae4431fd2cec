import type {
  AgentConnection,
  AgentState,
  AttemptId,
  CampaignId,
  ClientId,
  PauseReason,
  UserId,
} from '@alize/model';
import type { Db } from './open-database.ts';

/** An agent on duty, as the dialer keeps it. `seat` and `presentAtMs` are the api's to write, the rest the dialer's. */
export interface StoredAgent {
  readonly userId: UserId;
  readonly clientId: ClientId;
  readonly state: AgentState;
  readonly pauseReason: PauseReason | null;
  readonly wishedPause: PauseReason | null;
  readonly sinceMs: number;
  readonly attemptId: AttemptId | null;
  readonly campaignId: CampaignId | null;
  readonly connection: AgentConnection;
  readonly connectionSinceMs: number;
  readonly seat: string | null;
  readonly presentAtMs: number;
}

/** Every agent that has ever signed in. */
export async function allAgents(db: Db): Promise<readonly StoredAgent[]> {
  const rows = await db.selectFrom('agent').selectAll().execute();
  return rows.map((row) => ({
    userId: row.user_id,
    clientId: row.client_id,
    state: row.state,
    pauseReason: row.pause_reason,
    wishedPause: row.wished_pause,
    sinceMs: row.since,
    attemptId: row.attempt_id,
    campaignId: row.campaign_id,
    connection: row.connection,
    connectionSinceMs: row.connection_since,
    seat: row.seat,
    presentAtMs: row.present_at,
  }));
}

/** Writes the dialer's half of an agent's row; never the seat or the presence. */
export async function saveAgent(db: Db, agent: Omit<StoredAgent, 'seat' | 'presentAtMs'>): Promise<void> {
  await db
    .updateTable('agent')
    .set({
      state: agent.state,
      pause_reason: agent.pauseReason,
      wished_pause: agent.wishedPause,
      since: agent.sinceMs,
      attempt_id: agent.attemptId,
      campaign_id: agent.campaignId,
      connection: agent.connection,
      connection_since: agent.connectionSinceMs,
    })
    .where('user_id', '=', agent.userId)
    .execute();
}
