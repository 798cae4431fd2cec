import type { ClientId, CustomValue, LeadFields, LeadId, PhoneNumber } from '@alize/model';
import { lockToChange } from './engine.ts';
import { type ChangeAuthor, type FieldChange, fieldChanges, noteChanges } from './lead-changes.ts';
import { replacePhones } from './lead-phones.ts';
import type { FieldsToStore } from './lead-row.ts';
import type { Tx } from './open-database.ts';
import { joinPersons } from './persons.ts';
import { sortLeads } from './quotas.ts';

/** What may change of a lead: what is left out stays, null empties. */
export type LeadFieldsChange = {
  readonly [F in Exclude<keyof LeadFields, 'phones' | 'custom' | 'consent'>]?: LeadFields[F] | undefined;
} & {
  /** All numbers, in their order. */
  readonly phones?: FieldsToStore['phones'] | undefined;
  /** Only the columns named here change; null takes one away. */
  readonly custom?: Readonly<Record<string, CustomValue | null>> | undefined;
};

const columnOf = {
  reference: 'reference',
  civility: 'civility',
  firstName: 'first_name',
  lastName: 'last_name',
  company: 'company',
  email: 'email',
  birthDate: 'birth_date',
  address: 'address',
  addressExtra: 'address_extra',
  postalCode: 'postal_code',
  city: 'city',
  country: 'country',
  region: 'state_of_address',
  timeZone: 'time_zone',
  comment: 'comment',
  priority: 'priority',
} as const;

/**
 * Changes a lead and keeps what it was: answers what changed, or null when the client has none of that id. Numbers are
 * tried from the next call on: the first of them when another is first now, or when the number that was next is no
 * longer among them; otherwise the number that was next stays. A lead in a call keeps its number until that ends.
 */
export async function updateLead(
  tx: Tx,
  clientId: ClientId,
  id: LeadId,
  change: LeadFieldsChange,
  { atMs, by }: { readonly atMs: number; readonly by: ChangeAuthor },
): Promise<readonly FieldChange[] | null> {
  const own = tx
    .selectFrom('lead')
    .select(['state', 'phone_number', 'custom', 'campaign_id', ...Object.values(columnOf)])
    .where('id', '=', id)
    .where('client_id', '=', clientId);
  const lead = await lockToChange(tx, 'lead', own).executeTakeFirst();
  if (!lead) return null;
  const numbersBefore = change.phones ? await numbersOf(tx, id) : [];
  const phoneNumber = change.phones && (await savePhones(tx, { clientId, id, phones: change.phones }, lead));
  const columns = Object.entries(columnOf).flatMap(([field, column]) => {
    const value = change[field as keyof typeof columnOf];
    return value === undefined ? [] : [[column, value]];
  });
  await tx
    .updateTable('lead')
    .set({
      ...Object.fromEntries(columns),
      ...(phoneNumber !== undefined && { phone_number: phoneNumber }),
      ...(change.custom && { custom: customAfter(lead.custom, change.custom) }),
      changed_at: atMs,
    })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
  await sortLeads(tx, { clientId, campaignId: lead.campaign_id, ids: [id], atMs });
  const numbers = await numbersOf(tx, id);
  await rejoin(
    tx,
    { clientId, id, numbers },
    change.reference === undefined ? lead.reference : change.reference,
  );
  const changes = [
    ...fieldChanges(...standardFields(lead, change)),
    ...fieldChanges(...ownFields(lead.custom, change.custom ?? {})),
    ...(change.phones
      ? fieldChanges({ phones: numbersBefore.join(' ') }, { phones: numbers.join(' ') })
      : []),
  ];
  await noteChanges(tx, { clientId, id, atMs }, changes, by);
  return changes;
}

type StandardColumns = Readonly<Record<(typeof columnOf)[keyof typeof columnOf], CustomValue | null>>;
type Values = Readonly<Record<string, CustomValue | null>>;

/** The fields that a change names, before and after it. */
function standardFields(
  lead: StandardColumns,
  change: LeadFieldsChange,
): readonly [before: Values, after: Values] {
  // `Object.entries` forgets the type of the keys; they are those of the record.
  const fields = Object.entries(columnOf) as [keyof typeof columnOf, keyof StandardColumns][];
  const named = fields.flatMap(([field, column]) => {
    const value = change[field];
    return value === undefined ? [] : [{ field, before: lead[column], after: value }];
  });
  return [
    Object.fromEntries(named.map(({ field, before }) => [field, before])),
    Object.fromEntries(named.map(({ field, after }) => [field, after])),
  ];
}

function ownFields(before: string, change: Values): readonly [before: Values, after: Values] {
  const named = (values: Values) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`custom:${name}`, value]));
  // Written by this package alone, as JSON of such values.
  return [named(JSON.parse(before) as Values), named(change)];
}

interface PhonesToSave {
  readonly clientId: ClientId;
  readonly id: LeadId;
  readonly phones: FieldsToStore['phones'];
}

/** Answers the number to try next; undefined when it stays. What closed a number that stays is kept. */
async function savePhones(
  tx: Tx,
  { clientId, id, phones }: PhonesToSave,
  lead: { readonly state: string; readonly phone_number: LeadFields['phones'][0]['phoneNumber'] },
) {
  const before = await tx
    .selectFrom('lead_phone')
    .select(['phone_number', 'closed_reason'])
    .where('lead_id', '=', id)
    .where('client_id', '=', clientId)
    .orderBy('position')
    .execute();
  const rows = phones.map((phone) => ({
    phone_number: phone.phoneNumber,
    label: phone.label,
    extension: phone.extension,
    line_type: phone.lineType ?? null,
    closed_reason: before.find((row) => row.phone_number === phone.phoneNumber)?.closed_reason ?? null,
  }));
  await replacePhones(tx, clientId, id, rows);
  const isOpen = (row: { readonly closed_reason: string | null }) => row.closed_reason === null;
  const first = (rows.find(isOpen) ?? rows[0])?.phone_number;
  const isFirstAsBefore = first === before.find(isOpen)?.phone_number;
  const staysNext = rows.some((row) => row.phone_number === lead.phone_number && isOpen(row));
  return lead.state === 'calling' || (staysNext && isFirstAsBefore) ? undefined : first;
}

function customAfter(before: string, change: Readonly<Record<string, CustomValue | null>>): string {
  // Written by this package alone, as JSON of such values.
  const after = { ...(JSON.parse(before) as Record<string, CustomValue>), ...change };
  return JSON.stringify(Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null)));
}

async function rejoin(
  tx: Tx,
  lead: { readonly clientId: ClientId; readonly id: LeadId; readonly numbers: readonly PhoneNumber[] },
  reference: string | null,
): Promise<void> {
  const { clientId, id, numbers } = lead;
  const newId = `person_${id.slice('lead_'.length)}` as const;
  if (numbers.length > 0) await joinPersons(tx, clientId, [{ numbers, reference, newId }]);
}

async function numbersOf(tx: Tx, id: LeadId): Promise<readonly PhoneNumber[]> {
  const phones = await tx
    .selectFrom('lead_phone')
    .select('phone_number')
    .where('lead_id', '=', id)
    .orderBy('position')
    .execute();
  return phones.map((phone) => phone.phone_number);
}
