import type { DialMode, Purpose } from './campaign.ts';
import type { PhoneNumber } from './phone-number.ts';

export const lineTypes = ['fixed', 'mobile', 'voip', 'unknown'] as const;
export type LineType = (typeof lineTypes)[number];

/** How the call is started. `manual`: an agent typed or clicked this one number. `recorded`: nobody is to speak. */
export const callModes = ['manual', 'preview', 'progressive', 'power', 'predictive', 'recorded'] as const;
export type CallMode = (typeof callModes)[number] | DialMode;

export const personKinds = ['consumer', 'company'] as const;
export type PersonKind = (typeof personKinds)[number];

/** What is sold or asked about, as far as a law singles it out; `other` for everything else. */
export const sectors = [
  'energy_renovation',
  'renewable_energy',
  'home_adaptation',
  'training_account',
  'insurance',
  'health_insurance',
  'electricity',
  'gas',
  'water',
  'telecom',
  'transport',
  'post',
  'finance',
  'pensions',
  'claims_management',
  'press',
  'other',
] as const;
export type Sector = (typeof sectors)[number];

/**
 * All that a ruling depends on besides the instant; every instant in UTC milliseconds. It names no lead and no
 * campaign, so that a question "what if" and a replay of the past need nothing stored. Null: not known.
 */
export interface CallFacts {
  readonly number: PhoneNumber;
  /** Of this number, when better known than by its digits. */
  readonly lineType: LineType | null;
  readonly person: PersonKind;
  readonly postalCode: string | null;
  /** Of the person's address, ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Of the person's address: US state or Canadian province by its two letters, German Land by ISO 3166-2. */
  readonly state: string | null;
  /** IANA name; where the person is known to be. */
  readonly timeZone: string | null;
  readonly seller: Seller;
  readonly purpose: Purpose;
  /** Null: none of the sectors that a law singles out. */
  readonly sector: Sector | null;
  /** The goods or services the call is about, in the words that consents use. */
  readonly object: string | null;
  readonly mode: CallMode;
  /** The campaign that calls, by the word that past attempts use; null: attempts of every campaign count as its own. */
  readonly campaignId: string | null;
  readonly callerId: CallerIdFacts;
  /** Null when no trunk is meant, as in a question "what if". */
  readonly trunkKind: 'demonstration' | 'sip' | null;
  readonly consents: readonly Consent[];
  readonly contracts: readonly Contract[];
  readonly requests: readonly CallRequest[];
  readonly purchases: readonly Purchase[];
  readonly attempts: readonly PastAttempt[];
  readonly refusals: readonly Refusal[];
  readonly suppressions: readonly SuppressionEntry[];
  readonly registers: Readonly<Partial<Record<RegisterId, RegisterAnswer>>>;
  readonly config: CallConfig;
}

/** The principal on whose behalf the call is made, with what some rules ask of its size. Null: not known. */
export interface Seller {
  readonly id: string;
  readonly employees: number | null;
  readonly turnoverEuros: number | null;
  readonly balanceSheetEuros: number | null;
  readonly sellsMainlyToConsumers: boolean | null;
  /** The seller's own business, when it differs from what the call is about. */
  readonly sector: Sector | null;
}

export const callerIdCategories = [
  'geographic',
  'non_geographic',
  'mobile',
  'npv',
  'toll_free',
  'es_400',
  'other',
] as const;
export type CallerIdCategory = (typeof callerIdCategories)[number];

/** The number shown, as the registry has it. */
export interface CallerIdFacts {
  readonly number: PhoneNumber;
  readonly category: CallerIdCategory | null;
  /** Null: not on record. */
  readonly holder: string | null;
  /** Reference of the document by which the holder lets the seller show it. */
  readonly authorisation: string | null;
  /** Null: every mode. */
  readonly allowedModes: readonly CallMode[] | null;
  readonly validFromMs: number | null;
  readonly validToMs: number | null;
  /** False when the number is not in the registry at all. */
  readonly isRegistered: boolean;
  /** Whether it is withheld from the person called. */
  readonly isWithheld: boolean;
}

export const consentForms = ['tacit', 'express', 'written'] as const;
export type ConsentForm = (typeof consentForms)[number];

/** What a person agreed to, with every field that R.223-1 to R.223-3 of the C. conso. ask for. */
export interface Consent {
  readonly sellerId: string;
  /** Goods or services agreed to; null when the record does not say. */
  readonly object: string | null;
  readonly form: ConsentForm;
  readonly givenAtMs: number;
  /** The end of the period agreed to; null when none was said. */
  readonly expiresAtMs: number | null;
  /** Where the proof is; null when there is none. */
  readonly proof: string | null;
  readonly withdrawnAtMs: number | null;
  /** Exact instants the person agreed to be called at. */
  readonly agreedSlotsMs: readonly number[];
  /** Whether the person was told how to withdraw, and how to see the proof. */
  readonly wasInformed: boolean;
  /** Whether it was said that the call may be dialled by a machine. */
  readonly namesAutomaticDialling: boolean;
}

export interface Contract {
  readonly sellerId: string;
  readonly fromMs: number;
  /** Null while it runs. */
  readonly endedAtMs: number | null;
  /** Whether the call is related to the contract's object. */
  readonly isRelated: boolean;
}

/** The person asked this seller to call, or for information. */
export interface CallRequest {
  readonly sellerId: string;
  readonly atMs: number;
  readonly object: string | null;
  readonly proof: string | null;
}

export interface Purchase {
  readonly sellerId: string;
  readonly atMs: number;
  /** Whether what the call offers is similar to what was bought. */
  readonly isSimilar: boolean;
}

export const attemptResults = [
  'answered',
  'machine',
  'abandoned',
  'busy',
  'no_answer',
  'not_reached',
] as const;
export type AttemptResult = (typeof attemptResults)[number];

/** A call that was placed to any number of this person, by whatever campaign, list or site. */
export interface PastAttempt {
  readonly atMs: number;
  readonly sellerId: string;
  /** `not_reached`: no called network was reached (local or trunk failure, invalid number); counts nowhere. */
  readonly result: AttemptResult;
  readonly campaignId: string | null;
  readonly object: string | null;
}

export const refusalKinds = ['not_interested', 'objection', 'withdrawal', 'stop'] as const;
export type RefusalKind = (typeof refusalKinds)[number];

/** What the person said no to: this offer (`not_interested`), or being called by this seller at all (the others). */
export interface Refusal {
  readonly sellerId: string;
  readonly kind: RefusalKind;
  readonly atMs: number;
}

export interface SuppressionEntry {
  readonly scope: 'client' | 'centre' | 'law';
  readonly reason: string;
  readonly fromMs: number;
  /** Null: for good. */
  readonly expiresAtMs: number | null;
}

/** Registers of objection kept by law or custom. */
export const registerIds = [
  'fr_bloctel',
  'us_national_dnc',
  'us_state_dnc',
  'us_reassigned',
  'uk_tps',
  'uk_ctps',
  'ca_dncl',
  'es_robinson',
  'it_rpo',
  'be_dncm',
  'ch_directory_star',
] as const;
export type RegisterId = (typeof registerIds)[number];

export interface RegisterAnswer {
  readonly isListed: boolean;
  /** When the register, or our copy of it, was consulted. */
  readonly checkedAtMs: number;
  /** When the number was entered; null when the register does not say. */
  readonly listedSinceMs: number | null;
}

/** What the centre sets. It can make a ruling stricter than the law, never looser. */
export interface CallConfig {
  /** How long the telephone rings at most. */
  readonly ringSeconds: number;
  /** From pick-up to an agent, at most. */
  readonly connectGuardSeconds: number;
  /** POLICY rules switched off. */
  readonly off: readonly string[];
  /** CODE rules an administrator has set aside, each with a logged reason. */
  readonly overrides: readonly { readonly rule: string; readonly reason: string }[];
  /** Only these hours, in the person's time; null: as the packs have it. */
  readonly hours: { readonly from: string; readonly to: string } | null;
  /** Attempts to one person in 30 days, when fewer than the law; null: as the packs have it. */
  readonly attemptsMax: number | null;
}

/** What is on record of a person with one client; the rest of a call's facts comes from the campaign. */
export type PersonFacts = Pick<
  CallFacts,
  | 'number'
  | 'postalCode'
  | 'country'
  | 'state'
  | 'timeZone'
  | 'consents'
  | 'contracts'
  | 'requests'
  | 'purchases'
  | 'attempts'
  | 'refusals'
  | 'suppressions'
  | 'registers'
>;
