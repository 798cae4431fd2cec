import type { Script } from '@alize/model';
import { expect, test } from 'vitest';
import { emptyScript, newStep } from '../document/new-parts.ts';
import { flowOf } from './flow-layout.ts';

const out = { kind: 'disqualified' } as const;
const to = (...goTo: string[]) => ({ branches: goTo.map((each) => ({ when: out, goTo: each })) });
const scriptOf = (...steps: Script['steps']): Script => ({ ...emptyScript, steps });

test('puts the steps beneath one another in their order, and the end below them', () => {
  const { boxes } = flowOf(scriptOf(newStep('a'), newStep('b')));
  expect(boxes.map(({ id }) => id)).toEqual(['a', 'b', 'end']);
  expect(boxes.map(({ y }) => y)).toEqual([...boxes.map(({ y }) => y)].sort((one, other) => one - other));
  expect(boxes.every((one, at) => one.y + one.height < (boxes[at + 1]?.y ?? Infinity))).toBe(true);
});

test('leads from every step to the next one, and along each of its branches', () => {
  const { arrows } = flowOf(scriptOf(newStep('a', to('c', 'end')), newStep('b'), newStep('c')));
  expect(arrows.map(({ from, to: target, branch }) => [from, target, branch])).toEqual([
    ['a', 'b', null],
    ['b', 'c', null],
    ['c', 'end', null],
    ['a', 'c', 0],
    ['a', 'end', 1],
  ]);
});

test('leads nowhere else once a branch is taken in any case', () => {
  const always = { when: { kind: 'all', conditions: [] }, goTo: 'end' } as const;
  const { arrows } = flowOf(scriptOf(newStep('a', { branches: [always] }), newStep('b')));
  expect(arrows.filter(({ from }) => from === 'a').map(({ to: target }) => target)).toEqual(['end']);
});

test('keeps branches apart that run beside one another', () => {
  const { arrows } = flowOf(scriptOf(newStep('a', to('c')), newStep('b', to('end')), newStep('c')));
  const [one, other] = arrows.filter(({ branch }) => branch !== null).map(({ path }) => laneOf(path));
  expect(one).not.toBe(other);
});

test('lets branches to the same step share a lane', () => {
  const { arrows } = flowOf(scriptOf(newStep('a', to('end')), newStep('b', to('end')), newStep('c')));
  const [one, other] = arrows.filter(({ branch }) => branch !== null).map(({ path }) => laneOf(path));
  expect(one).toBe(other);
});

test('marks a branch that leads back', () => {
  const { arrows } = flowOf(scriptOf(newStep('a'), newStep('b', to('a'))));
  expect(arrows.find(({ branch }) => branch === 0)?.isBackward).toBe(true);
});

test('leaves out a branch to a step that is not there', () => {
  expect(flowOf(scriptOf(newStep('a', to('gone')))).arrows).toHaveLength(1);
});

test('embraces the steps of a shuffled block', () => {
  const script = {
    ...scriptOf(newStep('a'), newStep('b'), newStep('c')),
    shuffledBlocks: [{ id: 'x', stepIds: ['b', 'c'] }],
  };
  const { brackets, boxes } = flowOf(script);
  const [b, c] = [boxes[1], boxes[2]];
  expect(brackets).toMatchObject([{ y: b?.y, height: (c?.y ?? 0) + (c?.height ?? 0) - (b?.y ?? 0) }]);
});

test('draws an empty script as its end alone', () => {
  const { boxes, arrows } = flowOf(emptyScript);
  expect([boxes.length, arrows.length]).toEqual([1, 0]);
});

/** The x of the vertical part of an arc. */
const laneOf = (path: string) => /Q(\d+)/.exec(path)?.[1];
