import { describe, expect, it } from 'vitest';
import { type AgentSnapshot, type CallSnapshot, decide, type Limits, type Snapshot } from './index.ts';

const ready: AgentSnapshot = { state: 'ready', inStateMs: 1000, isReachable: true };
const talking: AgentSnapshot = { ...ready, state: 'talking' };
const dialling: CallSnapshot = { stage: 'dialling', inStageMs: 3000 };
const connected: CallSnapshot = { stage: 'connected', inStageMs: 60_000 };

function snapshot(agents: AgentSnapshot[], calls: CallSnapshot[], limits: Partial<Limits> = {}): Snapshot {
  return {
    nowMs: 0,
    agents,
    calls,
    limits: { linesFree: 100, trunkLinesFree: 100, callsAllowedNow: 100, ...limits },
  };
}

describe('progressive: one call for each free agent', () => {
  it.each([
    { says: 'calls for every free agent', agents: [ready, ready, talking], calls: [connected], expected: 2 },
    {
      says: 'counts a call being dialled as an agent spoken for',
      agents: [ready, ready],
      calls: [dialling],
      expected: 1,
    },
    {
      says: 'counts an answered call that waits as an agent spoken for',
      agents: [ready],
      calls: [{ ...dialling, stage: 'waiting' as const }],
      expected: 0,
    },
    {
      says: 'calls for nobody who cannot be reached',
      agents: [{ ...ready, isReachable: false }],
      calls: [],
      expected: 0,
    },
    {
      says: 'never goes below zero when agents leave while it rings',
      agents: [ready],
      calls: [dialling, dialling, dialling],
      expected: 0,
    },
    {
      says: 'calls for nobody in wrap-up or pause',
      agents: [
        { ...ready, state: 'wrap_up' as const },
        { ...ready, state: 'paused' as const },
      ],
      calls: [],
      expected: 0,
    },
  ])('$says', ({ agents, calls, expected }) => {
    expect(decide('progressive', snapshot(agents, calls)).calls).toBe(expected);
  });

  it.each([
    { limits: { linesFree: 1 }, limitedBy: 'lines_in_use' },
    { limits: { trunkLinesFree: 1 }, limitedBy: 'trunk_in_use' },
    { limits: { callsAllowedNow: 1 }, limitedBy: 'calls_per_second' },
  ])('says what held it back: $limitedBy', ({ limits, limitedBy }) => {
    expect(decide('progressive', snapshot([ready, ready, ready], [], limits))).toMatchObject({
      calls: 1,
      limitedBy,
    });
  });

  it('says that no agent is ready', () => {
    expect(decide('progressive', snapshot([talking], [connected])).limitedBy).toBe('no_agent_ready');
  });
});
