import { type DurationDraw, durationDraw } from './duration.ts';
import { InboundCalls } from './inbound-calls.ts';
import { purposes } from './luck.ts';
import type { SimulationReport } from './report.ts';
import type { Run } from './run.ts';
import { Staff } from './staff.ts';
import { Traffic } from './traffic.ts';
import type { VirtualAgent } from './virtual-agent.ts';
import type { VirtualCall } from './virtual-call.ts';

/** One virtual day: brings agents and calls together, asks the pacer, lets time pass. */
export class VirtualDay {
  readonly #run: Run;
  readonly #staff: Staff;
  readonly #traffic: Traffic;
  readonly #inbound: InboundCalls;
  readonly #drawTalk: DurationDraw;
  readonly #drawMachineTalk: DurationDraw;
  readonly #drawWrapUp: DurationDraw;
  readonly #lengths = { talkMs: 0, wrapUpMs: 0 };
  readonly #everyMs: number;
  /** When the pacer is to be asked though nothing happens, and after something that happened while it rested. */
  #askMs: number;
  #askAgainMs = Number.POSITIVE_INFINITY;
  #askedMs = Number.NEGATIVE_INFINITY;
  #tokens = 0;
  #tokensAtMs = 0;
  #isClosed = false;

  constructor(run: Run) {
    const { scenario } = run;
    this.#run = run;
    const match = () => this.#match();
    this.#traffic = new Traffic(run, match);
    this.#staff = new Staff(run, { onFree: match, onTalkOver: (call) => this.#traffic.disconnect(call) });
    this.#inbound = new InboundCalls(run, match);
    this.#drawTalk = durationDraw(scenario.talk);
    this.#drawMachineTalk = durationDraw(scenario.machineTalk);
    this.#drawWrapUp = durationDraw(scenario.wrapUp);
    this.#askMs = Math.round(scenario.opensAt * 1000);
    this.#everyMs = wholeMs(run.pacer.everyMs);
    this.#planShocks();
    const closing = run.timers.add(() => this.#close());
    run.timers.set(closing, scenario.closesAt * 1000);
  }

  pass(): SimulationReport {
    const { timers, tally, floor, pacer } = this.#run;
    for (;;) {
      const eventMs = timers.nextMs();
      const askMs = this.#isClosed ? Number.POSITIVE_INFINITY : Math.min(this.#askMs, this.#askAgainMs);
      const nowMs = Math.min(eventMs, askMs);
      if (nowMs === Number.POSITIVE_INFINITY) break;
      tally.advance(nowMs);
      floor.nowMs = nowMs;
      if (eventMs === nowMs) timers.fireAt(nowMs);
      if (this.#askMs === nowMs) this.#askMs += this.#everyMs;
      if (askMs === nowMs || pacer.onEvents) this.#askUnlessResting(nowMs, askMs);
      if (this.#isClosed) this.#clearFloor();
    }
    return this.#report();
  }

  #askUnlessResting(nowMs: number, askMs: number): void {
    const restsUntilMs = this.#askedMs + (this.#run.pacer.restMs ?? 0);
    if (nowMs < restsUntilMs && nowMs !== askMs) {
      this.#askAgainMs = restsUntilMs;
      return;
    }
    this.#askAgainMs = Number.POSITIVE_INFINITY;
    this.#askedMs = nowMs;
    this.#ask();
  }

  #ask(): void {
    const { floor, pacer, scenario } = this.#run;
    const isOpen = !this.#isClosed && floor.nowMs >= scenario.opensAt * 1000;
    if (!isOpen || this.#traffic.usedUpAt !== null) return;
    this.#refillTokens();
    for (let left = Math.floor(pacer.place(floor)); left > 0; left--) {
      if (floor.linesFree <= 0 || floor.callsAllowedNow <= 0 || !this.#traffic.place()) return;
      this.#tokens--;
      floor.callsAllowedNow = Math.floor(this.#tokens);
    }
  }

  /** A bucket that holds one second's calls, one at least. */
  #refillTokens(): void {
    const { floor, scenario } = this.#run;
    const perSecond = scenario.trunk.callsPerSecondMax;
    const grown = this.#tokens + ((floor.nowMs - this.#tokensAtMs) / 1000) * perSecond;
    this.#tokens = Math.min(Math.max(1, perSecond), grown);
    this.#tokensAtMs = floor.nowMs;
    floor.callsAllowedNow = Math.floor(this.#tokens);
  }

  /** The agent who has waited longest takes the caller who has; callees only when no caller waits. */
  #match(): void {
    const { ready } = this.#staff;
    const { luck } = this.#run;
    for (let agent = ready.first; agent; agent = ready.first) {
      const call = this.#traffic.waiting.first;
      if (this.#inbound.waiting > 0) {
        luck.seat(purposes.inbound, 1, this.#inbound.take());
        this.#staff.talk(agent, null, this.#talkLengths(this.#drawTalk));
      } else if (call) {
        this.#connect(call, agent);
      } else return;
    }
  }

  #connect(call: VirtualCall, agent: VirtualAgent): void {
    const { luck, tally, scenario } = this.#run;
    this.#traffic.connect(call);
    luck.seat(purposes.talk, call.list, call.index);
    if (luck.uniform() < scenario.successShare && !call.isMachine) tally.successes++;
    this.#staff.talk(agent, call, this.#talkLengths(call.isMachine ? this.#drawMachineTalk : this.#drawTalk));
  }

  /** Of the talk whose luck is open: one object, used again for each. */
  #talkLengths(drawTalk: DurationDraw): { talkMs: number; wrapUpMs: number } {
    const { luck, scenario, floor } = this.#run;
    let factor = 1;
    for (const shock of scenario.shocks) {
      if (shock.kind === 'talk' && floor.nowMs >= shock.at * 1000) factor *= shock.factor;
    }
    this.#lengths.talkMs = Math.round(drawTalk(luck) * factor * 1000);
    this.#lengths.wrapUpMs = Math.round(this.#drawWrapUp(luck) * 1000);
    return this.#lengths;
  }

  /** The other shocks need no event: they are asked about by time. */
  #planShocks(): void {
    const { scenario, timers } = this.#run;
    for (const [index, shock] of scenario.shocks.entries()) {
      if (shock.kind !== 'agents_leave') continue;
      timers.set(
        timers.add(() => this.#staff.leave(shock.share, index)),
        shock.at * 1000,
      );
    }
  }

  #close(): void {
    this.#isClosed = true;
  }

  /** Whoever has no shift of their own stays until the last call in flight is settled. */
  #clearFloor(): void {
    if (this.#run.floor.calls.length === 0 && this.#inbound.waiting === 0) this.#staff.sendHome();
  }

  #report(): SimulationReport {
    return {
      ...this.#run.tally.report(),
      usedUpAt: this.#traffic.usedUpAt,
      leadsLeft: this.#traffic.leadsLeft(),
      costBySite: this.#staff.costBySite(),
    };
  }
}

/** Time goes by whole milliseconds. */
function wholeMs(everyMs: number): number {
  if (everyMs > 0) return Math.ceil(everyMs);
  throw new RangeError(
    `A pacer must want to be asked every so many milliseconds, more than 0; not ${everyMs}.`,
  );
}
