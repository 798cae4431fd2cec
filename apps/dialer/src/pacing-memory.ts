import { type CampaignPlan, type Db, findPacingState, type SimilarCalls, similarCalls } from '@alize/db';
import { ListTurns } from '@alize/leads';
import type { CampaignId, PacingLimit } from '@alize/model';
import { Learner, type LearnerState, type Prior } from '@alize/pacing';
import { CampaignAccount } from './campaign-account.ts';
import type { Context } from './context.ts';
import { TrunkHealth } from './trunk-health.ts';

/** What the dialer knows of a campaign beside the floor of this instant. */
export interface CampaignMemory {
  readonly learner: Learner;
  readonly account: CampaignAccount;
  /** Whose turn it is among its lists. */
  readonly turns: ListTurns;
  /** What held the last decision back. */
  limitedBy: PacingLimit | null;
  /** What was last written and told of its pacing. */
  readonly told: Told;
  /** The learner's state as last kept on disk, as JSON. */
  savedState: string | null;
}

export interface Told {
  pointAtMs: number;
  snapshotAtMs: number;
  limitedBy: PacingLimit | null;
  eventAtMs: number;
  event: string;
}

/** What is known of each campaign that has been worked since this process took over, and of the trunks. */
export class PacingMemory {
  readonly trunks = new TrunkHealth();
  readonly #campaigns = new Map<CampaignId, CampaignMemory>();

  /** Undefined for a campaign that has not been worked yet; what happens in it is read from the ledger then. */
  of(id: CampaignId): CampaignMemory | undefined {
    return this.#campaigns.get(id);
  }

  all(): Iterable<[CampaignId, CampaignMemory]> {
    return this.#campaigns;
  }

  /**
   * The memory of a campaign that is about to dial. Its account is read before the first call; afterwards it is read
   * beside the dialling, which goes on with what has been counted on since.
   */
  async recall(campaign: CampaignPlan, from: Sources): Promise<CampaignMemory> {
    const known = this.#campaigns.get(campaign.id);
    if (!known) {
      const memory = await learnt(from.database.db, campaign);
      await readAccount(memory, campaign, from);
      this.#campaigns.set(campaign.id, memory);
      return memory;
    }
    if (known.account.isDue(from.clock.nowMs())) {
      readAccount(known, campaign, from).catch((error: unknown) =>
        from.notices.failed('account of abandoned calls', error),
      );
    }
    return known;
  }

  /** Forgets all: another process has led in the meantime. */
  clear(): void {
    this.#campaigns.clear();
  }
}

/** What a memory is read from. */
type Sources = Pick<Context, 'database' | 'clock' | 'journal' | 'notices' | 'floor'>;

function readAccount(
  { account, learner }: CampaignMemory,
  campaign: CampaignPlan,
  { database, clock, journal, floor }: Sources,
): Promise<void> {
  const agents = [...campaign.teamUserIds].filter((id) => {
    const state = floor.agents.get(id)?.state;
    return state !== undefined && state !== 'offline' && state !== 'paused';
  });
  const team = { agents: agents.length, handlingSeconds: learner.handlingSeconds };
  return account.read(database.db, campaign, { clock, isOnDisk: journal.settled(), team });
}

async function learnt(db: Db, { clientId, id }: CampaignPlan): Promise<CampaignMemory> {
  const state = await findPacingState(db, clientId, id);
  const prior = priorOf(await similarCalls(db, clientId, id));
  return {
    learner: new Learner({ state: isLearnerState(state) ? state : null, prior }),
    account: new CampaignAccount(),
    turns: new ListTurns(),
    limitedBy: null,
    told: { pointAtMs: 0, snapshotAtMs: 0, limitedBy: null, eventAtMs: 0, event: '' },
    savedState: null,
  };
}

/** Of fewer calls, nothing is assumed. */
const similarCallsMin = 200;
/** More answers than foreseen is what leaves people waiting, so that more are assumed than others had; up to a share. */
const answersAssumed = 1.5;
const answerShareMax = 0.4;

/** What a campaign without a past is assumed to be like: the client's others of its kind. */
function priorOf({ calls, answered, talkSeconds, wrapUpSeconds }: SimilarCalls): Prior {
  if (calls < similarCallsMin) return {};
  return {
    answerShare: Math.min(answerShareMax, (answersAssumed * (answered + 1)) / calls),
    ...(talkSeconds !== null && { talkSeconds }),
    ...(wrapUpSeconds !== null && { wrapUpSeconds }),
  };
}

/** Written by a learner alone; one of another version is not understood any more. */
function isLearnerState(state: unknown): state is LearnerState {
  return typeof state === 'object' && state !== null && 'version' in state && state.version === 1;
}
