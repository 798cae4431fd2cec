import type { Script } from '@alize/model';
import { isAlways } from '../document/condition-edit.ts';

/** A script as a picture: steps beneath one another, branches as arcs on their right. Lengths are pixels. */
export interface Flow {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly FlowBox[];
  readonly arrows: readonly FlowArrow[];
  readonly brackets: readonly FlowBracket[];
}

export interface FlowBox {
  /** A step's id, or `end`. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FlowArrow {
  readonly from: string;
  readonly to: string;
  /** Which branch of its step it is; null for the way on when no branch is taken. */
  readonly branch: number | null;
  /** A branch that leads back or to itself, which no call can follow. */
  readonly isBackward: boolean;
  /** Of an SVG path. */
  readonly path: string;
}

/** A shuffled block, on the left of its steps. */
export interface FlowBracket {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

const box = { width: 176, height: 40, gap: 26, left: 18 };
const lane = { first: 20, width: 13 };
const edge = 8;

/** Where each step, branch and block of a script stands in its picture. Branches to a step that is not there have none. */
export function flowOf(script: Script): Flow {
  const ids = [...script.steps.map(({ id }) => id), 'end'];
  const boxes = ids.map((id, row) => ({
    id,
    x: box.left,
    y: topOf(row),
    width: box.width,
    height: box.height,
  }));
  const jumps = jumpsOf(script, ids);
  const lanes = lanesOf(jumps);
  const laneCount = Math.max(0, ...lanes.map((each) => each + 1));
  return {
    width: box.left + box.width + lane.first + laneCount * lane.width + edge,
    height: topOf(ids.length) - box.gap + edge,
    boxes,
    arrows: [
      ...script.steps.flatMap((step, row) =>
        step.branches.some(({ when }) => isAlways(when))
          ? []
          : [downward(step.id, ids[row + 1] ?? 'end', row)],
      ),
      ...jumps.map((jump, at) => arc(jump, { laneAt: lanes[at] ?? 0, ids })),
    ],
    brackets: bracketsOf(script, ids),
  };
}

interface Jump {
  readonly from: number;
  readonly to: number;
  readonly branch: number;
  /** How many branches the step has, so that each leaves at a height of its own. */
  readonly count: number;
}

function jumpsOf(script: Script, ids: readonly string[]): readonly Jump[] {
  return script.steps.flatMap((step, from) =>
    step.branches.flatMap(({ goTo }, branch) => {
      const to = ids.indexOf(goTo);
      return to < 0 ? [] : [{ from, to, branch, count: step.branches.length }];
    }),
  );
}

/** For each jump the first lane in which no other stands beside it; short ones stay nearest to the boxes. */
function lanesOf(jumps: readonly Jump[]): readonly number[] {
  const length = ({ from, to }: Jump) => Math.abs(to - from);
  const lanes = new Map<Jump, number>();
  for (const jump of jumps.toSorted((one, other) => length(one) - length(other))) {
    const taken = [...lanes].flatMap(([other, at]) => (isBeside(jump, other) ? [at] : []));
    let free = 0;
    while (taken.includes(free)) free += 1;
    lanes.set(jump, free);
  }
  return jumps.map((jump) => lanes.get(jump) ?? 0);
}

/** Two jumps may share a lane when they lead to the same box, or when one ends above the other's beginning. */
function isBeside(one: Jump, other: Jump): boolean {
  if (one.to === other.to) return false;
  const [oneTop, oneFoot] = [Math.min(one.from, one.to), Math.max(one.from, one.to)];
  const [otherTop, otherFoot] = [Math.min(other.from, other.to), Math.max(other.from, other.to)];
  return oneTop <= otherFoot && otherTop <= oneFoot;
}

function downward(from: string, to: string, row: number): FlowArrow {
  const x = box.left + box.width / 2;
  const path = `M${x} ${topOf(row) + box.height}V${topOf(row + 1)}`;
  return { from, to, branch: null, isBackward: false, path };
}

function arc(
  { from, to, branch, count }: Jump,
  { laneAt, ids }: { readonly laneAt: number; readonly ids: readonly string[] },
): FlowArrow {
  const right = box.left + box.width;
  const x = right + lane.first + laneAt * lane.width;
  const start = topOf(from) + (box.height * (branch + 1)) / (count + 1);
  const target = topOf(to) + box.height * (to > from ? 0.3 : 0.7);
  const bend = target > start ? 6 : -6;
  const path =
    `M${right} ${start}H${x - 6}Q${x} ${start} ${x} ${start + bend}` +
    `V${target - bend}Q${x} ${target} ${x - 6} ${target}H${right}`;
  return { from: ids[from] ?? '', to: ids[to] ?? '', branch, isBackward: to <= from, path };
}

function bracketsOf(script: Script, ids: readonly string[]): readonly FlowBracket[] {
  return script.shuffledBlocks.flatMap(({ id, stepIds }) => {
    const rows = stepIds.map((stepId) => ids.indexOf(stepId)).filter((row) => row >= 0);
    if (rows.length === 0) return [];
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    return [{ id, x: 6, y: topOf(first), height: topOf(last) + box.height - topOf(first) }];
  });
}

function topOf(row: number): number {
  return edge + row * (box.height + box.gap);
}
