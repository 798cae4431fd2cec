import { describe, expect, test } from 'vitest';
import { packIds, type Rule } from '../index.ts';
import { packs } from './index.ts';

test('there is one pack for each name, and no territory has two', () => {
  expect(packs.map(({ id }) => id).toSorted()).toEqual([...packIds].toSorted());
  const territories = packs.flatMap((pack) => pack.territories);
  expect(territories).toEqual([...new Set(territories)]);
});

describe.each(packs)('$id', ({ id, rules }) => {
  test('no two rows say the same of the same', () => {
    const rows = rules.map((rule) => `${concerned(rule)} ${rule.purposes.join()} ${rule.validFrom}`);
    expect(rows).toEqual([...new Set(rows)]);
  });

  test('of rows of one id that concern the same call, one is in force at a time', () => {
    for (const [index, rule] of rules.entries()) {
      for (const later of rules.slice(index + 1)) {
        const isSame = concerned(rule) === concerned(later) && sharePurpose(rule, later);
        if (isSame) expect(overlap(rule, later), `${rule.id} of ${rule.validFrom}`).toBe(false);
      }
    }
  });

  test('a rule begins before it ends, on days that exist', () => {
    for (const { validFrom, validTo } of rules) {
      for (const day of [validFrom, validTo]) {
        if (day !== null) expect(Temporal.PlainDate.from(day).toString()).toBe(day);
      }
      if (validFrom !== null && validTo !== null) expect(validFrom < validTo).toBe(true);
    }
  });

  test('every rule is named for its pack, cites its source and concerns some purpose', () => {
    const beginning = id === 'eu-default' ? 'EU-' : `${id.toUpperCase()}-`;
    for (const rule of rules) {
      expect(rule.id.startsWith(beginning), rule.id).toBe(true);
      expect(rule.citation, rule.id).not.toBe('');
      expect(rule.purposes.length, rule.id).toBeGreaterThan(0);
    }
  });

  test('windows are in order and do not overlap', () => {
    for (const rule of rules) {
      if (rule.effect !== 'hours') continue;
      for (const windows of Object.values(rule.value.week)) {
        const times = windows.flat();
        expect(times, rule.id).toEqual([...new Set(times)].toSorted());
        for (const time of times) expect(time, rule.id).toMatch(/^(?:[01][0-9]|2[0-4]):[0-5][0-9]$/);
      }
    }
  });
});

function concerned({ id, condition }: Rule): string {
  return `${id} ${JSON.stringify(condition ?? {})}`;
}

function sharePurpose(one: Rule, other: Rule): boolean {
  return one.purposes.some((purpose) => other.purposes.includes(purpose));
}

/** Dates compare as they are written; nothing stands for the beginning and the end of time. */
function overlap(one: Rule, other: Rule): boolean {
  const start = (rule: Rule) => rule.validFrom ?? '0000';
  const end = (rule: Rule) => rule.validTo ?? '9999';
  return start(one) < end(other) && start(other) < end(one);
}
