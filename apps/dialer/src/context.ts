import type { AsteriskLink } from '@alize/ami';
import type { CampaignPlan, Database } from '@alize/db';
import type { CampaignId } from '@alize/model';
import type { Clock, IdSource } from '@alize/runtime';
import type { AnswerHours } from './answer-hours.ts';
import type { Floor } from './floor.ts';
import type { Journal } from './journal.ts';
import type { Notices } from './notices.ts';
import type { PacingMemory } from './pacing-memory.ts';

/** What every part of the dialer works with. */
export interface Context {
  readonly database: Database;
  readonly link: AsteriskLink;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly random: (bytesCount: number) => Uint8Array;
  readonly notices: Notices;
  readonly journal: Journal;
  readonly floor: Floor;
  readonly pacing: PacingMemory;
  readonly answerHours: AnswerHours;
  /** Started campaigns, as last read; most urgent first. */
  readonly plans: Map<CampaignId, CampaignPlan>;
  /** Time-zone data that rulings are made by, `process.versions.tz`. */
  readonly zoneDataVersion: string;
  /** Has the loop look again soon. */
  readonly wake: () => void;
}
