import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AnswersDraft, type DraftPatch } from './answers-draft.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that keeps what it is sent, and can be down. */
function server() {
  const kept: DraftPatch[] = [];
  const state = { isDown: false };
  const send = async (patch: DraftPatch) => {
    if (state.isDown) throw new Error('down');
    kept.push(patch);
  };
  return { kept, state, send };
}
const blank = { answers: {}, stepId: null, note: '' };

test('sends typing once it has rested for 300 ms, as one request', async () => {
  const { kept, send } = server();
  const draft = new AnswersDraft(blank, send);
  draft.note('B');
  await vi.advanceTimersByTimeAsync(299);
  draft.note('Bo');
  draft.answer('age', 41);
  await vi.advanceTimersByTimeAsync(299);
  expect(kept).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(kept).toEqual([{ note: 'Bo', answers: { age: 41 } }]);
  expect(draft.current()).toMatchObject({ note: 'Bo', answers: { age: 41 }, saving: 'saved' });
});

test('begins with what the server has, and sends null to forget an answer', async () => {
  const { kept, send } = server();
  const draft = new AnswersDraft({ answers: { age: 41, city: 'Lille' }, stepId: 'two', note: 'x' }, send);
  draft.answer('age', null);
  expect(draft.current().answers).toEqual({ city: 'Lille' });
  await draft.flush();
  expect(kept).toEqual([{ answers: { age: null } }]);
});

test('sends a change of step at once', async () => {
  const { kept, send } = server();
  const draft = new AnswersDraft(blank, send);
  draft.goTo('two');
  await draft.flush();
  expect(kept).toEqual([{ stepId: 'two' }]);
});

test('loses nothing while the server is down: the newest answer is kept when it is back', async () => {
  const { kept, state, send } = server();
  const draft = new AnswersDraft(blank, send);
  state.isDown = true;
  draft.answer('age', 41);
  await vi.advanceTimersByTimeAsync(300);
  expect(draft.current().saving).toBe('failed');
  draft.answer('age', 42);
  draft.answer('city', 'Lille');
  state.isDown = false;
  await vi.advanceTimersByTimeAsync(2000);
  expect(kept).toEqual([{ answers: { age: 42, city: 'Lille' } }]);
  expect(draft.current().saving).toBe('saved');
});

test('never has two requests on the way, so an older answer cannot overtake a newer one', async () => {
  const sent: DraftPatch[] = [];
  const answers: (() => void)[] = [];
  const draft = new AnswersDraft(blank, (patch) => {
    sent.push(patch);
    return new Promise<void>((resolve) => answers.push(resolve));
  });
  draft.note('a');
  await vi.advanceTimersByTimeAsync(300);
  draft.note('ab');
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([{ note: 'a' }]);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([{ note: 'a' }, { note: 'ab' }]);
});

test('a page that goes away sends what is waiting without waiting', () => {
  const sent: (readonly [DraftPatch, boolean])[] = [];
  const draft = new AnswersDraft(blank, async (patch, isLast) => void sent.push([patch, isLast]));
  draft.note('at the last moment');
  draft.flushLast();
  expect(sent).toEqual([[{ note: 'at the last moment' }, true]]);
});
