import { describe, expect, it } from 'vitest';
import { startLoop, systemClock } from './index.ts';

const turn = () => new Promise(setImmediate);

describe('a loop', () => {
  it('never runs its job twice at once, and once more when woken meanwhile', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const job = async () => {
      running += 1;
      most = Math.max(most, running);
      runs += 1;
      await turn();
      running -= 1;
    };
    const loop = startLoop({ clock: systemClock, everyMs: 60_000, job, onError: () => {} });
    for (let wakes = 0; wakes < 5; wakes += 1) loop.wake();
    for (let turns = 0; turns < 10; turns += 1) await turn();
    await loop.stop();
    expect({ most, runs }).toEqual({ most: 1, runs: 2 });
  });

  it('goes on after a failure, and tells it', async () => {
    const errors: unknown[] = [];
    let runs = 0;
    const job = async () => {
      runs += 1;
      throw new Error('no');
    };
    const loop = startLoop({
      clock: systemClock,
      everyMs: 60_000,
      job,
      onError: (error) => errors.push(error),
    });
    await turn();
    loop.wake();
    await turn();
    await loop.stop();
    expect({ runs, errors: errors.length }).toEqual({ runs: 2, errors: 2 });
  });
});
