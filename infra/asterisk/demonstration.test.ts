import { isFictionNumber, isPhoneNumber } from '@alize/model';
import { expect, test } from 'vitest';
import { type DemonstrationBehaviour, demonstrationBehaviour } from './demonstration.ts';
import { dialplan } from './dialplan.ts';

const behaviours = Array.from({ length: 100 }, (_, ending) => demonstrationBehaviour(ending));

test('a hundred numbers in a row behave in the shares of a real list', () => {
  const shares = Object.groupBy(behaviours, ({ kind }) => kind);
  const counts = Object.fromEntries(Object.entries(shares).map(([kind, found]) => [kind, found?.length]));
  expect(counts).toEqual({
    person: 38,
    machine: 8,
    busy: 12,
    no_answer: 30,
    wrong_number: 7,
    congestion: 5,
  } satisfies Record<DemonstrationBehaviour['kind'], number>);
});

test('people answer after 2 to 12 s and stay 15 to 60 s', () => {
  for (const behaviour of behaviours) {
    if (behaviour.kind !== 'person') continue;
    expect(behaviour.ringSeconds).toBeGreaterThanOrEqual(2);
    expect(behaviour.ringSeconds).toBeLessThanOrEqual(12);
    expect(behaviour.staySeconds).toBeGreaterThanOrEqual(15);
    expect(behaviour.staySeconds).toBeLessThanOrEqual(60);
  }
});

test.each([-1, 100, 1.5, Number.NaN])('refuses %s as the ending of a number', (ending) => {
  expect(() => demonstrationBehaviour(ending)).toThrow(RangeError);
});

test('the demonstration trunk knows the numbers of fiction and no others', () => {
  const patterns = Array.from(
    dialplan().matchAll(/^exten => _(\+33\d{5})XXXX,1,Goto/gm),
    ([, prefix]) => prefix,
  );
  expect(patterns).toHaveLength(6);
  for (const prefix of patterns) {
    const number = `${prefix}0000`;
    expect(isPhoneNumber(number) && isFictionNumber(number)).toBe(true);
  }
});

test('every ending has its place in the dialplan, once', () => {
  const endings = Array.from(dialplan().matchAll(/^exten => (\d\d),1,/gm), ([, ending]) => ending);
  expect(new Set(endings).size).toBe(100);
  expect(endings).toHaveLength(100);
});
