import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ColumnTarget, ReadSettings } from '@alize/leads';
import type { LeadFields } from '@alize/model';
import { describe, expect, test } from 'vitest';
import { madeFiles } from '../corpus/made.ts';
import { FileError, inspectFile, type ReadRow, readLeads } from '../src/index.ts';
import { fileOf } from './made-files.ts';

const folder = join(import.meta.dirname, '../corpus');
const reports = readdirSync(folder).filter((name) => name.endsWith('.json'));
const files = readdirSync(folder).filter((name) => !/^\.|\.(?:json|ts)$/.test(name));
const read: ReadSettings = {
  ...{
    encoding: null,
    delimiter: null,
    hasHeading: null,
    part: null,
    country: 'FR',
    timeZone: 'Europe/Paris',
  },
};

test('each file has its report, and each report its file', () => {
  expect([...files, ...Object.keys(madeFiles)].toSorted()).toEqual(
    reports.map((name) => basename(name, '.json')).toSorted(),
  );
});

describe('the importer sees in each awkward file what its report says', () => {
  test.each(reports)('%s', async (name) => {
    const { about, ...expected } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    expect(about).toMatch(/\.$/);
    expect(await reportOf(await pathOf(basename(name, '.json')))).toEqual(expected);
  });
});

async function pathOf(name: string): Promise<string> {
  const make = madeFiles[name];
  return make ? fileOf(await make()) : join(folder, name);
}

async function reportOf(path: string) {
  try {
    const inspection = await inspectFile(path, { read, mapping: null });
    const { kind, container, parts, encoding, delimiter, firstLine, headings, mapping } = inspection;
    const batches = await Array.fromAsync(readLeads(path, { ...inspection, by: ['number', 'reference'] }));
    const rows = batches.flatMap((batch) => batch.rows);
    return {
      file: [kind, container, encoding, delimiter].filter((part) => part !== null).join(' '),
      ...(parts.length > 0 ? { parts } : {}),
      firstLine,
      columns: headings.map((heading, at) => `${heading}: ${targetText(mapping.columns[at])}`),
      rows: rows.length,
      errors: rows.flatMap(errorText),
      repeats: rows.flatMap((row) =>
        row.kind === 'repeat' ? [`${row.line}: ${row.key} of ${row.ofLine}`] : [],
      ),
      leads: rows.flatMap((row) => (row.kind === 'lead' ? [leadText(row)] : [])).slice(0, 10),
    };
  } catch (error) {
    if (error instanceof FileError) return { refused: error.code };
    throw error;
  }
}

function targetText(target: ColumnTarget | undefined): string {
  if (target?.kind === 'field') return target.field;
  if (target?.kind === 'phone') return ['phone', target.label ?? []].flat().join(' ');
  if (target?.kind === 'consent') return `consent ${target.part}`;
  return target?.kind === 'custom' ? `own ${target.name} (${target.type})` : (target?.kind ?? '');
}

function errorText(row: ReadRow): readonly string[] {
  if (row.kind !== 'error') return [];
  return [`${row.line}: ${row.code}${row.column === null ? '' : ` in ${row.column}`}`];
}

/** The fields that have a value, and what was changed to get them. */
function leadText({ line, fields, changes }: Extract<ReadRow, { kind: 'lead' }>) {
  const { phones, custom, priority, consent, ...others } = fields;
  const filled = { ...others, ...custom, ...consentText(consent), ...(priority === 0 ? {} : { priority }) };
  return {
    line,
    phones: phones.map(({ phoneNumber, label, extension }) =>
      [phoneNumber, label ?? [], extension === null ? [] : `ext. ${extension}`].flat().join(' '),
    ),
    ...Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== null)),
    ...(changes.length > 0 ? { changes: changes.map(({ change, column }) => `${change} in ${column}`) } : {}),
  };
}

function consentText(consent: LeadFields['consent']): object {
  if (consent === null) return {};
  const { givenAtMs, ...words } = consent;
  return { consent: Temporal.Instant.fromEpochMilliseconds(givenAtMs).toString(), ...words };
}
