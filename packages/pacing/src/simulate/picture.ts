import type { PacingLimit } from '@alize/model';
import { answersToCome } from '../answers-to-come.ts';
import type { Learner } from '../learner.ts';
import type { Snapshot } from '../snapshot.ts';
import { plannedShare } from '../steering.ts';
import { durationMean } from './duration.ts';
import type { KnownScenario, SimulatedFloor } from './pacer.ts';
import type { AccountTerms } from './scenario.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface PictureParts {
  readonly powerRatio: number;
  readonly terms: AccountTerms;
  readonly scenario: KnownScenario;
}

/** The floor as the snapshot that a dialer would take: one object, changed in place. */
export class Picture {
  readonly #terms: AccountTerms;
  readonly #opensMs: number;
  readonly #closesMs: number;
  readonly #account: Writable<NonNullable<Snapshot['account']>>;
  readonly #limits: Writable<Snapshot['limits']>;
  readonly #fixed: Pick<Snapshot, 'graceMs' | 'powerRatio' | 'inboundPerSecond'>;
  /** What held back the last decision. */
  limitedBy: PacingLimit | null = null;
  #snapshot: Writable<Snapshot> | null = null;
  /** Answers of the windows before this one. */
  #answeredBefore = 0;

  constructor({ powerRatio, terms, scenario }: PictureParts) {
    const detectMs = scenario.detection ? durationMean(scenario.detection.delay) * 1000 : 0;
    const { limit, aim, answeredMin } = terms;
    this.#terms = terms;
    this.#opensMs = scenario.opensAt * 1000;
    this.#closesMs = scenario.closesAt * 1000;
    this.#account = { abandoned: 0, answered: 0, limit, aim, answeredMin, answersToCome: 0 };
    this.#limits = {
      linesFree: 0,
      trunkLinesFree: 0,
      callsAllowedNow: 0,
      trunkFailures: { failed: 0, of: 0 },
    };
    this.#fixed = {
      graceMs: Math.max(0, terms.limitMs - detectMs),
      powerRatio,
      inboundPerSecond: scenario.inboundPerHour / 3600,
    };
  }

  of(floor: SimulatedFloor, learner: Learner): Snapshot {
    this.#count(floor, learner);
    this.#limits.linesFree = this.#limits.trunkLinesFree = floor.linesFree;
    this.#limits.callsAllowedNow = floor.callsAllowedNow;
    this.#limits.trunkFailures = floor.trunkFailures;
    const snapshot = this.#snapshot ?? this.#start(floor, learner);
    snapshot.nowMs = floor.nowMs;
    snapshot.laws = learner.laws(floor);
    snapshot.marginalRatio = learner.marginalRatio;
    return snapshot;
  }

  #start(floor: SimulatedFloor, learner: Learner): Writable<Snapshot> {
    this.#snapshot = {
      nowMs: floor.nowMs,
      agents: floor.agents,
      calls: floor.calls,
      limits: this.#limits,
      laws: learner.laws(floor),
      account: this.#account,
      marginalRatio: learner.marginalRatio,
      ...this.#fixed,
    };
    return this.#snapshot;
  }

  #count(floor: SimulatedFloor, learner: Learner): void {
    const { account } = floor;
    const ours = this.#account;
    if (account.answered < ours.answered) this.#startWindow();
    const planned = plannedShare(ours);
    for (let more = account.answered - ours.answered; more > 0; more -= 1) {
      learner.answerCounted(more <= account.abandoned - ours.abandoned, planned, this.limitedBy);
    }
    ours.answered = account.answered;
    ours.abandoned = account.abandoned;
    ours.answersToCome = this.#answersToCome(floor, learner);
  }

  #startWindow(): void {
    this.#answeredBefore += this.#account.answered;
    this.#account.answered = 0;
    this.#account.abandoned = 0;
  }

  #answersToCome(floor: SimulatedFloor, learner: Learner): number {
    const sinceMs = Math.max(0, floor.nowMs - this.#opensMs);
    const windowMs = (this.#terms.windowSeconds ?? Number.POSITIVE_INFINITY) * 1000;
    const windowEndsMs = this.#opensMs + (Math.floor(sinceMs / windowMs) + 1) * windowMs;
    return answersToCome({
      answered: this.#answeredBefore + this.#account.answered,
      openSeconds: sinceMs / 1000,
      leftSeconds: (Math.min(this.#closesMs, windowEndsMs) - floor.nowMs) / 1000,
      agents: floor.agents.length,
      handlingSeconds: learner.handlingSeconds,
    });
  }
}
