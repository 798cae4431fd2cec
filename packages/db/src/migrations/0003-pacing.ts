import type { Kysely } from 'kysely';
import { runStatements } from './run-statements.ts';

/** How a campaign is paced: what people steer for, what was decided when and why, and what has been learnt. */
const statements = [
  `alter table campaign add column power_ratio real not null default 1.5`,
  // null: the inner target of the rule pack
  `alter table campaign add column abandon_aim real`,
  `alter table campaign add column priority integer not null default 5`,

  // One every few seconds of dialling. decision, agents and snapshot are JSON; the snapshot goes after a day, the
  // rest after two weeks.
  `create table pacing_point (
    campaign_id text not null references campaign, at bigint not null, client_id text not null references client,
    decision text not null, agents text not null, snapshot text, primary key (campaign_id, at))`,
  // sweepPacing
  `create index pacing_point_at on pacing_point (at)`,
  `create index pacing_point_snapshot on pacing_point (at) where snapshot is not null`,
  // sweepPacing
  `create index event_paced on event (at) where kind = 'campaign.paced'`,

  // What the dialer has learnt of each campaign, for its next start.
  `create table pacing_state (
    campaign_id text primary key references campaign, client_id text not null references client,
    state text not null, saved_at bigint not null)`,
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runStatements(db, statements);
}
