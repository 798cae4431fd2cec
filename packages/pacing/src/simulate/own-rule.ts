import { decide } from '../decide.ts';
import { Learner, type LearnerState, type Prior } from '../learner.ts';
import type { KnownScenario, Pacer, Rule } from './pacer.ts';
import { Picture } from './picture.ts';
import type { AccountTerms, PacingChoice, Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';

/** Asked at most so often: a large centre has hundreds of events a second, and a decision is good for longer. */
const restMs = 250;

/** Our own pacing as a rule of the simulator. */
export interface OwnRule extends Rule {
  start(terms: AccountTerms, scenario: KnownScenario): OwnPacer;
}

interface OwnPacer extends Pacer {
  readonly learner: Learner;
}

interface OwnRuleOptions {
  /** What earlier days taught; null: a first day. */
  readonly history?: LearnerState | null;
  /** What is assumed while nothing is learned. */
  readonly prior?: Prior;
  /** How often it is asked when nothing happens: the dialer's beat, and less in modes that only events move. */
  readonly everyMs?: number;
  /** How long an agent reads before a call in preview mode. */
  readonly previewSeconds?: number;
}

/** Our pacing as the dialer runs it: `decide` and one `Learner` a run, told the same and asked the same. */
export function rulesOf(
  choice: PacingChoice,
  { history = null, prior = {}, everyMs = 1000, previewSeconds = 20 }: OwnRuleOptions = {},
): OwnRule {
  return {
    name: choice.mode === 'power' ? `power ${choice.powerRatio}` : choice.mode,
    terms: choice.account,
    previewSeconds: choice.mode === 'preview' ? previewSeconds : 0,
    start: (terms, scenario) =>
      startPacer({ choice, terms, scenario, everyMs, learner: new Learner({ state: history, prior }) }),
  };
}

/** Runs a day and gives back what was learned of it, to start another with. */
export function learn(scenario: Scenario, rule: OwnRule): LearnerState {
  let learned: Learner | null = null;
  simulate(scenario, {
    ...rule,
    start(terms, known) {
      const pacer = rule.start(terms, known);
      learned = pacer.learner;
      return pacer;
    },
  });
  return (learned ?? new Learner()).state();
}

interface PacerParts {
  readonly choice: PacingChoice;
  readonly terms: AccountTerms;
  readonly scenario: KnownScenario;
  readonly everyMs: number;
  readonly learner: Learner;
}

function startPacer({ choice, terms, scenario, everyMs, learner }: PacerParts): OwnPacer {
  const picture = new Picture({ powerRatio: choice.powerRatio, terms, scenario });
  return {
    learner,
    everyMs,
    onEvents: true,
    restMs,
    place: (floor) => {
      const { calls, limitedBy } = decide(choice.mode, picture.of(floor, learner));
      picture.limitedBy = limitedBy;
      return calls;
    },
    callSettled: (fate, afterMs) => learner.callSettled(fate, afterMs),
    talkEnded: (lastedMs) => learner.talkEnded(lastedMs),
    wrapUpEnded: (lastedMs, isLeaving) => learner.wrapUpEnded(lastedMs, isLeaving),
  };
}
