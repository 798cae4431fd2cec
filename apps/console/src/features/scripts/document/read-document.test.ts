import { expect, test } from 'vitest';
import { emptyScript, newStep } from './new-parts.ts';
import { fileNameOf, readDocument } from './read-document.ts';

test('what was exported is read as it was', () => {
  const script = { ...emptyScript, steps: [newStep('a', { title: 'Un', say: 'Bonjour' })] };
  expect(readDocument(JSON.stringify(script, null, 2))).toEqual({ kind: 'read', script });
});

test('a file that another editor began with a byte order mark is read', () => {
  expect(readDocument(`\uFEFF${JSON.stringify(emptyScript)}`).kind).toBe('read');
});

test('what is no JSON is no script', () => {
  expect(readDocument('Bonjour')).toEqual({ kind: 'not_json' });
});

test('what is wrong is said with its place', () => {
  const read = readDocument(JSON.stringify({ ...emptyScript, steps: [{ ...newStep('a'), say: 7 }] }));
  expect(read).toMatchObject({ kind: 'refused', faults: [{ pointer: '/steps/0/say' }] });
});

test('a file name has nothing that a file system refuses', () => {
  expect(fileNameOf('Enquête 2026 / vague 1 : été')).toBe('Enquête 2026 vague 1 été.json');
  expect(fileNameOf('???')).toBe('script.json');
});
