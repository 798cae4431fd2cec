import { expect, test } from 'vitest';
import { afterDeed, changedStepId, type Deed, type History, newHistory } from './history.ts';
import { emptyScript, newStep } from './new-parts.ts';

const script = { ...emptyScript, steps: [newStep('a'), newStep('b')] };
const start = newHistory(script);

const type = (
  title: string,
  atMs: number,
  field: string | null = 'a:title',
): Extract<Deed, { kind: 'change' }> => ({
  kind: 'change',
  change: { kind: 'change_step', stepId: 'a', to: { title } },
  field,
  atMs,
});
const all = (...deeds: Deed[]) => deeds.reduce<History>(afterDeed, start);
const titleOf = ({ present }: History) => present.steps[0]?.title;
const [undo, redo]: readonly [Deed, Deed] = [{ kind: 'undo' }, { kind: 'redo' }];

test('takes back what was done, and does it again', () => {
  expect(titleOf(all(type('Un', 0, null), type('Deux', 0, null), undo))).toBe('Un');
  expect(titleOf(all(type('Un', 0, null), undo, redo))).toBe('Un');
});

test('takes back typing without a pause at once', () => {
  const typed = all(type('B', 0), type('Bo', 200), type('Bon', 400));
  expect(typed.past).toHaveLength(1);
  expect(titleOf(afterDeed(typed, undo))).toBe('');
});

test('takes back typing after a pause, or in another field, by itself', () => {
  expect(all(type('B', 0), type('Bo', 2000)).past).toHaveLength(2);
  expect(all(type('B', 0), type('Bo', 100, 'a:say')).past).toHaveLength(2);
});

test('does not join typing to what was typed before an undo', () => {
  expect(all(type('B', 0), undo, type('C', 100)).past).toHaveLength(1);
});

test('forgets what was taken back once something else is done', () => {
  expect(all(type('Un', 0, null), undo, type('Deux', 0, null)).future).toEqual([]);
});

test('takes back what came of a deed together with it', () => {
  const followed = all(type('Un', 0), { ...type('Un suivi', 5000, null), isFollowing: true });
  expect(titleOf(followed)).toBe('Un suivi');
  expect(afterDeed(followed, undo).present).toEqual(script);
});

test('keeps no deed that changed nothing', () => {
  const move: Deed = {
    kind: 'change',
    change: { kind: 'move_step', stepId: 'a', to: 0 },
    field: null,
    atMs: 0,
  };
  expect(afterDeed(start, move)).toBe(start);
});

test('has nothing to take back, or to do again, at the beginning', () => {
  expect([afterDeed(start, undo), afterDeed(start, redo)]).toEqual([start, start]);
});

test('starts anew with a document from the server', () => {
  const opened = all(type('Un', 0), { kind: 'open', script });
  expect(opened).toEqual(start);
});

test('leads to the step that a deed changed', () => {
  const other = { ...script, steps: [newStep('a'), newStep('b', { title: 'Deux' })] };
  expect(changedStepId(script, other)).toBe('b');
  expect(changedStepId(script, structuredClone(script))).toBeNull();
});
