import { describe, expect, test } from 'vitest';
import { choice, is, option, question, script, step } from '../test/parts.ts';
import { orderedSteps, pathOf, questionsOf, seedOf } from './index.ts';

const values = ['a', 'b', 'c', 'd'];
const ids = (steps: readonly { readonly id: string }[]) => steps.map(({ id }) => id);
const seeds = Array.from({ length: 2_000 }, (_, index) => seedOf(`lead_${index}`));

describe('a shuffled block', () => {
  const blocks = script(
    ['start', 'one', 'two', 'three', 'last'].map((id) => step(id)),
    {
      shuffledBlocks: [{ id: 'middle', stepIds: ['one', 'two', 'three'] }],
    },
  );

  test('comes in an order of its own for each interview, the other steps in theirs', () => {
    const orders = new Map<string, number>();
    for (const seed of seeds) {
      const order = ids(orderedSteps(blocks, seed));
      expect([order[0], order[4]]).toEqual(['start', 'last']);
      orders.set(order.slice(1, 4).join(), (orders.get(order.slice(1, 4).join()) ?? 0) + 1);
    }
    // Six orders, each expected 333 times with a standard deviation of 17.
    expect([...orders.values()].map((count) => Math.abs(count - 333) < 85)).toEqual(Array(6).fill(true));
  });

  test('is entered at whichever of its steps was drawn first', () => {
    const jumped = script(
      [
        step('start', {
          questions: [choice('go', ['yes', 'no'])],
          branches: [{ when: is('go', 'yes'), goTo: 'one' }],
        }),
        ...['skipped', 'one', 'two', 'three', 'last'].map((id) => step(id)),
      ],
      { shuffledBlocks: [{ id: 'middle', stepIds: ['one', 'two', 'three'] }] },
    );
    for (const seed of seeds.slice(0, 50)) {
      const path = pathOf(jumped, { go: 'yes' }, { fields: {}, seed });
      expect(path).toHaveLength(5);
      expect(path).not.toContain('skipped');
    }
  });
});

describe('shuffled answers', () => {
  const asked = script([
    step('ask', {
      questions: [
        question('free', {
          kind: 'single',
          isShuffled: true,
          options: [...values.map((value) => option(value)), option('other', { isFixed: true })],
        }),
        question('plain', { kind: 'single', options: values.map((value) => option(value)) }),
        question('grid', {
          kind: 'matrix',
          isShuffled: true,
          options: values.map((value) => option(value)),
          rows: values.map((value) => ({ value, label: value })),
        }),
      ],
    }),
  ]);
  const drawn = (seed: number) =>
    questionsOf(asked, 'ask', {}, { fields: {}, seed }).map(({ options, rows }) => ({
      options: options.map(({ value }) => value),
      rows: rows.map(({ value }) => value),
    }));

  test('are the same ones, in the same order for the same interview', () => {
    for (const seed of seeds.slice(0, 100)) {
      const [free, plain, grid] = drawn(seed);
      expect(free?.options.at(-1)).toBe('other');
      expect(free?.options.toSorted()).toEqual([...values, 'other'].toSorted());
      expect(plain?.options).toEqual(values);
      expect(grid?.options).toEqual(values);
      expect(grid?.rows.toSorted()).toEqual(values);
      expect(drawn(seed)).toEqual([free, plain, grid]);
    }
  });

  test('of two questions are drawn apart', () => {
    const alike = seeds.filter((seed) => {
      const [free, , grid] = drawn(seed);
      return free?.options.slice(0, 4).join() === grid?.rows.join();
    });
    // One in 24 by chance: 83 of 2,000, with a standard deviation of 9.
    expect(alike.length).toBeGreaterThan(40);
    expect(alike.length).toBeLessThan(130);
  });
});

test('the seed of a text is 32 bits, and another for another text', () => {
  expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true);
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(seedOf('lead_1')).toBe(seedOf('lead_1'));
});
