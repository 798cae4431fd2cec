import type { LeadFields } from '@alize/model';
import { first } from './two-clients.ts';

/** A lead of which nothing is said but what `more` says. */
export function leadFields(more: Partial<LeadFields> = {}): LeadFields {
  return {
    phones: [{ phoneNumber: first, label: null, extension: null }],
    reference: null,
    civility: null,
    firstName: null,
    lastName: null,
    company: null,
    email: null,
    birthDate: null,
    address: null,
    addressExtra: null,
    postalCode: null,
    city: null,
    country: null,
    region: null,
    timeZone: null,
    comment: null,
    priority: 0,
    consent: null,
    custom: {},
    ...more,
  };
}
