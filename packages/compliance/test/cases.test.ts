import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Judgement, judge } from '../src/index.ts';
import { factsOf, instantAt } from './case-facts.ts';
import { readCases, type WrittenCase } from './read-cases.ts';

const names = readdirSync(new URL('../cases', import.meta.url))
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.slice(0, -3));

describe.each(names)('%s', (name) => {
  const file = readCases(name);

  test('no case is written twice', () => {
    const written = file.cases.map((one) => one.name);
    expect(written).toEqual([...new Set(written)]);
  });

  test.each(file.cases)('$name', (written) => {
    const judgement = judge(factsOf(file, written), instantAt(written.at, file.zone));
    expect(told(judgement, written, file.zone)).toEqual(expected(written, file.zone));
  });
});

test('there are at least 400 cases', () => {
  expect(names.flatMap((name) => readCases(name).cases).length).toBeGreaterThanOrEqual(400);
});

/** The decision, its instant, and the rules that made it: all that refuse, or those of the table that allow. */
function told({ decision, notBeforeMs, reasons }: Judgement, written: WrittenCase, zone: string) {
  const refusing = reasons.filter(({ verdict }) => verdict === 'refuses').map(({ rule }) => rule);
  const allowing = reasons.filter(({ verdict }) => verdict === 'allows').map(({ rule }) => rule);
  const expectedRules = rulesOf(written);
  return {
    decision,
    notBefore: notBeforeMs === null ? null : shown(notBeforeMs, zone),
    rules:
      decision === 'allow' ? allowing.filter((rule) => expectedRules.includes(rule)).sort() : refusing.sort(),
  };
}

function expected(written: WrittenCase, zone: string) {
  const [decision = '', ...instant] = written.decision.split(' ');
  const notBefore =
    decision === 'after' ? shown(instantAt(instant.join(' '), zone).epochMilliseconds, zone) : null;
  return { decision, notBefore, rules: [...rulesOf(written)].sort() };
}

function rulesOf({ rules }: WrittenCase): readonly string[] {
  return rules.split(' ').filter((rule) => rule !== '');
}

function shown(ms: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toString();
}
