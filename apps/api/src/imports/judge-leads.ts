import { type CallingCampaign, callFactsOf, type Judgement, judge, type Place } from '@alize/compliance';
import type { Consent, PersonFacts } from '@alize/model';

/** Rules on many leads of one campaign as if each were claimed at `now`. */
export type LeadJudge = (person: PersonFacts, place: Place) => Judgement;

/** Each consent has its own instant; a file of them must not fill the memory. */
const keptMax = 5000;

/**
 * A judge for one campaign and instant. `place` is that of the person's number and address. People of whom no more is
 * on record than consents and registers share a ruling when these and their place are the same: no rule reads the
 * number itself, or more of the address than the place. Advice only: each call is ruled on again when it is due.
 */
export function createLeadJudge(campaign: CallingCampaign, now: Temporal.Instant): LeadJudge {
  const kept = new Map<string, Judgement>();
  return (person, place) => {
    if (hasPast(person)) return judge(callFactsOf(campaign, person), now);
    const key = keyOf(person, place);
    const known = kept.get(key);
    if (known) return known;
    const judgement = judge(callFactsOf(campaign, person), now);
    if (kept.size >= keptMax) kept.clear();
    kept.set(key, judgement);
    return judgement;
  };
}

function hasPast({ contracts, requests, purchases, attempts, refusals, suppressions }: PersonFacts): boolean {
  return [contracts, requests, purchases, attempts, refusals, suppressions].some(({ length }) => length > 0);
}

function keyOf({ consents, registers }: PersonFacts, place: Place): string {
  const said = consents.length === 0 ? '' : consents.map(consentKey).join(';');
  return `${placeKey(place)}|${registersKey(registers)}|${said}`;
}

/** Where the proof lies decides nothing, only that there is one. */
function consentKey(consent: Consent): string {
  return JSON.stringify({ ...consent, proof: consent.proof !== null });
}

const placeKeys = new WeakMap<Place, string>();

function placeKey(place: Place): string {
  const known = placeKeys.get(place);
  if (known !== undefined) return known;
  const { kind, territories, states, zones, lineType } = place;
  const key = [kind, territories.join(), states.join(), zones.join(), lineType].join('/');
  placeKeys.set(place, key);
  return key;
}

const registerKeys = new WeakMap<PersonFacts['registers'], string>();

function registersKey(registers: PersonFacts['registers']): string {
  const known = registerKeys.get(registers);
  if (known !== undefined) return known;
  const key = JSON.stringify(registers);
  registerKeys.set(registers, key);
  return key;
}
