import { expect, test } from 'vitest';
import { slotDays } from './slot-days.ts';

const slot = (iso: string) => ({ startsAtMs: Date.parse(iso) });

test('slots stand under their day and half of the day, by the zone in which they are told', () => {
  const slots = [slot('2026-11-23T22:30Z'), slot('2026-11-23T10:30Z'), slot('2026-11-23T11:00Z')];
  expect(slotDays(slots, 'Europe/Paris')).toEqual([
    { day: '2026-11-23', morning: [slots[1]], afternoon: [slots[2], slots[0]] },
  ]);
  expect(slotDays(slots, 'Indian/Antananarivo').map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24']);
});

test('no slots have no days', () => {
  expect(slotDays([], 'Europe/Paris')).toEqual([]);
});
