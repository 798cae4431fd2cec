import type { CallerIdCategory, CallMode } from '@alize/model';
import { dayOf, endOfDay, lastDayBefore, startOfDay } from '../../../shared/local-day.ts';
import { typedNumber } from '../../../shared/typed-number.ts';
import type { CallerId, CallerIdChange, NewCallerId } from './caller-id-queries.ts';

/** A caller ID as the dialog holds it; days are those of `zone`, the last one included. */
export interface CallerIdForm {
  number: string;
  label: string;
  category: CallerIdCategory;
  holder: string;
  authorisation: string;
  authorisationSha256: string | null;
  operator: string;
  /** Empty: every mode. */
  allowedModes: CallMode[];
  validFrom: string | null;
  validUntil: string | null;
}

export const emptyCallerId: CallerIdForm = {
  number: '',
  label: '',
  category: 'npv',
  holder: '',
  authorisation: '',
  authorisationSha256: null,
  operator: '',
  allowedModes: [],
  validFrom: null,
  validUntil: null,
};

export function formOf(callerId: CallerId, zone: string): CallerIdForm {
  const { number, label, category, authorisationSha256, validFromMs, validToMs } = callerId;
  return {
    ...{ number, label, category, authorisationSha256 },
    holder: callerId.holder ?? '',
    authorisation: callerId.authorisation ?? '',
    operator: callerId.operator ?? '',
    allowedModes: callerId.allowedModes ?? [],
    validFrom: validFromMs === null ? null : dayOf(validFromMs, zone),
    validUntil: validToMs === null ? null : lastDayBefore(validToMs, zone),
  };
}

/** The name of a sentence under `error`. */
export type CallerIdError = 'number' | 'label' | 'reversed';

/** What is wrong, by field; empty when it can be sent. `isNew`: the number is asked for too. */
export function formErrors(
  form: CallerIdForm,
  isNew: boolean,
): Partial<Record<keyof CallerIdForm, CallerIdError>> {
  const { label, validFrom, validUntil } = form;
  return {
    ...(isNew && typedNumber(form.number) === null && { number: 'number' as const }),
    ...(!(label.trim().length >= 1 && label.trim().length <= 120) && { label: 'label' as const }),
    ...(validFrom && validUntil && validUntil < validFrom && { validUntil: 'reversed' as const }),
  };
}

/** What the api is sent. A bound whose day was left as it was keeps its very instant. */
export function changeOf(form: CallerIdForm, zone: string, before?: CallerId): CallerIdChange {
  const was = before && formOf(before, zone);
  const textOf = (text: string) => text.trim() || null;
  return {
    label: form.label.trim(),
    category: form.category,
    holder: textOf(form.holder),
    authorisation: textOf(form.authorisation),
    authorisationSha256: form.authorisationSha256,
    operator: textOf(form.operator),
    allowedModes: form.allowedModes.length > 0 ? form.allowedModes : null,
    ...(was?.validFrom !== form.validFrom && {
      validFromMs: form.validFrom === null ? null : startOfDay(form.validFrom, zone),
    }),
    ...(was?.validUntil !== form.validUntil && {
      validToMs: form.validUntil === null ? null : endOfDay(form.validUntil, zone),
    }),
  };
}

/** A new number; null while the one typed is none. */
export function newOf(form: CallerIdForm, zone: string): NewCallerId | null {
  const number = typedNumber(form.number);
  const { category } = form;
  return number && { ...changeOf(form, zone), number, category, label: form.label.trim() };
}
