import type { PhoneLabel } from '@alize/model';

/** Fields of a lead that a column, a constant or an API call can fill with text. */
export const leadFieldNames = [
  'reference',
  'civility',
  'firstName',
  'lastName',
  'company',
  'email',
  'birthDate',
  'address',
  'addressExtra',
  'postalCode',
  'city',
  'country',
  'region',
  'timeZone',
  'comment',
  'priority',
] as const;
export type LeadFieldName = (typeof leadFieldNames)[number];

/** What a file can say of a consent. */
export const consentParts = ['givenAt', 'wording', 'source', 'proof', 'object'] as const;
export type ConsentPart = (typeof consentParts)[number];

export const customTypes = ['text', 'number', 'date', 'boolean'] as const;
export type CustomType = (typeof customTypes)[number];

/** What a value is for. */
export type Target =
  | { readonly kind: 'field'; readonly field: LeadFieldName }
  /** The columns of this kind are tried in their order; a cell may hold several numbers. */
  | { readonly kind: 'phone'; readonly label: PhoneLabel | null }
  /** A country code in a column of its own, put before the numbers of its row (VICIdial's `phone_code`). */
  | { readonly kind: 'phone_code' }
  | { readonly kind: 'consent'; readonly part: ConsentPart }
  /** One of the client's own columns, kept under this name. */
  | { readonly kind: 'custom'; readonly name: string; readonly type: CustomType };

export type ColumnTarget = Target | { readonly kind: 'ignore' };

/** What each column of a file holds, in the file's order, and what every lead of it is given besides. */
export interface Mapping {
  readonly columns: readonly ColumnTarget[];
  /** Filled in where the row itself says nothing. */
  readonly constants: readonly { readonly target: Target; readonly value: string }[];
}
