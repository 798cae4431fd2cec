import type { EndReason, NetworkResult } from '@alize/model';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiSession } from './api-session.ts';
import { BrowserAgent, startBrowser } from './browser-agent.ts';
import { campaignOf, csvOf, expectSoundAttempts } from './real-campaign.ts';
import { eventually, password, RealCentre } from './real-centre.ts';

const reason = process.env.ALIZE_TEST_SKIP_REASON;
const agentsCount = 10;

/** What SIPp does by the last two digits, and how a call to such a number must end. */
const behaviours: readonly {
  readonly endings: readonly string[];
  readonly result: NetworkResult;
  readonly endReasons: readonly EndReason[];
}[] = [
  { endings: repeat(['91', '92', '93'], 36), result: 'answered', endReasons: ['callee_hung_up'] },
  { endings: repeat(['00', '12'], 8), result: 'answered', endReasons: ['agent_hung_up'] },
  { endings: repeat(['31', '33'], 8), result: 'answered', endReasons: ['agent_hung_up'] },
  { endings: repeat(['40'], 14), result: 'busy', endReasons: ['not_answered'] },
  { endings: repeat(['50'], 6), result: 'no_answer', endReasons: ['not_answered'] },
  { endings: repeat(['60'], 9), result: 'invalid_number', endReasons: ['not_answered'] },
  { endings: repeat(['65'], 6), result: 'congestion', endReasons: ['not_answered'] },
  { endings: repeat(['70'], 3), result: 'busy', endReasons: ['not_answered'] },
  {
    endings: repeat(['80', '81', '82', '84', '86'], 10),
    result: 'answered',
    endReasons: ['callee_hung_up', 'not_answered'],
  },
];

describe.skipIf(reason)('100 calls on 10 agents, real Asterisk, SIPp and Chromium', () => {
  let centre: RealCentre;
  let browser: Browser;
  let manager: ApiSession;
  const agents: BrowserAgent[] = [];

  beforeAll(async () => {
    centre = await RealCentre.start({ name: 'hundred', portFrom: 9400 });
    browser = await startBrowser();
    manager = await centre.logIn('responsable');
    await manager.addAgents(agentsCount - 1, password);
    const logins = ['agent', ...Array.from({ length: agentsCount - 1 }, (_, index) => `agent-${index + 2}`)];
    for (const login of logins)
      agents.push(await BrowserAgent.takeSeat(browser, centre.origin, login, password, 'g711'));
  });
  afterAll(async () => {
    await browser?.close();
    await centre?.stop();
  });

  it('each ends as its callee did, none is lost, none is made twice, and sound flows both ways', async () => {
    const endings = behaviours.flatMap((behaviour) => behaviour.endings);
    expect(endings).toHaveLength(100);
    const campaignId = await campaignOf(manager, { name: 'Cent appels', wrapUpSeconds: 120, linesMax: 6 });
    const numbers = endings.map((ending, index) => `063998${String(index).padStart(2, '0')}${ending}`);
    await manager.uploadList(campaignId, csvOf(numbers));
    for (const agent of agents) await agent.becomeReady();
    await manager.ask('POST', `/v1/campaigns/${campaignId}/start`);

    let isOver = false;
    const shifts = Promise.all(agents.map((agent) => workUntil(agent, () => isOver)));
    await Promise.race([
      eventually('100 calls have ended and been disposed of', () => allDone(centre), 420_000),
      shifts,
    ]);
    isOver = true;
    const heard = await shifts;

    const attempts = await centre.database.db.selectFrom('attempt').selectAll().execute();
    expect(attempts).toHaveLength(100);
    expect(new Set(attempts.map((attempt) => attempt.phone_number)).size).toBe(100);
    for (const attempt of attempts) {
      const expected = behaviours.find(({ endings: some }) => some.includes(attempt.phone_number.slice(-2)));
      expect(attempt.network_result, attempt.phone_number).toBe(expected?.result);
      expect(expected?.endReasons, attempt.phone_number).toContain(attempt.end_reason);
    }
    expect(centre.invites()).toHaveLength(100);
    await expectSoundAttempts(centre);
    const total = heard
      .flat()
      .reduce((sum, count) => ({ sent: sum.sent + count.sent, received: sum.received + count.received }), {
        sent: 0,
        received: 0,
      });
    expect(total.sent).toBeGreaterThan(1_000);
    expect(total.received).toBeGreaterThan(1_000);
  }, 500_000);
});

/** An agent's shift: hangs up on those who stay, disposes of every call; the packets counted along the way. */
async function workUntil(agent: BrowserAgent, isOver: () => boolean) {
  const heard = [];
  while (!isOver()) {
    const what = await agent.nextMoment();
    if (what === 'call') {
      await agent.page.waitForTimeout(3_500);
      heard.push(await agent.rtp());
      await agent.hangUpIfTalking();
    } else if (what === 'wrap_up') await agent.disposeIfAsked(1);
  }
  return heard;
}

async function allDone(centre: RealCentre): Promise<boolean> {
  const { db } = centre.database;
  const ended = await db.selectFrom('attempt').select('id').where('ended_at', 'is not', null).execute();
  const waiting = await db
    .selectFrom('attempt')
    .select('id')
    .where('connected_at', 'is not', null)
    .where('disposition', 'is', null)
    .execute();
  return ended.length >= 100 && waiting.length === 0;
}

function repeat(endings: readonly string[], times: number): readonly string[] {
  return Array.from({ length: times }, (_, index) => endings[index % endings.length] ?? '');
}
