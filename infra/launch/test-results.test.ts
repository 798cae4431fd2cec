import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readResult, resultTable } from './test-results.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alize-results-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(values: Record<string, unknown>): string {
  const file = join(folder, 'vitest.json');
  writeFileSync(file, JSON.stringify(values));
  return file;
}

test('adds up what vitest reported, and ends with the sum', () => {
  const file = report({
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    success: false,
  });
  const results = [readResult('one', file), readResult('two', join(folder, 'missing.json'))];
  expect(resultTable(results).split('\n').at(-1)).toBe('3 passed, 2 failed, 3 skipped');
});

test('a run that crashed without results is one failure', () => {
  expect(readResult('one', join(folder, 'missing.json')).failed).toBe(1);
});

test('a report cut short is one failure', () => {
  writeFileSync(join(folder, 'cut.json'), '{"numPassedTests": 3,');
  expect(readResult('one', join(folder, 'cut.json')).failed).toBe(1);
});

test('a file that could not be loaded fails though none of its tests ran', () => {
  const file = report({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    success: false,
  });
  expect(readResult('one', file).failed).toBe(1);
});
