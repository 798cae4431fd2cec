import type { CampaignKind, LegalMatter, Script } from '@alize/model';
import { conditionsOf } from './condition-problems.ts';
import { contentProblems } from './content-problems.ts';
import { placeholderKey } from './placeholders.ts';
import { bestPointsOf, isScored } from './points.ts';
import { placeholderFindings } from './review-placeholders.ts';
import { legalFindings, wayFindings } from './review-ways.ts';
import { standardPlaceholders } from './script-context.ts';
import { conditionFields } from './script-facts.ts';
import { findingOf, type ScriptFinding, scriptFinding } from './script-finding.ts';
import { reachable } from './script-graph.ts';

/** For what a script is looked at. */
export interface ReviewQuestion {
  readonly kind: CampaignKind;
  /** What the campaign's rule pack wants said. */
  readonly requiredMatters: readonly LegalMatter[];
  /** Names of the client's own columns, beside the fields that every lead has. */
  readonly knownFields: readonly string[];
}

/**
 * All that is wrong or doubtful with a script for its campaign, in the order of importance: what keeps it from being
 * published, what the law wants said, ways that lead nowhere, names that nothing fills, what its kind of campaign needs.
 * Empty for a script that can be read out tomorrow.
 */
export function reviewScript(script: Script, question: ReviewQuestion): readonly ScriptFinding[] {
  const known = new Set(
    [...standardPlaceholders.flat(), 'e', ...question.knownFields].map((name) => placeholderKey(name)),
  );
  return [
    ...contentProblems(script).map(findingOf),
    ...legalFindings(script, question.requiredMatters),
    ...wayFindings(script),
    ...placeholderFindings(script, known),
    ...fieldFindings(script, known),
    ...kindFindings(script, question.kind),
  ];
}

function fieldFindings(script: Script, known: ReadonlySet<string>): readonly ScriptFinding[] {
  const own: readonly string[] = conditionFields;
  return conditionsOf(script).flatMap(({ condition, path }) => {
    if (condition.kind !== 'field') return [];
    const [scope, ...rest] = condition.field.split(':');
    const isKnown =
      scope === 'custom' ? known.has(placeholderKey(rest.join(':'))) : own.includes(condition.field);
    return isKnown
      ? []
      : [scriptFinding(`${path}/field`, 'field_unknown', 'error', { name: condition.field })];
  });
}

function kindFindings(script: Script, kind: CampaignKind): readonly ScriptFinding[] {
  if (script.steps.length === 0) return [];
  const places = reachable(script);
  const asked = script.steps.filter((_step, at) => places.has(at)).flatMap((step) => step.questions);
  const best = asked.reduce((sum, question) => sum + Math.max(0, bestPointsOf(question)), 0);
  const hasMoment = asked.some((question) => question.kind === 'appointment' || question.kind === 'datetime');
  const { scoring } = script;
  return [
    ...(kind === 'appointment' && !hasMoment
      ? [scriptFinding('/steps', 'appointment_missing', 'error')]
      : []),
    ...(kind === 'qualification' && !scoring
      ? [scriptFinding('/scoring', 'scoring_missing', 'warning')]
      : []),
    ...(kind !== 'qualification' && !scoring && asked.some(isScored)
      ? [scriptFinding('/scoring', 'points_without_scoring', 'warning')]
      : []),
    ...(scoring && scoring.qualifiedFrom > best
      ? [scriptFinding('/scoring/qualifiedFrom', 'qualified_out_of_reach', 'error')]
      : []),
  ];
}
