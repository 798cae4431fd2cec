import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one part of the tests came to. */
export interface PartResult {
  readonly part: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why it failed as a whole, or was skipped. */
  readonly note: string;
}

/**
 * Reads what vitest wrote (its JSON report). No file, or one that cannot be read, is one failure: the run crashed.
 * A file whose tests could not even be collected counts as a failure too.
 */
export function readResult(part: string, file: string): PartResult {
  if (!existsSync(file)) return { part, passed: 0, failed: 1, skipped: 0, note: 'ended without results' };
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const count = (name: string) => countOf(report, name);
    const skipped = count('numPendingTests') + count('numTodoTests');
    const failed = Math.max(count('numFailedTests'), isWhole(report) ? 0 : 1);
    return { part, passed: count('numPassedTests'), failed, skipped, note: '' };
  } catch {
    return { part, passed: 0, failed: 1, skipped: 0, note: 'its results cannot be read' };
  }
}

/** A table of the parts; its last line is the sum, `N passed, N failed, N skipped`. */
export function resultTable(results: readonly PartResult[]): string {
  const width = Math.max(...results.map(({ part }) => part.length), 0);
  const lines = results.map(
    ({ part, passed, failed, skipped, note }) =>
      `  ${part.padEnd(width)}  ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped${note && `  ${note}`}`,
  );
  const sum = (of: (result: PartResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  const last = `${sum((r) => r.passed)} passed, ${sum((r) => r.failed)} failed, ${sum((r) => r.skipped)} skipped`;
  return [...lines, '', last].join('\n');
}

/** The folders of all workspaces of the house that have a script of this name, with their package names. */
export function workspacesWith(house: string, script: string): readonly { name: string; folder: string }[] {
  const folders = ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(house, group)).map((name) => join(house, group, name)),
  );
  return [...folders, join(house, 'infra'), join(house, 'bench')].flatMap((folder) => {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) return [];
    const { name, scripts } = JSON.parse(readFileSync(file, 'utf8'));
    return scripts?.[script] ? [{ name: String(name), folder }] : [];
  });
}

function countOf(report: unknown, name: string): number {
  const value: unknown =
    typeof report === 'object' && report !== null ? Reflect.get(report, name) : undefined;
  if (typeof value !== 'number') throw new TypeError(`${name} is missing`);
  return value;
}

function isWhole(report: unknown): boolean {
  return typeof report === 'object' && report !== null && Reflect.get(report, 'success') === true;
}
