import type {
  AttemptResult,
  CallMode,
  ConsentForm,
  LineType,
  PersonKind,
  Purpose,
  RefusalKind,
  RegisterId,
  Sector,
} from '@alize/model';
import { instantOf, startOfDay } from '../../shared/local-day.ts';
import type { CallerId, Client, RulingQuestion } from './compliance-queries.ts';

/** One thing known of the person, as the form holds it; days as `YYYY-MM-DD`, null until given. */
export type Fact = { readonly key: number; readonly day: string | null } & (
  | {
      readonly kind: 'consent';
      readonly form: ConsentForm;
      readonly hasProof: boolean;
      readonly isInformed: boolean;
      readonly slotDay: string | null;
      readonly slotTime: string;
    }
  | { readonly kind: 'contract'; readonly isRelated: boolean; readonly endedDay: string | null }
  | { readonly kind: 'request'; readonly hasProof: boolean }
  | { readonly kind: 'purchase'; readonly isSimilar: boolean }
  | { readonly kind: 'attempt'; readonly result: AttemptResult }
  | { readonly kind: 'refusal'; readonly refusal: RefusalKind }
  | { readonly kind: 'register'; readonly register: RegisterId; readonly isListed: boolean }
);
export type FactKind = Fact['kind'];
export const factKinds = [
  'consent',
  'contract',
  'request',
  'purchase',
  'attempt',
  'refusal',
  'register',
] as const satisfies readonly FactKind[];

export interface CallForm {
  /** Whether what is on record of the person with the client counts too. */
  readonly withRecord: boolean;
  readonly number: string;
  readonly country: string | null;
  readonly postalCode: string;
  readonly state: string;
  readonly timeZone: string;
  readonly lineType: LineType | null;
  readonly person: PersonKind;
  readonly purpose: Purpose;
  readonly mode: CallMode;
  readonly sector: Sector | null;
  readonly object: string;
  readonly callerId: string;
  readonly isNow: boolean;
  readonly day: string | null;
  readonly time: string;
  readonly facts: readonly Fact[];
}

export const emptyForm: CallForm = {
  withRecord: true,
  number: '',
  country: null,
  postalCode: '',
  state: '',
  timeZone: '',
  lineType: null,
  person: 'consumer',
  purpose: 'sales_consented',
  mode: 'predictive',
  sector: null,
  object: '',
  callerId: '',
  isNow: true,
  day: null,
  time: '10:00',
  facts: [],
};

/** A new fact of a kind, with what is usual of it; `key` tells it from the others. */
export function newFact(kind: FactKind, key: number): Fact {
  const head = { key, day: null };
  switch (kind) {
    case 'consent':
      return {
        ...head,
        kind,
        form: 'express',
        hasProof: true,
        isInformed: true,
        slotDay: null,
        slotTime: '',
      };
    case 'contract':
      return { ...head, kind, isRelated: true, endedDay: null };
    case 'request':
      return { ...head, kind, hasProof: true };
    case 'purchase':
      return { ...head, kind, isSimilar: true };
    case 'attempt':
      return { ...head, kind, result: 'no_answer' };
    case 'refusal':
      return { ...head, kind, refusal: 'objection' };
    case 'register':
      return { ...head, kind, register: 'us_national_dnc', isListed: false };
  }
}

interface Around {
  /** The zone that days and times of the form are meant in. */
  readonly zone: string;
  /** The client's registry; a number in it is judged as it stands there. */
  readonly callerIds: readonly CallerId[];
  readonly client: Client | null;
}

/** What the api is asked. A day alone is its first instant; the form must be valid. */
export function questionOf(form: CallForm, around: Around): RulingQuestion {
  const at = form.isNow ? null : instantAt(form.day, form.time, around.zone);
  return {
    ...(at !== null && { at }),
    number: form.number.trim(),
    person: form.person,
    country: form.country,
    postalCode: said(form.postalCode),
    state: said(form.state),
    timeZone: said(form.timeZone),
    lineType: form.lineType,
    seller: sellerOf(around.client),
    purpose: form.purpose,
    sector: form.sector,
    object: said(form.object),
    mode: form.mode,
    callerId: callerIdOf(form.callerId, around.callerIds),
    ...factsOf(form, around.zone),
  };
}

function said(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function sellerOf(client: Client | null): RulingQuestion['seller'] {
  if (!client) return { id: 'seller' };
  const { id, employees, turnoverEuros, balanceSheetEuros, sellsMainlyToConsumers, sector } = client;
  return { id, employees, turnoverEuros, balanceSheetEuros, sellsMainlyToConsumers, sector };
}

function callerIdOf(typed: string, registry: readonly CallerId[]): RulingQuestion['callerId'] {
  const record = registry.find(({ number }) => number === typed);
  if (!record) return typed.trim();
  const { number, category, holder, authorisation, allowedModes, validFromMs, validToMs } = record;
  return {
    ...{ number, category, holder, authorisation },
    allowedModes: allowedModes && [...allowedModes],
    validFrom: validFromMs === null ? null : isoOf(validFromMs),
    validTo: validToMs === null ? null : isoOf(validToMs),
  };
}

function factsOf({ facts, object }: CallForm, zone: string) {
  const dated = facts.flatMap((fact) =>
    fact.day === null ? [] : [{ ...fact, at: isoOf(startOfDay(fact.day, zone)) }],
  );
  const ofKind = <K extends FactKind>(kind: K) =>
    dated.filter((fact): fact is Extract<(typeof dated)[number], { kind: K }> => fact.kind === kind);
  const proofOf = ({ hasProof }: { hasProof: boolean }) => (hasProof ? { proof: 'as said' } : {});
  return {
    consents: ofKind('consent').map((fact) => {
      const slot = instantAt(fact.slotDay, fact.slotTime, zone);
      return {
        object: said(object),
        form: fact.form,
        givenAt: fact.at,
        ...proofOf(fact),
        informed: fact.isInformed,
        agreedSlots: slot === null ? [] : [slot],
      };
    }),
    contracts: ofKind('contract').map((fact) => ({
      from: fact.at,
      endedAt: fact.endedDay && isoOf(startOfDay(fact.endedDay, zone)),
      related: fact.isRelated,
    })),
    requests: ofKind('request').map((fact) => ({ at: fact.at, object: said(object), ...proofOf(fact) })),
    purchases: ofKind('purchase').map((fact) => ({ at: fact.at, similar: fact.isSimilar })),
    attempts: ofKind('attempt').map(({ at, result }) => ({ at, result })),
    refusals: ofKind('refusal').map(({ at, refusal }) => ({ at, kind: refusal })),
    registers: Object.fromEntries(
      ofKind('register').map(({ register, isListed, at }) => [register, { listed: isListed, checkedAt: at }]),
    ),
  };
}

function instantAt(day: string | null, time: string, zone: string): string | null {
  const ms = day === null ? null : instantOf(day, time, zone);
  return ms === null ? null : isoOf(ms);
}

function isoOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString();
}
