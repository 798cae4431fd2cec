import type { AsteriskEvent, AsteriskLink } from '@alize/ami';
import {
  appendEvents,
  type CampaignPlan,
  campaignPlans,
  type Database,
  isStorageError,
  stepsReached,
} from '@alize/db';
import { type Clock, type IdSource, type Loop, startLoop, watchDatabase } from '@alize/runtime';
import { AnswerHours } from './answer-hours.ts';
import { CallRate } from './call-rate.ts';
import type { Context } from './context.ts';
import { Floor } from './floor.ts';
import { readAgents, tendAgents } from './follow-agents.ts';
import { followEvent } from './follow-calls.ts';
import { Journal } from './journal.ts';
import { PacingKeeper, saveLearnt } from './keep-pacing.ts';
import { Leadership } from './leadership.ts';
import { noteStep } from './learn.ts';
import type { Notices } from './notices.ts';
import { obeyCommands } from './obey-commands.ts';
import { PacingMemory } from './pacing-memory.ts';
import { type Blocked, type DueWatch, placeCalls } from './place-calls.ts';
import { loadOpenCalls, reconcile } from './reconcile.ts';
import { serveWaiting } from './serve-waiting.ts';
import { isInSchedule, recordStanding } from './standing.ts';
import { takeBackSuppressed, tendCalls } from './tend-calls.ts';

/** The dialer looks at everything at least this often; events make it look at once. */
const tickEveryMs = 250;
/** A tick this late means that the process itself was held up. */
const heldUpMs = 600;
/** How long to wait before calls too young to be settled are held against Asterisk's channels again. */
const reconcileAgainMs = 2_500;

export interface DialerOptions {
  readonly database: Database;
  readonly link: AsteriskLink;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly random: (bytesCount: number) => Uint8Array;
  readonly notices: Notices;
  /** Names this process among all that ever ran: host, process id, a random part. */
  readonly holder: string;
  /** True when a holder is known to have died; by default nobody is. */
  readonly isGone?: (holder: string) => boolean;
  readonly zoneDataVersion: string;
}

/**
 * Places and follows calls for the campaigns of one database: takes the lease, then on each tick obeys commands,
 * looks after agents and calls, and places what pacing allows. A second one on the same database waits as a spare.
 */
export class Dialer {
  readonly #options: DialerOptions;
  readonly #context: Context;
  readonly #leadership: Leadership;
  readonly #rate = new CallRate();
  readonly #due: DueWatch = new Map();
  readonly #keeper = new PacingKeeper();
  #loop: Loop | null = null;
  #stopWatching = () => {};
  #isDataNew = true;
  #tickedAtMs = 0;
  #isReconciled = false;
  #isStopping = false;

  constructor(options: DialerOptions) {
    this.#options = options;
    const { clock, notices, database, link } = options;
    this.#leadership = new Leadership({
      db: database.db,
      clock,
      holder: options.holder,
      isAsteriskUp: () => link.isUp,
      isGone: options.isGone ?? (() => false),
      onTaken: (epoch) => this.#takeOver(epoch),
      onLost: () => this.#standBy(),
      onError: (error) => notices.failed('lease', error),
    });
    const journal = new Journal({
      db: database.db,
      clock,
      epoch: () => this.#leadership.lastEpoch,
      onProblem: (problem, error) => notices.journalProblem(problem, error),
    });
    const wake = () => this.#loop?.wake();
    this.#context = {
      ...options,
      journal,
      floor: new Floor(),
      pacing: new PacingMemory(),
      answerHours: new AnswerHours(),
      plans: new Map(),
      wake,
    };
  }

  start(): void {
    const { clock, database, notices, holder, zoneDataVersion } = this.#options;
    notices.started(holder, zoneDataVersion);
    this.#stopWatching = watchDatabase(database, clock, () => this.noteData());
    this.#leadership.start();
    this.#loop = startLoop({
      clock,
      everyMs: tickEveryMs,
      job: () => this.#tick(),
      onError: (error) => notices.failed('tick', error),
    });
  }

  /** Somebody wrote to the database, or the schedule's heartbeat beat: look again. */
  noteData(): void {
    this.#isDataNew = true;
    this.#due.clear();
    this.#loop?.wake();
  }

  /** True while this process holds the lease and sees Asterisk: it can place calls. */
  get isReady(): boolean {
    return this.#leadership.epoch !== null && this.#options.link.isUp && this.#isReconciled;
  }

  /** True while this process holds the lease. */
  get isLeader(): boolean {
    return this.#leadership.epoch !== null;
  }

  /** Places no further call, writes what it has seen, gives the lease up. Live calls stay as they are. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#stopWatching();
    await this.#loop?.stop();
    await this.#options.link.stop();
    saveLearnt(this.#context);
    await this.#context.journal.settled();
    await this.#leadership.stop();
    this.#options.notices.stopped();
  }

  #takeOver(epoch: number): void {
    this.#options.notices.leaseTaken(epoch);
    this.#isDataNew = true;
    this.#isReconciled = false;
    this.#context.floor.clear();
    this.#context.pacing.clear();
    this.#options.link.start((event) => this.#hear(event));
    this.#loop?.wake();
  }

  #standBy(): void {
    this.#options.notices.leaseLost();
    this.#isReconciled = false;
    void this.#options.link.stop();
  }

  #hear(event: AsteriskEvent): void {
    if (event.kind === 'link.up') this.#linkUp(event.asteriskVersion);
    else if (event.kind === 'link.down') this.#linkDown(event.reason);
    else {
      followEvent(this.#context, event);
      serveWaiting(this.#context);
    }
  }

  #linkUp(version: string): void {
    this.#options.notices.asteriskUp(version);
    this.#tellAsterisk(true);
    this.#loop?.wake();
  }

  #linkDown(reason: string): void {
    this.#options.notices.asteriskDown(reason);
    this.#isReconciled = false;
    // No leg is known to be up.
    this.#context.floor.legs.clear();
    this.#tellAsterisk(false);
    this.#loop?.wake();
  }

  #tellAsterisk(isAsteriskUp: boolean): void {
    const atMs = this.#options.clock.nowMs();
    this.#context.journal.write((tx) =>
      appendEvents(tx, atMs, [{ clientId: null, event: { kind: 'dialer.changed', isAsteriskUp } }]),
    );
  }

  async #tick(): Promise<void> {
    if (this.#isStopping || this.#leadership.epoch === null) return;
    const nowMs = this.#options.clock.nowMs();
    // After a hold-up what was read of the agents' presence is old, and says nothing of them.
    const wasHeldUp = nowMs - this.#tickedAtMs > heldUpMs;
    if (this.#isDataNew || wasHeldUp) await this.#readData();
    this.#tickedAtMs = this.#options.clock.nowMs();
    if (this.#options.link.isUp && !this.#isReconciled) await this.#reconcile();
    tendAgents(this.#context);
    serveWaiting(this.#context);
    tendCalls(this.#context);
    this.#keeper.tend(this.#context);
    for (const campaign of [...this.#context.plans.values()]) {
      // What is wrong with one campaign does not keep those after it from dialling.
      await this.#work(campaign).catch((error: unknown) => this.#noteFailure(error));
    }
    this.#measure();
  }

  /** A claim whose commit was not answered may be on disk, with calls that nobody placed. */
  #noteFailure(error: unknown): void {
    this.#options.notices.failed('campaign', error);
    if (isStorageError(error)) this.#isReconciled = false;
  }

  async #readData(): Promise<void> {
    this.#isDataNew = false;
    const { db } = this.#options.database;
    const plans = await campaignPlans(db);
    this.#context.plans.clear();
    for (const plan of plans) this.#context.plans.set(plan.id, plan);
    await readAgents(this.#context);
    await obeyCommands(this.#context);
    for (const [id, step] of await stepsReached(db)) {
      const call = this.#context.floor.calls.get(id);
      if (call) noteStep(this.#context, call, step);
    }
    await takeBackSuppressed(this.#context);
  }

  async #reconcile(): Promise<void> {
    await this.#context.journal.settled();
    await loadOpenCalls(this.#context);
    const isUnsettled = await reconcile(this.#context);
    this.#isReconciled = true;
    if (isUnsettled) {
      this.#options.clock.setTimer(reconcileAgainMs, () => {
        this.#isReconciled = false;
        this.#loop?.wake();
      });
    }
  }

  async #work(campaign: CampaignPlan): Promise<void> {
    const isOpen = isInSchedule(campaign, this.#options.clock.nowMs());
    const blocked = campaign.state === 'running' ? await this.#dial(campaign, isOpen) : null;
    const latest = this.#context.plans.get(campaign.id);
    if (latest) recordStanding(this.#context, latest, { isInSchedule: isOpen, blocked });
  }

  async #dial(campaign: CampaignPlan, isOpen: boolean): Promise<Blocked | null> {
    if (!isOpen) return { reason: 'outside_schedule', detail: null };
    if (!this.#options.link.isUp || !this.#isReconciled) return { reason: 'asterisk_down', detail: null };
    const { epoch } = this.#leadership;
    if (epoch === null || this.#isStopping) return { reason: 'no_dialer', detail: null };
    return placeCalls(this.#context, campaign, { epoch, rate: this.#rate, due: this.#due });
  }

  #measure(): void {
    const byState = new Map<string, number>();
    for (const { state } of this.#context.floor.agents.values())
      byState.set(state, (byState.get(state) ?? 0) + 1);
    this.#options.notices.measureFloor(this.#context.floor.calls.size, byState);
  }
}
