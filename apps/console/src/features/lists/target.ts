import {
  type ColumnTarget,
  type ConsentPart,
  type CustomType,
  consentParts,
  type LeadFieldName,
  leadFieldNames,
  type Mapping,
  type Target,
} from '@alize/leads';
import { type PhoneLabel, phoneLabels } from '@alize/model';

/** A target as one word, for a menu: `field:city`, `phone:mobile`, `phone:` when nobody said which, `custom`. */
export type TargetKey =
  | `field:${LeadFieldName}`
  | `phone:${PhoneLabel | ''}`
  | `consent:${ConsentPart}`
  | 'phone_code'
  | 'custom'
  | 'ignore';

/** The menu, in its groups and their order. */
export const targetGroups = {
  phone: [...phoneLabels.map((label) => `phone:${label}` as const), 'phone:', 'phone_code'],
  person: keysOf('civility', 'firstName', 'lastName', 'company', 'email', 'birthDate', 'reference'),
  place: keysOf('address', 'addressExtra', 'postalCode', 'city', 'country', 'region', 'timeZone'),
  consent: consentParts.map((part) => `consent:${part}` as const),
  call: keysOf('priority', 'comment'),
} as const satisfies Record<string, readonly TargetKey[]>;
export type TargetGroup = keyof typeof targetGroups;

export function keyOf(target: ColumnTarget): TargetKey {
  switch (target.kind) {
    case 'field':
      return `field:${target.field}`;
    case 'phone':
      return `phone:${target.label ?? ''}`;
    case 'consent':
      return `consent:${target.part}`;
    default:
      return target.kind;
  }
}

/** The target behind a key; `name` is what a column of the client's own is kept under. Null for what is no key. */
export function targetOf(key: string, name: string): ColumnTarget | null {
  if (key === 'ignore' || key === 'phone_code') return { kind: key };
  if (key === 'custom') return { kind: 'custom', name, type: 'text' };
  const [kind, rest] = key.split(':');
  const field = leadFieldNames.find((one) => one === rest);
  if (kind === 'field' && field) return { kind, field };
  if (kind === 'phone') return { kind, label: phoneLabels.find((one) => one === rest) ?? null };
  const part = consentParts.find((one) => one === rest);
  return kind === 'consent' && part ? { kind, part } : null;
}

/** What keeps a mapping from being used, or is worth a word. */
export interface MappingFaults {
  readonly hasNoPhone: boolean;
  /** An own column is kept under no name. */
  readonly hasUnnamed: boolean;
  /** Targets that several columns fill, where a lead has one value: the first column that is not empty counts. */
  readonly twice: readonly ColumnTarget[];
  /** Parts of a consent without its date, which nothing is kept of. */
  readonly hasConsentWithoutDate: boolean;
}

export function faultsOf({ columns, constants }: Mapping): MappingFaults {
  const targets: readonly ColumnTarget[] = [...columns, ...constants.map(({ target }) => target)];
  const parts = targets.flatMap((target) => (target.kind === 'consent' ? [target.part] : []));
  return {
    hasNoPhone: !targets.some(({ kind }) => kind === 'phone'),
    hasUnnamed: targets.some((target) => target.kind === 'custom' && target.name.trim() === ''),
    twice: repeatedIn(columns.filter(({ kind }) => kind !== 'phone' && kind !== 'ignore')),
    hasConsentWithoutDate: parts.length > 0 && !parts.includes('givenAt'),
  };
}

/** Whether an import may be asked for with this mapping. */
export const isUsable = ({ hasNoPhone, hasUnnamed }: MappingFaults): boolean => !hasNoPhone && !hasUnnamed;

/** A lead of this mapping may bear a consent. */
export const hasConsent = ({ columns, constants }: Mapping): boolean =>
  [...columns, ...constants.map(({ target }) => target)].some(
    (target) => target.kind === 'consent' && target.part === 'givenAt',
  );

export const isConstantTarget = (target: ColumnTarget | null): target is Target =>
  target !== null && target.kind !== 'ignore';

export const customTypeOf = (value: string): CustomType =>
  value === 'number' || value === 'date' || value === 'boolean' ? value : 'text';

/** One of each that stands more than once. */
function repeatedIn(targets: readonly ColumnTarget[]): readonly ColumnTarget[] {
  const named = targets.map((target) =>
    target.kind === 'custom' ? `custom:${target.name.trim()}` : keyOf(target),
  );
  return targets.filter(
    (_, at) => named.indexOf(named[at] ?? '') < at && named.lastIndexOf(named[at] ?? '') === at,
  );
}

function keysOf<F extends LeadFieldName>(...fields: readonly F[]) {
  return fields.map((field) => `field:${field}` as const);
}
