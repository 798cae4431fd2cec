import type { ConsentForm as Form, PhoneNumber } from '@alize/model';
import { formatPhone } from '../../../shared/format.ts';
import { dayOf, endOfDay, instantOf } from '../../../shared/local-day.ts';
import type { Moment } from '../../../shared/trade/moment-field.tsx';
import { typedNumber } from '../../../shared/typed-number.ts';
import type { NewConsent } from './consent-queries.ts';

/** A consent as the dialog holds it. */
export interface ConsentForm {
  number: string;
  object: string;
  form: Form;
  given: Moment;
  /** Last day agreed to. */
  until: string | null;
  proof: string;
  proofSha256: string | null;
  wording: string;
  channel: string;
  wasInformed: boolean;
  namesAutomaticDialling: boolean;
  slots: Moment[];
}

export function emptyConsent(number: PhoneNumber | null, nowMs: number, zone: string): ConsentForm {
  return {
    number: number === null ? '' : formatPhone(number),
    object: '',
    form: 'express',
    given: { day: dayOf(nowMs, zone), time: '' },
    until: null,
    proof: '',
    proofSha256: null,
    wording: '',
    channel: '',
    wasInformed: false,
    namesAutomaticDialling: false,
    slots: [],
  };
}

/** The name of a sentence under `error`. */
export type ConsentError = 'number' | 'given' | 'toCome' | 'reversed' | 'slot';

/** What is wrong, by field; empty when it can be sent. */
export function formErrors(form: ConsentForm, nowMs: number, zone: string): Record<string, ConsentError> {
  const givenAtMs = momentOf(form.given, zone);
  const slots = form.slots.map((slot) => momentOf(slot, zone));
  return {
    ...(typedNumber(form.number) === null && { number: 'number' as const }),
    ...(givenAtMs === null && { given: 'given' as const }),
    ...(givenAtMs !== null && givenAtMs > nowMs && { given: 'toCome' as const }),
    ...(givenAtMs !== null &&
      form.until !== null &&
      endOfDay(form.until, zone) <= givenAtMs && { until: 'reversed' as const }),
    ...Object.fromEntries(
      slots.flatMap((atMs, index) => (atMs === null ? [[`slots.${index}`, 'slot' as const]] : [])),
    ),
  };
}

/** What the api is sent; null while a field is wrong. */
export function consentOf(form: ConsentForm, zone: string): NewConsent | null {
  const phoneNumber = typedNumber(form.number);
  const givenAtMs = momentOf(form.given, zone);
  if (phoneNumber === null || givenAtMs === null) return null;
  return {
    phoneNumber,
    givenAtMs,
    object: textOf(form.object),
    form: form.form,
    expiresAtMs: form.until === null ? null : endOfDay(form.until, zone),
    proof: textOf(form.proof),
    proofSha256: form.proofSha256,
    wording: textOf(form.wording),
    channel: textOf(form.channel),
    wasInformed: form.wasInformed,
    namesAutomaticDialling: form.namesAutomaticDialling,
    agreedSlotsMs: form.slots.map((slot) => momentOf(slot, zone)).filter((atMs) => atMs !== null),
  };
}

const textOf = (text: string) => text.trim() || null;
const momentOf = ({ day, time }: Moment, zone: string) => (day === null ? null : instantOf(day, time, zone));
