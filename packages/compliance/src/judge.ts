import type { Citation, Clearance, Ruling } from '@alize/model';
import { type Destination, destinationOf, zoneOf } from './destination.ts';
import type { CallFacts } from './facts.ts';
import { frenchRules } from './french-rules.ts';
import type { Moment, Rule, Verdict } from './rule.ts';
import { safetyRules } from './safety-rules.ts';

/**
 * Whether this call may be placed at `now`; if not, by which rules, and from when on all of them would allow it.
 * The only maker of clearances.
 */
export function judge(facts: CallFacts, now: Temporal.Instant): Ruling {
  const destination = destinationOf(facts.phoneNumber, facts.postalCode);
  const findings = findingsAt(facts, momentOf(now.epochMilliseconds, destination));
  const refusals = findings.filter(({ verdict }) => verdict.kind === 'refused');
  if (refusals.length === 0) {
    return { kind: 'clear', clearance: clearanceOf(facts, now), rules: findings.map(citationOf) };
  }
  return {
    kind: 'refused',
    rules: refusals.map(citationOf),
    untilMs: earliestClear(facts, destination, now.epochMilliseconds),
  };
}

interface Finding {
  readonly rule: Rule;
  readonly verdict: Exclude<Verdict, { kind: 'silent' }>;
}

/** What every rule in force says at this moment; the silent ones left out. */
function findingsAt(facts: CallFacts, moment: Moment): readonly Finding[] {
  return rulesInForce(facts, moment).flatMap((rule) => {
    const verdict = rule.check(facts, moment);
    return verdict.kind === 'silent' ? [] : [{ rule, verdict }];
  });
}

function rulesInForce(facts: CallFacts, moment: Moment): readonly Rule[] {
  const pack = moment.destination === 'metropolitan_france' ? frenchRules : [];
  const today = moment.local.toPlainDate().toString();
  return [...safetyRules, ...pack].filter(
    ({ purposes, validFrom, validTo }) =>
      purposes.includes(facts.purpose) &&
      (validFrom === null || validFrom <= today) &&
      (validTo === null || today < validTo),
  );
}

/** Goes from refusal to refusal until no rule objects; null when one of them never ends. */
function earliestClear(facts: CallFacts, destination: Destination, nowMs: number): number | null {
  let ms = nowMs;
  for (let round = 0; round < roundsMax; round += 1) {
    const refusals = findingsAt(facts, momentOf(ms, destination)).flatMap(({ verdict }) =>
      verdict.kind === 'refused' ? [verdict.untilMs ?? Infinity] : [],
    );
    if (refusals.length === 0) return ms;
    ms = Math.max(...refusals);
    if (ms === Infinity) return null;
  }
  return null;
}

/** Far more than holidays, weekends and frequency can chain; a rule that never settles ends in "never". */
const roundsMax = 200;

function momentOf(ms: number, destination: Destination): Moment {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zoneOf(destination));
  return { ms, local, destination };
}

function citationOf({ rule: { id, strength, citation } }: Finding): Citation {
  return { rule: id, strength, citation };
}

/** The brand exists in types only; this cast is the one place that gives it, after every rule has been heard. */
function clearanceOf(facts: CallFacts, now: Temporal.Instant): Clearance {
  return {
    phoneNumber: facts.phoneNumber,
    callerId: facts.callerId.number,
    trunkId: facts.trunk.id,
    rulingId: facts.rulingId,
    attemptId: facts.attemptId,
    leadId: facts.leadId,
    campaignId: facts.campaignId,
    clientId: facts.clientId,
    madeAtMs: now.epochMilliseconds,
  } as Clearance;
}
