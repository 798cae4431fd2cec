import type { Rule } from '@alize/pacing/simulate';
import { constantRule } from './hindsight.ts';
import { ours } from './ours.ts';
import { fixedRatio } from './rules/fixed-ratio.ts';
import { issabel } from './rules/issabel.ts';
import { oneCallPerAgent } from './rules/one-call-per-agent.ts';
import { type VicidialSettings, vicidial, vicidialMethods } from './rules/vicidial.ts';
import { wombatDialer } from './rules/wombat-dialer.ts';
import type { BenchScenario } from './scenarios.ts';

/** A rule by name and number, so that a worker thread can be told of it. */
export type Contender =
  | { readonly kind: 'ours' }
  | { readonly kind: 'one call per agent' }
  | { readonly kind: 'ratio'; readonly ratio: number }
  | { readonly kind: 'vicidial'; readonly settings: VicidialSettings }
  | { readonly kind: 'issabel' }
  | { readonly kind: 'wombat'; readonly boost: number }
  | { readonly kind: 'hindsight'; readonly price: number };

/** All that are compared on every scenario, ours first. */
export const contenders: readonly Contender[] = [
  { kind: 'ours' },
  { kind: 'one call per agent' },
  ...[1.2, 1.5, 2, 2.5, 3].map((ratio) => ({ kind: 'ratio' as const, ratio })),
  ...[false, true].flatMap((isAvailableOnly) =>
    vicidialMethods.map((method) => ({ kind: 'vicidial' as const, settings: { method, isAvailableOnly } })),
  ),
  { kind: 'issabel' },
  ...[1.3, 2, 4].map((boost) => ({ kind: 'wombat' as const, boost })),
];

/** The rule of a contender on a day. */
export function ruleOf(contender: Contender, day: BenchScenario): Rule {
  switch (contender.kind) {
    case 'ours':
      return ours(day);
    case 'one call per agent':
      return oneCallPerAgent;
    case 'ratio':
      return fixedRatio(contender.ratio);
    case 'vicidial':
      return vicidial(contender.settings);
    case 'issabel':
      return issabel;
    case 'wombat':
      return wombatDialer(contender.boost);
    case 'hindsight':
      return constantRule(contender.price, day.scenario);
  }
}

export function nameOf(contender: Contender, day: BenchScenario): string {
  return contender.kind === 'ours' ? 'ours' : ruleOf(contender, day).name;
}
