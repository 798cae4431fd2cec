import type { CallFacts, Citation } from '@alize/model';
import { dayOf } from '../calendars/civil-day.ts';
import type { Pack, Rule } from '../pack.ts';
import { packs } from '../packs/index.ts';
import type { Place } from '../place/place.ts';
import { dependsOnZone, hear, readsClock } from './effect.ts';
import { noRulePack, type SafetyRule, safetyRules } from './safety-rules.ts';
import { type Question, unknown, type Verdict } from './verdict.ts';
import { whereOf } from './where.ts';

/** A rule made ready to be asked many times: its days as numbers, its citations made once. */
export interface ReadyRule {
  readonly id: string;
  readonly strength: Citation['strength'];
  readonly about: 'lead' | 'campaign';
  /** First local day in force, and first no longer. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly readsClock: boolean;
  readonly dependsOnZone: boolean;
  readonly check: (question: Question) => Verdict;
  readonly citations: Readonly<Record<Citation['verdict'], Citation>>;
}

/** Every rule that may bear on the call, and the packs they come from. */
export interface Law {
  readonly rules: readonly ReadyRule[];
  readonly packs: readonly string[];
}

/** The law of everywhere the person may be, for this purpose, person and mode, with what the centre adds. */
export function lawOf(facts: CallFacts, place: Place): Law {
  const law = generalLaw(facts, place);
  const { off, overrides, hours, attemptsMax } = facts.config;
  if (off.length === 0 && overrides.length === 0 && hours === null && attemptsMax === null) return law;
  return { packs: law.packs, rules: [...law.rules.filter((rule) => isOn(rule, facts)), ...ownRules(facts)] };
}

/** As `name@version`. */
export function versionOf({ id, version }: Pack): string {
  return `${id}@${version}`;
}

/** Packs never change while a process runs; a few hundred combinations of country, states, purpose, person and mode. */
const known = new Map<string, Law>();

function generalLaw(facts: CallFacts, place: Place): Law {
  const { purpose, person, mode, trunkKind } = facts;
  const key = `${purpose} ${person} ${mode} ${place.kind} ${trunkKind} ${whereOf(place)}`;
  let law = known.get(key);
  if (!law) {
    law = makeLaw(facts, place);
    known.set(key, law);
  }
  return law;
}

/** Fiction numbers on the demonstration trunk, and numbers that are never called, need no country's law. */
function makeLaw(facts: CallFacts, place: Place): Law {
  const isDemonstration = place.kind === 'fiction' && facts.trunkKind === 'demonstration';
  if (isDemonstration || place.kind === 'forbidden') return { rules: readySafetyRules, packs: [] };
  const applied = packs.filter(({ territories }) =>
    territories.some((one) => place.territories.includes(one)),
  );
  const isCovered =
    place.territories.length > 0 &&
    place.territories.every((one) => applied.some(({ territories }) => territories.includes(one)));
  const ofPacks = applied.flatMap((pack) => rulesOfPack(pack, facts, place));
  return {
    rules: [...readySafetyRules, ...(isCovered ? [] : [readySafety(noRulePack)]), ...ofPacks],
    packs: applied.map(versionOf),
  };
}

function rulesOfPack(pack: Pack, { purpose, person, mode }: CallFacts, place: Place): readonly ReadyRule[] {
  const hasUnknownRow = pack.rules.some(({ condition }) => condition?.states?.includes('unknown'));
  return pack.rules
    .filter((rule) => rule.effect !== 'duty' && rule.effect !== 'abandonment')
    .filter(({ purposes, condition }) => {
      const { persons, modes } = condition ?? {};
      return (
        purposes.includes(purpose) && (persons?.includes(person) ?? true) && (modes?.includes(mode) ?? true)
      );
    })
    .flatMap((rule) => ofStates(rule, pack, place, hasUnknownRow));
}

/**
 * Rules of a state bind when any state that may claim the call is theirs. When none is known, a pack's row for that
 * case applies; a pack without one cannot tell, and its laws refuse.
 */
function ofStates(rule: Rule, pack: Pack, place: Place, hasUnknownRow: boolean): readonly ReadyRule[] {
  const states = rule.condition?.states;
  if (!states) return [ready(rule)];
  const own = place.states.filter((state) => pack.territories.some((one) => state.startsWith(`${one}-`)));
  if (own.length > 0) return own.some((state) => states.includes(state)) ? [ready(rule)] : [];
  if (hasUnknownRow) return states.includes('unknown') ? [ready(rule)] : [];
  return [rule.strength === 'LAW' ? unknownState(rule) : ready(rule)];
}

function unknownState(rule: Rule): ReadyRule {
  const one = ready(rule);
  const check = (question: Question): Verdict => {
    const verdict = one.check(question);
    return verdict.kind === 'refused' ? unknown('state', verdict.untilMs) : verdict;
  };
  return { ...one, check };
}

function ready(rule: Rule): ReadyRule {
  return {
    id: rule.id,
    strength: rule.strength,
    about: rule.about,
    fromDay: rule.validFrom === null ? -Infinity : dayOfDate(rule.validFrom),
    toDay: rule.validTo === null ? Infinity : dayOfDate(rule.validTo),
    readsClock: readsClock(rule),
    dependsOnZone: dependsOnZone(rule),
    check: (question) => hear(rule, question),
    citations: citationsOf(rule),
  };
}

function readySafety(rule: SafetyRule): ReadyRule {
  const { id, strength, about, check } = rule;
  return {
    id,
    strength,
    about,
    fromDay: -Infinity,
    toDay: Infinity,
    readsClock: false,
    dependsOnZone: false,
    check,
    citations: citationsOf(rule),
  };
}

const readySafetyRules = safetyRules.map(readySafety);

function citationsOf({ id, strength, citation }: Rule | SafetyRule): ReadyRule['citations'] {
  const of = <V extends Citation['verdict']>(verdict: V) => ({ rule: id, verdict, strength, citation });
  return { allows: of('allows'), refuses: of('refuses'), delays: of('delays') };
}

function dayOfDate(date: string): number {
  return dayOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
}

/** Law is never switched off, whatever the settings say. */
function isOn({ id, strength }: ReadyRule, { config: { off, overrides } }: CallFacts): boolean {
  if (strength === 'POLICY') return !off.includes(id) && !overrides.some(({ rule }) => rule === id);
  return strength !== 'CODE' || !overrides.some(({ rule }) => rule === id);
}

/** What the centre asks of itself beside the law. */
function ownRules({ purpose, config: { hours, attemptsMax } }: CallFacts): readonly ReadyRule[] {
  return [
    ...(hours === null ? [] : [ready(ownHours(purpose, hours))]),
    ...(attemptsMax === null ? [] : [ready(ownFrequency(purpose, attemptsMax))]),
  ];
}

const own = {
  strength: 'POLICY',
  citation: 'Alizé',
  status: 'verified',
  validFrom: null,
  validTo: null,
  about: 'lead',
} as const;

export const ownTexts = {
  own_hours: {
    fr: 'Le centre s’est fixé des heures d’appel plus étroites que la loi.',
    en: 'The centre keeps to narrower hours than the law’s.',
  },
  own_attempts: {
    fr: 'Le centre s’est fixé moins de tentatives par personne que la loi.',
    en: 'The centre keeps to fewer attempts per person than the law’s.',
  },
} as const;

function ownHours(
  purpose: CallFacts['purpose'],
  { from, to }: NonNullable<CallFacts['config']['hours']>,
): Rule {
  const day = [[from, to]] as const;
  const week = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day };
  return {
    ...own,
    id: 'own_hours',
    text: ownTexts.own_hours,
    purposes: [purpose],
    effect: 'hours',
    value: { week },
  };
}

function ownFrequency(purpose: CallFacts['purpose'], attemptsMax: number): Rule {
  const value = { attemptsMax, within: { days: 30 } };
  return {
    ...own,
    id: 'own_attempts',
    text: ownTexts.own_attempts,
    purposes: [purpose],
    effect: 'frequency',
    value,
  };
}
