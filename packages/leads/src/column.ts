/** What a column of a file can hold; `custom` keeps it under its heading, `ignore` drops it. */
export const columnTargets = [
  'phoneNumber',
  'reference',
  'civility',
  'firstName',
  'lastName',
  'company',
  'email',
  'address',
  'postalCode',
  'city',
  'comment',
  'consentAt',
  'consentSource',
  'custom',
  'ignore',
] as const;
export type ColumnTarget = (typeof columnTargets)[number];

/** A target for each column of the file, in the file's order. */
export type Mapping = readonly ColumnTarget[];
