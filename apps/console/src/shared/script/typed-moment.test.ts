import { expect, test } from 'vitest';
import { momentAnswer, typedMoment } from './typed-moment.ts';

test.each([
  ['2026-11-24', '14:30', 'Europe/Paris', '2026-11-24T14:30:00+01:00'],
  ['2026-07-24', '14:30', 'Europe/Paris', '2026-07-24T14:30:00+02:00'],
  ['2026-11-24', '09:00', 'Indian/Antananarivo', '2026-11-24T09:00:00+03:00'],
  ['2026-11-24', '09:00', 'America/Martinique', '2026-11-24T09:00:00-04:00'],
  ['2026-11-24', '09:00', 'Etc/UTC', '2026-11-24T09:00:00+00:00'],
])('%s %s in %s is %s', (date, time, zone, answer) => {
  expect(momentAnswer({ date, time }, zone)).toBe(answer);
  expect(typedMoment(answer, zone)).toEqual({ date, time });
});

test('an hour before the clocks go back has the offset of summer, one after it that of winter', () => {
  expect(momentAnswer({ date: '2026-10-25', time: '01:30' }, 'Europe/Paris')).toBe(
    '2026-10-25T01:30:00+02:00',
  );
  expect(momentAnswer({ date: '2026-10-25', time: '03:30' }, 'Europe/Paris')).toBe(
    '2026-10-25T03:30:00+01:00',
  );
});

test('is no answer until date and time are whole', () => {
  expect(momentAnswer({ date: '2026-11-24', time: '' }, 'Europe/Paris')).toBeNull();
  expect(momentAnswer({ date: '', time: '14:30' }, 'Europe/Paris')).toBeNull();
});

test('an answer of another zone is shown in this one, and one without an offset as it stands', () => {
  expect(typedMoment('2026-11-24T23:30:00+01:00', 'Indian/Antananarivo')).toEqual({
    date: '2026-11-25',
    time: '01:30',
  });
  expect(typedMoment('2026-11-24T10:30', 'Europe/Paris')).toEqual({ date: '2026-11-24', time: '10:30' });
});
