import { validateScript } from '@alize/scripts';
import { expect, test } from 'vitest';
import { lacksSlot } from './lacks-slot.ts';

const check = validateScript({
  format: 2,
  steps: [
    { id: 'hello', title: 'Bonjour', say: 'Bonjour.' },
    {
      id: 'when',
      title: 'Quand',
      say: 'Quand ?',
      questions: [{ id: 'slot', kind: 'appointment', label: 'Créneau' }],
    },
  ],
});
if (check.kind !== 'valid') throw new Error(JSON.stringify(check));
const { script } = check;

test('a success is doubtful while the way asks for a time and none is held', () => {
  expect(lacksSlot(script, ['hello', 'when'], {})).toBe(true);
  expect(lacksSlot(script, ['hello', 'when'], { slot: 'appointment_1' })).toBe(false);
});

test('a way that asks for no appointment lacks none', () => {
  expect(lacksSlot(script, ['hello'], {})).toBe(false);
});
