import type { CallFate } from '../call-fate.ts';
import { Chain } from './chain.ts';
import { FateDraw } from './fate-draw.ts';
import { LeadSupply } from './lead-supply.ts';
import { delist, enlist } from './live-list.ts';
import type { Run } from './run.ts';
import { TrunkFailures } from './trunk-failures.ts';
import { VirtualCall } from './virtual-call.ts';

/** So long an abandoned callee's line stays taken by the message. */
const messageMs = 6_000;

/**
 * The outbound calls of a day up to an agent, and the leads behind them:
 *
 *   dialling → ended | detecting → dropped as a machine
 *   dialling | detecting → waiting → connected | hung up | abandoned, then the message
 */
export class Traffic {
  /** Callees who wait for an agent, the longest first; nobody in it is past the limit. */
  readonly waiting = new Chain<VirtualCall>();
  /** Second of the day at which the last lead was settled. */
  usedUpAt: number | null;
  readonly #run: Run;
  readonly #onWaiting: () => void;
  readonly #fates: FateDraw;
  readonly #lists: readonly LeadSupply[];
  readonly #failures: TrunkFailures;
  readonly #spare: VirtualCall[] = [];
  #nextList = 0;

  /** `onWaiting`: somebody has joined those who wait. */
  constructor(run: Run, onWaiting: () => void) {
    this.#run = run;
    this.#onWaiting = onWaiting;
    this.#fates = new FateDraw(run.scenario, run.luck);
    this.#lists = run.scenario.lists.map((list) => new LeadSupply(list));
    this.#failures = new TrunkFailures(run.floor.trunkFailures);
    this.usedUpAt = this.leadsLeft() === 0 ? run.scenario.opensAt : null;
  }

  /** Places one call; false when no lead can be called now. */
  place(): boolean {
    const { floor, tally, timers, previewMs } = this.#run;
    const list = this.#listToCall();
    if (!list) return false;
    const call = this.#spare.pop() ?? this.#newCall();
    call.list = this.#nextList;
    call.lead = list.take(floor.nowMs);
    call.index = list.callIndex(call.lead);
    call.placedMs = floor.nowMs;
    this.#enterStage(call, 'dialling');
    enlist(floor.calls, call);
    floor.linesFree--;
    tally.sums.calls++;
    timers.set(call.timer, floor.nowMs + previewMs + this.#fates.decide(call, floor.nowMs));
    return true;
  }

  /** An agent has taken the call. The lead is reached, unless it is a machine. */
  connect(call: VirtualCall): void {
    const { floor, tally, pacer } = this.#run;
    this.#stopWaiting(call);
    call.stage = 'connected';
    floor.connectedCount++;
    tally.answerCounted(false);
    pacer.answerCounted?.(false, floor.nowMs);
    if (call.isMachine) this.#leadNotReached(call);
    else this.#closeLead(call);
  }

  /** The talk is over and the line free. */
  disconnect(call: VirtualCall): void {
    this.#run.floor.connectedCount--;
    this.#freeLine(call);
  }

  /** Leads that may still be called; null for lists without end. */
  leadsLeft(): number | null {
    let open = 0;
    for (const list of this.#lists) open += list.open;
    return open === Number.POSITIVE_INFINITY ? null : open;
  }

  /** The lists take turns, as long as they have leads to call. */
  #listToCall(): LeadSupply | null {
    for (let tried = 0; tried < this.#lists.length; tried++) {
      this.#nextList = (this.#nextList + 1) % this.#lists.length;
      const list = this.#lists[this.#nextList];
      if (list?.isAvailable(this.#run.floor.nowMs)) return list;
    }
    return null;
  }

  #newCall(): VirtualCall {
    return new VirtualCall((call) => this.#run.timers.add(() => this.#goOn(call)));
  }

  #goOn(call: VirtualCall): void {
    switch (call.step) {
      case 'answers':
        this.#answer(call);
        break;
      case 'is_detected':
        if (call.isPassed) this.#offer(call);
        else this.#dropAsMachine(call);
        break;
      case 'ends':
        this.#end(call);
        break;
      case 'hangs_up':
        this.#hangUp(call);
        break;
      case 'is_abandoned':
        this.#abandon(call);
        break;
      case 'clears':
        this.#freeLine(call);
        break;
      default:
        call.step satisfies never;
    }
  }

  #answer(call: VirtualCall): void {
    const { floor, tally, scenario, timers } = this.#run;
    if (call.isMachine) tally.machines++;
    else tally.sums.people++;
    call.answeredMs = floor.nowMs;
    if (!scenario.detection) {
      this.#offer(call);
      return;
    }
    this.#enterStage(call, 'detecting');
    call.step = 'is_detected';
    timers.set(call.timer, floor.nowMs + call.detectMs);
  }

  /** Waits for an agent; too late for one when detection alone took longer than the limit. */
  #offer(call: VirtualCall): void {
    const { floor, terms } = this.#run;
    this.#settle(call, 'offered');
    this.#enterStage(call, 'waiting');
    this.waiting.join(call);
    const deadlineMs = call.answeredMs + terms.limitMs;
    if (floor.nowMs > deadlineMs) this.#abandon(call);
    else this.#wait(call, deadlineMs);
  }

  #wait(call: VirtualCall, deadlineMs: number): void {
    const { floor, timers } = this.#run;
    const hangsUpMs = floor.nowMs + this.#fates.patienceMs(call);
    call.step = hangsUpMs < deadlineMs ? 'hangs_up' : 'is_abandoned';
    timers.set(call.timer, Math.min(hangsUpMs, deadlineMs));
    this.#onWaiting();
  }

  /** A person taken for a machine counts as abandoned, though no dialer can know of it. */
  #dropAsMachine(call: VirtualCall): void {
    this.#settle(call, 'machine_detected');
    if (!call.isMachine) this.#run.tally.answerCounted(true);
    this.#leadNotReached(call);
    this.#endDialling(call);
  }

  #end(call: VirtualCall): void {
    this.#settle(call, call.fate);
    if (call.fate === 'invalid') this.#closeLead(call);
    else if (call.fate === 'failed') this.#lists[call.list]?.giveBack(call.lead, this.#run.floor.nowMs);
    else this.#leadNotReached(call);
    this.#endDialling(call);
  }

  #hangUp(call: VirtualCall): void {
    this.#stopWaiting(call);
    this.#run.tally.answerCounted(false);
    this.#leadNotReached(call);
    this.#freeLine(call);
  }

  #abandon(call: VirtualCall): void {
    const { floor, tally, pacer, timers } = this.#run;
    this.#stopWaiting(call);
    tally.answerCounted(true);
    pacer.answerCounted?.(true, floor.nowMs);
    this.#leadNotReached(call);
    call.step = 'clears';
    timers.set(call.timer, floor.nowMs + messageMs);
  }

  #enterStage(call: VirtualCall, stage: VirtualCall['stage']): void {
    call.stage = stage;
    call.sinceMs = this.#run.floor.nowMs;
  }

  #settle(call: VirtualCall, fate: CallFate): void {
    const { floor, pacer } = this.#run;
    this.#failures.count(fate === 'failed');
    pacer.callSettled?.(fate, floor.nowMs - call.placedMs, floor.nowMs);
  }

  #stopWaiting(call: VirtualCall): void {
    this.waiting.leave(call);
    this.#run.timers.clear(call.timer);
    delist(this.#run.floor.calls, call);
  }

  #endDialling(call: VirtualCall): void {
    delist(this.#run.floor.calls, call);
    this.#freeLine(call);
  }

  #freeLine(call: VirtualCall): void {
    this.#run.floor.linesFree++;
    this.#spare.push(call);
  }

  #leadNotReached(call: VirtualCall): void {
    this.#lists[call.list]?.countAttempt(call.lead, this.#run.floor.nowMs);
    this.#lookUsedUp();
  }

  #closeLead(call: VirtualCall): void {
    this.#lists[call.list]?.close();
    this.#lookUsedUp();
  }

  #lookUsedUp(): void {
    if (this.usedUpAt === null && this.leadsLeft() === 0) this.usedUpAt = this.#run.floor.nowMs / 1000;
  }
}
