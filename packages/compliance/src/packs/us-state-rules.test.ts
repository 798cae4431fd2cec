import { describe, expect, test } from 'vitest';
import type { Hours } from '../pack.ts';
import { us } from './us.ts';
import { stateRows } from './us-states.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

test('there is one row for each of the 50 states, the District of Columbia, and a state that is not known', () => {
  const states = stateRows.map(({ state }) => state);
  expect(new Set(states).size).toBe(states.length);
  expect(states).toHaveLength(52);
});

test('no two rules have one id', () => {
  const ids = us.rules.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('the hours for an unknown state lie inside those of every state', () => {
  const unknown = weekOfRule('US-UNKNOWN-HOURS');
  for (const rule of us.rules) {
    if (rule.effect !== 'hours' || rule.condition?.modes) continue;
    for (const day of weekdays) {
      const fits = unknown[day].every(([from, to]) =>
        rule.value.week[day].some(([start, end]) => start <= from && to <= end),
      );
      expect([rule.id, day, fits]).toEqual([rule.id, day, true]);
    }
  }
});

test('a state is never looser than the federal hours', () => {
  for (const rule of us.rules) {
    if (rule.effect !== 'hours') continue;
    const windows = weekdays.flatMap((day) => rule.value.week[day]);
    expect([rule.id, windows.every(([from, to]) => from >= '08:00' && to <= '21:00')]).toEqual([
      rule.id,
      true,
    ]);
  }
});

test('states that only repeat the federal hours have no rule of hours', () => {
  const ids = us.rules.map(({ id }) => id);
  const federal = ['AK', 'AZ', 'AR', 'CA', 'CO', 'DE', 'GA', 'ID', 'IN', 'IA', 'KS', 'ME', 'NE', 'NH'];
  for (const state of [...federal, 'OH', 'VT', 'WI']) expect(ids).not.toContain(`US-${state}-HOURS`);
});

describe('texts are made of the values', () => {
  test.each([
    ['US-FL-HOURS', 'Floride : appels tous les jours de 8 h à 20 h, à l’heure de la personne appelée.'],
    [
      'US-TX-HOURS',
      'Texas : appels du lundi au samedi de 9 h à 21 h, le dimanche de 12 h à 21 h, à l’heure de la personne appelée.',
    ],
    [
      'US-RI-HOURS',
      'Rhode Island : appels du lundi au vendredi de 9 h à 18 h, le samedi de 10 h à 17 h, jamais le dimanche, à l’heure de la personne appelée.',
    ],
    [
      'US-ME-ADAD',
      'Maine : messages enregistrés, du lundi au vendredi de 9 h à 17 h, jamais le samedi ni le dimanche, à l’heure de la personne appelée.',
    ],
    ['US-MD-CAP', 'Maryland : au plus 3 appels en 24 heures sur le même sujet.'],
  ])('%s in French', (id, text) => {
    expect(us.rules.find((rule) => rule.id === id)?.text.fr).toBe(text);
  });

  test.each([
    ['US-FL-HOURS', 'Florida: calls every day 08:00 to 20:00, in the called person’s time.'],
    [
      'US-MS-HOURS',
      'Mississippi: calls Monday to Saturday 08:00 to 20:00, never on Sunday, in the time that the statute names (America/Chicago).',
    ],
    [
      'US-ME-ADAD',
      'Maine: recorded messages Monday to Friday 09:00 to 17:00, never on Saturday or Sunday, in the called person’s time.',
    ],
  ])('%s in English', (id, text) => {
    expect(us.rules.find((rule) => rule.id === id)?.text.en).toBe(text);
  });
});

function weekOfRule(id: string): Hours['week'] {
  const rule = us.rules.find((one) => one.id === id);
  if (rule?.effect !== 'hours') throw new Error(`no rule of hours: ${id}`);
  return rule.value.week;
}
