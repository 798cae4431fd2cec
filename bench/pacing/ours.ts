import { learn, type OwnRule, type PacingChoice, rulesOf } from '@alize/pacing/simulate';
import { askEveryMs, type BenchScenario, terms } from './scenarios.ts';

const choice: PacingChoice = { mode: 'predictive', powerRatio: 1, account: terms };

/** The day that taught it: another seed than any that is measured, and no shock. */
const historySeed = 99_991;
const taught = new Map<string, OwnRule>();

/** Our predictive mode; with history it starts from what one day of the same centre taught it. */
export function ours({ scenario, hasHistory }: BenchScenario): OwnRule {
  if (!hasHistory) return rulesOf(choice, { everyMs: askEveryMs });
  const known = taught.get(scenario.name);
  if (known) return known;
  const history = learn(
    { ...scenario, seed: historySeed, shocks: [] },
    rulesOf(choice, { everyMs: askEveryMs }),
  );
  const rule = rulesOf(choice, { history, everyMs: askEveryMs });
  taught.set(scenario.name, rule);
  return rule;
}
