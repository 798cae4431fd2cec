import type { ListId } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ListTurns, type SharedList } from './index.ts';

const list = (name: string, share: number): SharedList => ({ listId: `list_${name}`, share });

/** What each list gets of `count` leads, claimed so many at a time while all have plenty. */
function served(lists: readonly SharedList[], count: number, atOnce: number, turns = new ListTurns()) {
  const all = new Map<ListId, number>();
  for (let left = count; left > 0; left -= atOnce) {
    const taken = turns.turnsOf(lists, Math.min(atOnce, left));
    turns.charge(lists, taken);
    for (const [listId, of] of taken) all.set(listId, (all.get(listId) ?? 0) + of);
  }
  return Object.fromEntries(all);
}

describe('lists of a campaign', () => {
  test.each([1, 3, 50])('are called by their shares, whatever is claimed at once: %i', (atOnce) => {
    expect(served([list('a', 5), list('b', 3), list('c', 2)], 1_000, atOnce)).toEqual({
      list_a: 500,
      list_b: 300,
      list_c: 200,
    });
  });

  test('a small share gets its turn, a whole claim of one lead each', () => {
    expect(served([list('a', 99), list('b', 1)], 100, 1)).toEqual({ list_a: 99, list_b: 1 });
  });

  test('one that had nothing due goes on with its share, and does not get its turns back', () => {
    const turns = new ListTurns();
    const both = [list('a', 1), list('b', 1)];
    served(both, 10, 5, turns);
    served([list('a', 1)], 1_000, 5, turns);
    const { list_a = 0, list_b = 0 } = served(both, 10, 5, turns);
    expect(list_b - list_a).toBeLessThanOrEqual(2);
  });

  test('one that could give less than its turns is not owed the rest', () => {
    const turns = new ListTurns();
    const both = [list('a', 1), list('b', 1)];
    for (let claim = 0; claim < 20; claim += 1) {
      turns.charge(
        both,
        new Map([
          ['list_a', 9],
          ['list_b', 1],
        ]),
      );
    }
    expect(turns.turnsOf(both, 10).get('list_b')).toBeLessThanOrEqual(6);
  });

  test('a new one begins beside the others, whatever they have had', () => {
    const turns = new ListTurns();
    served([list('a', 1)], 500, 10, turns);
    expect(served([list('a', 1), list('b', 1)], 10, 5, turns).list_b).toBeLessThanOrEqual(6);
  });

  test('a changed share counts from the next claim on', () => {
    const turns = new ListTurns();
    served([list('a', 1), list('b', 1)], 100, 10, turns);
    expect(served([list('a', 3), list('b', 1)], 100, 10, turns).list_a).toBeGreaterThanOrEqual(74);
  });

  test('every turn goes to some list, and none to lists that are not there', () => {
    const lists = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
    fc.assert(
      fc.property(
        lists,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 60 }),
        (names, share, count) => {
          const turns = new ListTurns().turnsOf(
            names.map((name, index) => list(name, share + index)),
            count,
          );
          expect([...turns.values()].reduce((sum, of) => sum + of, 0)).toBe(count);
          const ids: readonly string[] = names.map((name) => `list_${name}`);
          expect([...turns.keys()].every((id) => ids.includes(id))).toBe(true);
        },
      ),
    );
    expect(new ListTurns().turnsOf([], 5).size).toBe(0);
  });
});
