import type { AgentState, UserId } from '@alize/model';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine } from '../test/engines.ts';
import { nowMs, openTwoClients, type TwoClients } from '../test/two-clients.ts';
import { dutySpells } from './duty.ts';
import { appendEvents } from './events.ts';

onEachEngine((engine) => {
  const userId: UserId = 'user_1';
  const minute = 60_000;
  const period = { userIds: [userId], fromMs: nowMs, toMs: nowMs + 60 * minute };
  let on: TwoClients;
  beforeEach(async () => {
    on = await openTwoClients(engine);
  });
  afterEach(() => on.close());

  const change = (atMs: number, state: AgentState, clientId: 'client_1' | 'client_2' = 'client_1') =>
    appendEvents(on.db, atMs, [
      {
        clientId,
        event: {
          ...{ kind: 'agent.changed', userId, state, pauseReason: null, wishedPause: null, sinceMs: atMs },
          ...{ attemptId: null, campaignId: null, connection: 'up' },
        },
      },
    ]);

  it('an agent’s day is their spells, without the time off duty', async () => {
    await change(nowMs - minute, 'paused');
    await change(nowMs + minute, 'ready');
    await change(nowMs + 2 * minute, 'ready');
    await change(nowMs + 3 * minute, 'talking');
    await change(nowMs + 5 * minute, 'offline');
    await change(nowMs + 50 * minute, 'ready');
    await change(nowMs + 70 * minute, 'offline');
    const spells = await dutySpells(on.db, 'client_1', period);
    expect(
      spells.map(({ state, fromMs, toMs }) => [state, (fromMs - nowMs) / minute, (toMs - nowMs) / minute]),
    ).toEqual([
      ['ready', 1, 3],
      ['talking', 3, 5],
      ['ready', 50, 60],
    ]);
  });

  it('agents who were not asked about, and other clients’, are left out', async () => {
    await change(nowMs + minute, 'ready', 'client_2');
    expect(await dutySpells(on.db, 'client_1', period)).toEqual([]);
    await change(nowMs + minute, 'ready');
    expect(await dutySpells(on.db, 'client_1', { ...period, userIds: [] })).toEqual([]);
  });
});
