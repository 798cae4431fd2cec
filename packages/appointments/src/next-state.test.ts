import { appointmentStates } from '@alize/model';
import { expect, test } from 'vitest';
import { appointmentDeeds, nextState } from './next-state.ts';

const allowed = [
  'held book booked',
  'held release released',
  'released book booked',
  'booked move booked',
  'booked confirm booked',
  'booked cancel cancelled',
  'booked keep kept',
  'booked miss no_show',
  'kept miss no_show',
  'no_show keep kept',
];

test('an appointment goes these ways and no other', () => {
  const found = appointmentStates.flatMap((state) =>
    appointmentDeeds.flatMap((deed) => {
      const next = nextState(state, deed);
      return next ? [`${state} ${deed} ${next}`] : [];
    }),
  );
  expect(found.toSorted()).toEqual(allowed.toSorted());
});
