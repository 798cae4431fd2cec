import type { AgentState } from '@alize/model';
import { Chain } from './chain.ts';
import { durationDraw } from './duration.ts';
import { delist, enlist } from './live-list.ts';
import { purposes } from './luck.ts';
import type { SimulationReport } from './report.ts';
import type { Run } from './run.ts';
import { VirtualAgent, type VirtualTeam } from './virtual-agent.ts';
import type { VirtualCall } from './virtual-call.ts';

/** What the rest of the day does when an agent comes free, and when a talk is over. */
interface Duties {
  readonly onFree: () => void;
  readonly onTalkOver: (call: VirtualCall) => void;
}

/**
 * The agents of a day: offline → ready → talking → wrap-up → ready | paused, offline when the shift ends. Pauses are
 * wished for at instants that are the agent's own, whatever the rule, and taken between calls.
 */
export class Staff {
  /** Those who are ready, the longest first. */
  readonly ready = new Chain<VirtualAgent>();
  readonly #run: Run;
  readonly #duties: Duties;
  readonly #teams: readonly VirtualTeam[];
  readonly #all: VirtualAgent[] = [];

  constructor(run: Run, duties: Duties) {
    this.#run = run;
    this.#duties = duties;
    this.#teams = run.scenario.teams.map((team) => ({
      team,
      drawPause: durationDraw(team.pause),
      paidMs: 0,
    }));
    for (const team of this.#teams) {
      for (let place = 0; place < team.team.agents; place++) this.#hire(team);
    }
  }

  /** The agent talks with a call (null: an inbound one); both lengths are known to fate alone. */
  talk(agent: VirtualAgent, call: VirtualCall | null, lengths: { talkMs: number; wrapUpMs: number }): void {
    this.ready.leave(agent);
    this.#run.tally.waited(this.#run.floor.nowMs - agent.sinceMs);
    agent.call = call;
    agent.wrapUpMs = lengths.wrapUpMs;
    this.#enter(agent, 'talking', lengths.talkMs);
  }

  /** A share of all agents, chosen by the seed, leaves for good. */
  leave(share: number, shock: number): void {
    const { luck } = this.#run;
    const drawn = this.#all.map((agent) => ({
      agent,
      rank: luck.seat(purposes.leaving, shock, agent.number).uniform(),
    }));
    drawn.sort((one, other) => one.rank - other.rank);
    for (const { agent } of drawn.slice(0, Math.round(share * drawn.length))) {
      agent.isGone = true;
      this.#goHome(agent);
    }
  }

  /** Dialling has closed and no call is left: those without a shift of their own go home. */
  sendHome(): void {
    for (const agent of this.#all) {
      if (agent.leavesAtMs === null && !agent.isLeaving) this.#goHome(agent);
    }
  }

  /** Hours paid at each team's cost, teams of one site and currency together. */
  costBySite(): SimulationReport['costBySite'] {
    const costs = new Map<string, { site: string; currency: string; cost: number }>();
    for (const { team, paidMs } of this.#teams) {
      const { site, currency, hourlyCost } = team;
      const key = JSON.stringify([site, currency]);
      const known = costs.get(key)?.cost ?? 0;
      costs.set(key, { site, currency, cost: known + (paidMs / 3_600_000) * hourlyCost });
    }
    return [...costs.values()];
  }

  #hire(team: VirtualTeam): void {
    const { timers, scenario } = this.#run;
    const agent = new VirtualAgent(this.#all.length, team, (one) => [
      timers.add(() => this.#workOver(one)),
      timers.add(() => this.#pauseWished(one)),
      timers.add(() => this.#shiftTurns(one)),
    ]);
    this.#all.push(agent);
    this.#run.tally.agentsIn.offline++;
    timers.set(agent.shift, (team.team.shift?.from ?? scenario.opensAt) * 1000);
  }

  #shiftTurns(agent: VirtualAgent): void {
    if (agent.state === 'offline') this.#come(agent);
    else this.#goHome(agent);
  }

  #come(agent: VirtualAgent): void {
    const { floor, timers } = this.#run;
    if (agent.isGone) return;
    if (agent.leavesAtMs !== null) timers.set(agent.shift, agent.leavesAtMs);
    agent.cameMs = floor.nowMs;
    enlist(floor.agents, agent);
    this.#planPause(agent, floor.nowMs);
    this.#beReady(agent);
  }

  #goHome(agent: VirtualAgent): void {
    if (agent.state === 'offline') return;
    if (agent.state === 'ready') this.ready.leave(agent);
    if (agent.state === 'ready' || agent.state === 'paused') this.#goOffline(agent);
    else agent.isLeaving = true;
  }

  #goOffline(agent: VirtualAgent): void {
    const { floor, timers } = this.#run;
    this.#enter(agent, 'offline', null);
    delist(floor.agents, agent);
    timers.clear(agent.work);
    timers.clear(agent.pauseWish);
    timers.clear(agent.shift);
    agent.team.paidMs += floor.nowMs - agent.cameMs;
  }

  #workOver(agent: VirtualAgent): void {
    if (agent.state === 'talking') this.#talkOver(agent);
    else if (agent.state === 'wrap_up') this.#wrapUpOver(agent);
    else this.#beFree(agent);
  }

  #talkOver(agent: VirtualAgent): void {
    const { floor, pacer } = this.#run;
    const lastedMs = floor.nowMs - agent.sinceMs;
    const { call } = agent;
    agent.call = null;
    this.#enter(agent, 'wrap_up', agent.wrapUpMs);
    pacer.talkEnded?.(lastedMs, floor.nowMs);
    if (call) this.#duties.onTalkOver(call);
  }

  #wrapUpOver(agent: VirtualAgent): void {
    const { floor, pacer } = this.#run;
    const isLeaving = agent.isLeaving || agent.owedPauseMs > 0;
    pacer.wrapUpEnded?.(floor.nowMs - agent.sinceMs, isLeaving, floor.nowMs);
    this.#beFree(agent);
  }

  #beFree(agent: VirtualAgent): void {
    if (agent.isLeaving) this.#goOffline(agent);
    else if (agent.owedPauseMs > 0) this.#pause(agent);
    else this.#beReady(agent);
  }

  #beReady(agent: VirtualAgent): void {
    this.#enter(agent, 'ready', null);
    this.ready.join(agent);
    this.#duties.onFree();
  }

  #pause(agent: VirtualAgent): void {
    this.#enter(agent, 'paused', agent.owedPauseMs);
    agent.owedPauseMs = 0;
  }

  #pauseWished(agent: VirtualAgent): void {
    const { nowMs } = this.#run.floor;
    agent.owedPauseMs += agent.nextPauseMs;
    this.#planPause(agent, nowMs + agent.nextPauseMs);
    if (agent.state !== 'ready' || agent.owedPauseMs === 0) return;
    this.ready.leave(agent);
    this.#pause(agent);
  }

  /** Exponential gaps of work between pauses. */
  #planPause(agent: VirtualAgent, fromMs: number): void {
    const { luck, timers } = this.#run;
    const { team, drawPause } = agent.team;
    if (team.pausesPerHour <= 0) return;
    luck.seat(purposes.pause, agent.number, agent.pauses++);
    const gapMs = (-Math.log(luck.uniform()) * 3_600_000) / team.pausesPerHour;
    agent.nextPauseMs = Math.round(drawPause(luck) * 1000);
    timers.set(agent.pauseWish, fromMs + gapMs);
  }

  #enter(agent: VirtualAgent, state: AgentState, lastsMs: number | null): void {
    const { floor, tally, timers } = this.#run;
    tally.agentsIn[agent.state]--;
    tally.agentsIn[state]++;
    floor.readyCount = tally.agentsIn.ready;
    agent.state = state;
    agent.sinceMs = floor.nowMs;
    if (lastsMs !== null) timers.set(agent.work, floor.nowMs + lastsMs);
  }
}
