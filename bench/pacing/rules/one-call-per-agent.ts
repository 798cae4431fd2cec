import type { Rule, SimulatedFloor } from '@alize/pacing/simulate';

/** One call for each free agent, at once: progressive dialling. */
export const oneCallPerAgent: Rule = {
  name: 'one call per agent',
  start: () => ({
    everyMs: 1_000,
    onEvents: true,
    place: ({ readyCount, calls }: SimulatedFloor) => Math.max(0, readyCount - calls.length),
  }),
};
