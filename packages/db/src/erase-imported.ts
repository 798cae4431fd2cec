import type { ImportReport } from '@alize/leads';
import type { ClientId, ImportId, LeadId, PhoneNumber } from '@alize/model';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Person } from './erasure.ts';
import { isAnyOf } from './is-any-of.ts';
import { leadsOfNumbers } from './lead-phones.ts';
import type { Db } from './open-database.ts';
import { numbersOfPerson } from './persons.ts';

interface ErrorRow {
  readonly import_id: ImportId;
  readonly line: number;
}

/** So many last digits of a number tell whose it is, however it is written. */
const digitsThatTell = 9;
/** What people write between the digits of a number; the last two are a no-break and a narrow no-break space. */
const betweenDigits = [' ', '.', '-', '(', ')', '/', '\u00a0', '\u202f'];

/** Rows of the client's files that became no lead, and in which one of the person's numbers stands. */
export async function importErrorsOfPerson(
  db: Db,
  clientId: ClientId,
  phoneNumber: PhoneNumber,
): Promise<readonly ErrorRow[]> {
  const cells = betweenDigits.reduce<RawBuilder<unknown>>(
    (text, character) => sql`replace(${text}, ${character}, '')`,
    sql.ref('cells'),
  );
  const numbers = await numbersOfPerson(db, clientId, phoneNumber);
  const holdsNumber = numbers.map(
    (number) => sql<SqlBool>`${cells} like ${`%${number.slice(1).slice(-digitsThatTell)}%`}`,
  );
  return db
    .selectFrom('import_error')
    .select(['import_id', 'line'])
    .where('client_id', '=', clientId)
    .where(({ or }) => or(holdsNumber))
    .execute();
}

/** Forgets what imports kept of a person beside their leads: rows of files, what was changed, examples, answers. */
export async function eraseImported(person: Person, errors: readonly ErrorRow[]): Promise<void> {
  const { tx, clientId, numbers } = person;
  const leads = await tx
    .selectFrom('lead')
    .select(['id', 'import_id', 'import_line'])
    .where('client_id', '=', clientId)
    .where('id', 'in', leadsOfNumbers(tx, clientId, numbers))
    .execute();
  for (const { import_id, line } of errors) {
    await tx
      .deleteFrom('import_error')
      .where('import_id', '=', import_id)
      .where('line', '=', line)
      .where('client_id', '=', clientId)
      .execute();
  }
  await tx
    .deleteFrom('import_change')
    .where('client_id', '=', clientId)
    .where(
      isAnyOf(
        tx,
        'lead_id',
        leads.map(({ id }): LeadId => id),
      ),
    )
    .execute();
  for (const { import_id, import_line } of leads) {
    if (import_id !== null) await eraseExamples(person, import_id, import_line);
  }
  await tx
    .deleteFrom('idempotency')
    .where('client_id', '=', clientId)
    .where(({ or }) => or(numbers.map((number) => sql<SqlBool>`body like ${`%${number}%`}`)))
    .execute();
}

/** A report shows some rows as examples of what was changed; which of a file of old is not known, so none stays. */
async function eraseExamples({ tx, clientId }: Person, id: ImportId, line: number | null): Promise<void> {
  const row = await tx
    .selectFrom('import')
    .select('report')
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (!row?.report) return;
  // Written by saveImportReport alone.
  const report = JSON.parse(row.report) as ImportReport;
  const changes = report.changes.map((change) =>
    line === null || change.example.line === line
      ? { ...change, example: { line: change.example.line, from: '', to: '' } }
      : change,
  );
  await tx
    .updateTable('import')
    .set({ report: JSON.stringify({ ...report, changes }) })
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .execute();
}
