import { placeOf } from '@alize/compliance';
import type { RowNote } from '@alize/leads';
import { expect, test } from 'vitest';
import { demonstrationLeads } from '../demonstration/leads.ts';
import { createTally, type TalliedLead, type Tally } from './tally.ts';

const rest = { file: { encoding: 'utf-8', delimiter: ';', headings: [] }, outlook: null, seconds: 1 };
const zeroAdded: RowNote = { change: 'phone_zero_added', column: 'Tél', from: '6', to: '06' };

function lead(line: number, change: Partial<TalliedLead> = {}): TalliedLead {
  const [fields] = demonstrationLeads(line, 1);
  if (!fields) throw new Error('no lead');
  const place = placeOf(fields.phones[0].phoneNumber);
  return { line, fields, changes: [], fate: 'added', repeats: null, place, ...change };
}

function countFirst(tally: Tally): void {
  tally.addLead(lead(2, { changes: [zeroAdded, { ...zeroAdded, column: 'Fixe' }] }));
  tally.addError({ line: 3, code: 'phone_invalid' });
  tally.addRepeat();
}
function countSecond(tally: Tally): void {
  tally.addLead(lead(5, { fate: 'skipped', repeats: 'campaign' }));
  tally.addLead(lead(6, { fate: 'updated', repeats: 'client', changes: [zeroAdded] }));
  tally.addError({ line: 7, code: 'phone_invalid' });
}

test('every row has one fate, and a row counts once under a change however often it was made in it', () => {
  const tally = createTally();
  countFirst(tally);
  countSecond(tally);
  const report = tally.report(rest);
  expect(report).toMatchObject({
    rows: 6,
    fates: { added: 1, updated: 1, moved: 0, skipped: 2, refused: 2 },
    duplicates: { file: 1, list: 0, campaign: 1, client: 1 },
    errors: [{ code: 'phone_invalid', rows: 2, firstLine: 3 }],
    changes: [{ change: 'phone_zero_added', rows: 2, example: { line: 2, from: '6', to: '06' } }],
    phones: 2,
  });
  expect(Object.values(report.fates).reduce((sum, rows) => sum + rows)).toBe(report.rows);
});

test('counting on from a report gives the same as counting all at once', () => {
  const whole = createTally();
  countFirst(whole);
  countSecond(whole);
  const half = createTally();
  countFirst(half);
  const report: unknown = JSON.parse(JSON.stringify(half.report(rest)));
  // As it comes back from the database.
  const again = createTally(report as ReturnType<Tally['report']>);
  countSecond(again);
  expect(again.report(rest)).toEqual(whole.report(rest));
});
