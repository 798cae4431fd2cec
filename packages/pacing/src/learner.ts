import type { PacingLimit } from '@alize/model';
import type { CallFate } from './call-fate.ts';
import { CallTally, type CallTallyState } from './call-tally.ts';
import { type CallLaw, callSeconds, type Laws } from './laws.ts';
import type { AgentSnapshot, CallSnapshot, Snapshot } from './snapshot.ts';
import { TimeTally, type TimeTallyState } from './time-tally.ts';

/** All that a learner knows, as JSON: for restarts, and for a campaign that begins with what another taught. */
export interface LearnerState {
  readonly version: 1;
  readonly marginalRatio: number;
  readonly calls: CallTallyState;
  readonly callGroups: readonly {
    readonly group: string;
    readonly calls: number;
    readonly offered: number;
  }[];
  readonly talk: TimeTallyState;
  readonly steps: readonly { readonly step: string; readonly left: TimeTallyState }[];
  readonly wrapUp: TimeTallyState;
  readonly leaveShare: number;
}

/** What is assumed before anything is measured: of the list, the hour, similar campaigns; what is left out is the cautious default. */
export interface Prior {
  readonly answerShare?: number;
  readonly talkSeconds?: number;
  readonly wrapUpSeconds?: number;
}

/** Cautious: many answers, long talks. */
const cautious = { answerShare: 0.4, talkSeconds: 150, wrapUpSeconds: 30 } as const;
/** A typical price for teams of 5 to 500 at 3 %; it is found for each campaign. */
const firstMarginalRatio = 0.035;
const marginalRatioMin = 0.004;
const marginalRatioUsual = 0.1;
const marginalRatioMax = 1;
/** How fast the price is found: one abandoned call lowers it by so much (of its logarithm). */
const priceGain = 0.06;

/** A group of calls, or a script step, has a law of its own when so much is known of it. */
const groupCallsMin = 60;
const stepSpellsMin = 25;
const groupsMax = 16;
/** Each version of a script may have steps of its own. */
const stepsMax = 64;
/** What a group's share is shrunk to the campaign's with, in calls. */
const groupPriorCalls = 120;
/** Agents who finished a call, remembered. */
const leaversRemembered = 60;
/** While less is known of talks, those in progress are counted too. */
const censoredUntil = 300;
/** Laws are made anew when so much has been added to what they rest on, and not more often than this. */
const newsShare = 0.03;
const callsNews = 20;
const sameLawsMs = 2_000;

/**
 * Measures a campaign as it runs: answers by ring time, talk and wrap-up times, and how much risk the account turns
 * out to bear. One for each campaign.
 */
export class Learner {
  readonly #calls: CallTally;
  readonly #groups: { readonly group: string; calls: number; offered: number }[];
  readonly #talk: TimeTally;
  readonly #steps = new Map<string, TimeTally>();
  readonly #wrapUp: TimeTally;
  readonly #talkSeconds: number;
  #groupNext = 0;
  #leaveShare: number;
  #marginalRatio: number;
  #laws: Laws | null = null;
  #madeAtMs = 0;
  #callsSince = 0;
  #spellsSince = 0;
  #stepLaws: readonly string[] = [];

  constructor(known: { readonly state?: LearnerState | null | undefined; readonly prior?: Prior } = {}) {
    const prior = { ...cautious, ...known.prior };
    const { state } = known;
    this.#talkSeconds = prior.talkSeconds;
    this.#calls = new CallTally(prior.answerShare, state?.calls);
    this.#groups = (state?.callGroups ?? []).map((group) => ({ ...group }));
    this.#talk = new TimeTally({ meanSeconds: prior.talkSeconds, spells: 4 }, state?.talk);
    this.#wrapUp = new TimeTally({ meanSeconds: prior.wrapUpSeconds, spells: 4 }, state?.wrapUp);
    for (const { step, left } of state?.steps ?? []) this.#steps.set(step, this.#newStep(left));
    this.#leaveShare = state?.leaveShare ?? 0.03;
    this.#marginalRatio = state?.marginalRatio ?? firstMarginalRatio;
  }

  /** A call left the state dialling or detecting: its fate, how long after it was placed, by which law it was foretold. */
  callSettled(fate: CallFate, afterMs: number, law = 0): void {
    if (fate === 'failed') return;
    this.#calls.add(fate, afterMs);
    this.#callsSince += 1;
    const group = this.#groups[law - 1];
    if (!group) return;
    group.calls += 1;
    if (fate === 'offered') group.offered += 1;
  }

  /**
   * An answer was counted while the account's `plannedShare` was so much: the person was connected in time, left by
   * themselves, or counts as abandoned. `limitedBy`: what held back the last decision. Where lines or rate did, the
   * price does not rise beyond what is usual, and where the account did, not at all: nothing shows that more could have
   * been borne.
   */
  answerCounted(isAbandoned: boolean, planned: number, limitedBy: PacingLimit | null): void {
    const ratio = this.#marginalRatio * Math.exp(priceGain * (planned - (isAbandoned ? 1 : 0)));
    const isRisk = limitedBy === 'abandonment_risk' || limitedBy === 'no_agent_ready';
    const usualMax = limitedBy === 'account_stop' ? 0 : marginalRatioUsual;
    const max = isRisk ? marginalRatioMax : Math.max(this.#marginalRatio, usualMax);
    this.#marginalRatio = Math.max(marginalRatioMin, Math.min(max, ratio));
  }

  /** A talk is over; `steps`: how long before its end each script step was reached. */
  talkEnded(
    lastedMs: number,
    steps: readonly { readonly step: string; readonly leftMs: number }[] = [],
  ): void {
    this.#talk.add(lastedMs / 1000);
    this.#spellsSince += 1;
    for (const { step, leftMs } of steps) {
      const tally = this.#steps.get(step) ?? this.#newStep();
      // Back in at the end, so that the first one is the one longest out of use.
      this.#steps.delete(step);
      this.#steps.set(step, tally);
      tally.add(leftMs / 1000);
    }
    this.#forgetSteps();
  }

  /** `isLeaving`: the agent goes on a pause or home instead of being ready. */
  wrapUpEnded(lastedMs: number, isLeaving: boolean): void {
    this.#wrapUp.add(lastedMs / 1000);
    this.#spellsSince += 1;
    this.#leaveShare += ((isLeaving ? 1 : 0) - this.#leaveShare) / leaversRemembered;
  }

  /** Index in `laws.calls` of a group of calls, such as a list at an hour. A new one takes the place of the oldest. */
  lawOfGroup(group: string): number {
    const known = this.#groups.findIndex((one) => one.group === group);
    if (known >= 0) return known + 1;
    const at = this.#groups.length < groupsMax ? this.#groups.length : this.#groupNext % groupsMax;
    this.#groupNext = at + 1;
    this.#groups[at] = { group, calls: 0, offered: 0 };
    return at + 1;
  }

  /** Index in `laws.talk` of a script step; 0 for one of which too little is known. */
  lawOfStep(step: string | null): number {
    return step === null ? 0 : this.#stepLaws.indexOf(step) + 1;
  }

  /** What is known at this instant; spells still running count for as long as they have lasted. Cheap to ask again. */
  laws(live: Pick<Snapshot, 'nowMs' | 'agents' | 'calls'>): Laws {
    const known = this.#laws;
    // A clock that was set back is no reason to wait.
    if (known && Math.abs(live.nowMs - this.#madeAtMs) < sameLawsMs) return known;
    const hasSpellNews = !known || this.#spellsSince > newsShare * this.#talk.count;
    const hasCallNews = !known || this.#callsSince >= callsNews;
    if (known && !hasSpellNews && !hasCallNews) return known;
    this.#laws = {
      calls: hasCallNews ? this.#callLaws(live) : known.calls,
      talk: hasSpellNews ? this.#talkLaws(live) : known.talk,
      wrapUp: hasSpellNews ? this.#wrapUp.law() : known.wrapUp,
      leaveShare: this.#leaveShare,
    };
    this.#madeAtMs = live.nowMs;
    if (hasCallNews) this.#callsSince = 0;
    if (hasSpellNews) this.#spellsSince = 0;
    return this.#laws;
  }

  /** Mean of talk and wrap-up together, in seconds. */
  get handlingSeconds(): number {
    return this.#talk.mean + this.#wrapUp.mean;
  }

  /** The price of one more person served, in people left waiting, as found so far. */
  get marginalRatio(): number {
    return this.#marginalRatio;
  }

  state(): LearnerState {
    return {
      version: 1,
      marginalRatio: this.#marginalRatio,
      calls: this.#calls.state(),
      callGroups: this.#groups,
      talk: this.#talk.state(),
      steps: [...this.#steps].map(([step, left]) => ({ step, left: left.state() })),
      wrapUp: this.#wrapUp.state(),
      leaveShare: this.#leaveShare,
    };
  }

  #callLaws({ calls, nowMs }: Pick<Snapshot, 'calls' | 'nowMs'>): readonly CallLaw[] {
    const overall = this.#calls.law(runningCalls(calls, nowMs));
    return [overall, ...this.#groups.map((group) => ofGroup(group, overall))];
  }

  #talkLaws({ agents, nowMs }: Pick<Snapshot, 'agents' | 'nowMs'>): Laws['talk'] {
    const running = this.#talk.count < censoredUntil ? runningTalks(agents, nowMs) : [];
    const isKnown = (step: string) => (this.#steps.get(step)?.count ?? 0) >= stepSpellsMin;
    // In the order they became known, so that an index told before holds on.
    this.#stepLaws = [...new Set([...this.#stepLaws, ...this.#steps.keys()])].filter(isKnown);
    return [this.#talk.law(running), ...this.#stepLaws.flatMap((step) => this.#steps.get(step)?.law() ?? [])];
  }

  #forgetSteps(): void {
    for (const step of this.#steps.keys()) {
      if (this.#steps.size <= stepsMax) return;
      this.#steps.delete(step);
    }
  }

  #newStep(state?: TimeTallyState): TimeTally {
    return new TimeTally({ meanSeconds: this.#talkSeconds, spells: 4 }, state);
  }
}

function runningCalls(calls: readonly CallSnapshot[], nowMs: number): readonly number[] {
  const running: number[] = [];
  for (const { stage, isOwn, sinceMs } of calls) {
    if (stage === 'dialling' && isOwn) running.push(Math.min(callSeconds - 1, (nowMs - sinceMs) / 1000));
  }
  return running;
}

function runningTalks(agents: readonly AgentSnapshot[], nowMs: number): readonly number[] {
  const running: number[] = [];
  for (const { state, law, sinceMs } of agents) {
    if (state === 'talking' && law === 0) running.push((nowMs - sinceMs) / 1000);
  }
  return running;
}

/** The campaign's law, with as many more or fewer answers as the group has had (a gamma-Poisson ratio). */
function ofGroup(group: { readonly calls: number; readonly offered: number }, overall: CallLaw): CallLaw {
  const share = overall.offered[overall.offered.length - 1] ?? 0;
  if (group.calls < groupCallsMin || share === 0) return overall;
  const factor = (group.offered + groupPriorCalls * share) / ((group.calls + groupPriorCalls) * share);
  const bounded = Math.min(factor, 0.98 / share);
  return { ...overall, offered: overall.offered.map((chance) => chance * bounded) };
}
