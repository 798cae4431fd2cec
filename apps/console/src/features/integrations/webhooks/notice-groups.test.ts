import { noticeKinds } from '@alize/model';
import { expect, test } from 'vitest';
import { groupStanding, noticeGroups, toldGroups, withGroup, withKind } from './notice-groups.ts';

test('every kind but the test stands in one group', () => {
  const grouped = Object.values(noticeGroups).flat().toSorted();
  expect(grouped).toEqual(noticeKinds.filter((kind) => kind !== 'webhook.test').toSorted());
});

test('a group is chosen whole and taken out whole, the rest stays', () => {
  const chosen = withGroup(['quota.filled'], 'calls', true);
  expect(chosen).toEqual(['call.disposed', 'outcome.recorded', 'quota.filled']);
  expect(withGroup(chosen, 'calls', false)).toEqual(['quota.filled']);
});

test('a group of which some is chosen says so', () => {
  const chosen = withKind([], 'appointment.booked', true);
  expect(groupStanding(chosen, 'appointments')).toBe('some');
  expect(groupStanding(chosen, 'calls')).toBe('none');
  expect(withKind(chosen, 'appointment.booked', false)).toEqual([]);
});

test('nothing chosen means everything is told', () => {
  expect(toldGroups([])).toEqual(Object.keys(noticeGroups));
  expect(toldGroups(['import.ended'])).toEqual(['work']);
});
