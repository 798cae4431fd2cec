import { findUserByLogin, insertUser } from '@alize/db';
import type { CampaignId, ClientId, SiteId, UserId } from '@alize/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ForecastBody } from '../src/forecast/forecast-job.ts';
import { addMorning, type MorningFigures } from './add-history.ts';
import { addOtherClient } from './other-client.ts';
import { type Ask, origin, startApi, type TestApi } from './start-api.ts';

const zone = 'Indian/Antananarivo';
let api: TestApi;
let manager: Ask;
let survey: CampaignId;
let draft: CampaignId;
let day: string;
let actual: MorningFigures;
beforeAll(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
  const { data } = (await (await manager('GET', '/v1/campaigns')).json()) as {
    data: { id: CampaignId; state: string }[];
  };
  const byState = (state: string) => data.find((each) => each.state === state)?.id;
  const [running, drafted] = [byState('running'), byState('draft')];
  const agent = await findUserByLogin(api.db, 'agent');
  if (!running || !drafted || !agent?.clientId) throw new Error('the demonstration is missing');
  [survey, draft] = [running, drafted];
  await addAgents(agent.clientId, agent.siteId);
  const yesterday = Temporal.Instant.fromEpochMilliseconds(api.clock.nowMs())
    .toZonedDateTimeISO(zone)
    .subtract({ days: 1 })
    .toPlainDate();
  day = yesterday.toString();
  const fromMs = yesterday.toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).epochMilliseconds;
  actual = await addMorning(api, { clientId: agent.clientId, campaignId: survey, fromMs, hours: 4 });
});
afterAll(() => api.close());

/** Three more agents, at the site of the first. */
async function addAgents(clientId: ClientId, siteId: SiteId) {
  for (const login of ['deux', 'trois', 'quatre']) {
    const id: UserId = api.ids.make('user');
    const person = { id, clientId, siteId, role: 'agent', language: 'fr', passwordHash: '' } as const;
    await insertUser(api.db, { ...person, name: login, login }, api.clock.nowMs());
  }
}

const ask = (campaign: string, body: unknown) => manager('POST', `/v1/campaigns/${campaign}/forecast`, body);
async function foretold(campaign: string, body: unknown): Promise<ForecastBody> {
  const response = await ask(campaign, body);
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as ForecastBody;
}
const hours = { from: '09:00', to: '11:00' };
const variant = { name: 'essai', mode: 'progressive', agents: 4, hours } as const;

describe('without calls of its own', () => {
  test('a campaign is foretold by cautious assumptions, and says so', async () => {
    const { basis, variants } = await foretold(draft, {
      variants: [
        { ...variant, leads: 5000 },
        { ...variant, agents: 8, leads: 5000 },
      ],
      runs: 4,
    });
    expect(basis).toMatchObject({ source: 'default', calls: 0, fromMs: null });
    const [four, eight] = variants;
    expect(eight?.contacts.mean).toBeGreaterThan((four?.contacts.mean ?? 0) * 1.6);
    expect(eight?.calls).toBeGreaterThan(four?.calls ?? 0);
  });

  test('a campaign like others of the client is foretold by theirs, and says so', async () => {
    const settings = (await (await manager('GET', `/v1/campaigns/${survey}`)).json()) as object;
    const made = await manager('POST', '/v1/campaigns', { ...settings, name: 'Une autre enquête' });
    const { id } = (await made.json()) as { id: string };
    const { basis } = await foretold(id, { variants: [{ ...variant, leads: 500 }], runs: 1 });
    expect(basis).toMatchObject({ source: 'similar', calls: actual.calls });
  });
});

describe('a campaign with calls of its own', () => {
  test('is foretold by them', async () => {
    const { basis } = await foretold(survey, { variants: [variant], runs: 2 });
    expect(basis).toMatchObject({ source: 'own_history', calls: actual.calls });
    expect(basis.answerShareByHour[10]).toBeCloseTo(0.25, 1);
    expect(basis.talkSeconds.mean).toBeGreaterThan(100);
    expect(basis.talkSeconds.quantiles.filter((each) => each > 50 && each < 150)).toHaveLength(0);
  });

  test('has the same answer when asked twice, whatever runs beside it', async () => {
    const question = { variants: [variant, { ...variant, mode: 'power' }], runs: 3 };
    const answers = await Promise.all([foretold(survey, question), foretold(survey, question)]);
    const [one, other] = answers.map(({ basis: _, ...answer }) => answer);
    expect(one).toEqual(other);
  });

  test('abandons nobody with one call per free agent, and shows the day in steps of five minutes', async () => {
    const { variants, abandonedLimit } = await foretold(survey, {
      variants: [{ ...variant, leads: 2000 }],
      runs: 3,
    });
    const [progressive] = variants;
    expect(progressive?.abandonedShare).toEqual({ mean: 0, p5: 0, p95: 0 });
    expect(progressive?.busyShare.p5).toBeLessThanOrEqual(progressive?.busyShare.p95 ?? 0);
    expect(progressive?.minutes).toHaveLength(24);
    expect(progressive?.minutes[1]?.at).toBe('09:05');
    const [site] = progressive?.costBySite ?? [];
    expect(site?.currency).toBe('MGA');
    // Four agents for two hours at 14,000, and the end of the last talks.
    expect(site?.cost).toBeGreaterThan(0.99 * 112_000);
    expect(site?.cost).toBeLessThan(1.05 * 112_000);
    expect(progressive?.costPerContact?.amount).toBeGreaterThan(0);
    expect(abandonedLimit).toBe(0.03);
  });

  test('says when its leads are used up', async () => {
    const { variants } = await foretold(survey, {
      variants: [
        { ...variant, leads: 20 },
        { ...variant, leads: 50_000 },
      ],
      runs: 2,
    });
    expect(variants[1]?.usedUpAt).toBeNull();
    expect(variants[0]?.leads).toBe(20);
    expect(variants[0]?.calls).toBeLessThan(variants[1]?.calls ?? 0);
  });

  test('is told when fewer runs are made than were asked', async () => {
    const large = { ...variant, agents: 600, leads: 1_000_000, hours: { from: '08:00', to: '09:00' } };
    await api.db.updateTable('trunk').set({ lines_max: 5000, calls_per_second_max: 500 }).execute();
    const { runs, runsAsked } = await foretold(survey, { variants: [large], runs: 50 });
    expect(runsAsked).toBe(50);
    expect(runs).toBeLessThan(50);
    expect(runs).toBeGreaterThan(0);
  });
});

describe('a day that has passed', () => {
  test('is replayed with who worked on it, beside what really happened', async () => {
    const answer = await foretold(survey, {
      day,
      variants: [{ name: 'comme réglée', mode: 'progressive' }],
      runs: 3,
    });
    expect(answer.actual).toMatchObject({ ...actual, agents: 4 });
    expect(answer.actual?.busyShare).toBeGreaterThan(0.2);
    expect(answer.actual?.busyShare).toBeLessThan(0.6);
    // 162 talks of 110 s, by four agents in four hours.
    expect(answer.actual?.talkSecondsPerAgentHour).toBeGreaterThan(1000);
    expect(answer.actual?.talkSecondsPerAgentHour).toBeLessThan(1300);
    expect(answer.actual?.minutes).toHaveLength(48);
    expect(answer.variants[0]).toMatchObject({ agents: 4, hours: { from: '09:00', to: '13:00' } });
    expect(answer.day).toBe(day);
  });

  test.each([
    ['today', 0],
    ['a day without calls', -40],
  ] as const)('%s is refused', async (_, ahead) => {
    const date = Temporal.PlainDate.from(day).add({ days: ahead === 0 ? 1 : ahead });
    const response = await ask(survey, { day: date.toString(), variants: [{ ...variant }] });
    expect([response.status, await response.json()]).toEqual([
      422,
      expect.objectContaining({
        code: 'forecast_day_unknown',
        errors: [expect.objectContaining({ pointer: '/day' })],
      }),
    ]);
  });
});

test.each([
  [{ variants: [] }, 400, '/variants'],
  [{ variants: [variant], speed: 2 }, 400, '/speed'],
  [{ variants: [{ ...variant, agents: 0 }] }, 400, '/variants/0/agents'],
  [{ variants: [variant], runs: 51 }, 400, '/runs'],
  [{ variants: [{ ...variant, agents: undefined }] }, 422, '/variants/0/agents'],
  [{ variants: [variant, { ...variant, hours: { from: '12:00', to: '12:00' } }] }, 422, '/variants/1/hours'],
  [
    {
      variants: [{ ...variant, agents: undefined, teams: [{ siteId: `site_${'0'.repeat(32)}`, agents: 2 }] }],
    },
    422,
    '/variants/0/teams/0/siteId',
  ],
  [{ variants: Array.from({ length: 7 }, () => variant) }, 400, '/variants'],
] as const)('%j is refused, and told where', async (question, status, pointer) => {
  const response = await ask(survey, question);
  const body = (await response.json()) as { errors: { pointer: string; detail: string }[] };
  expect([response.status, body.errors[0]?.pointer]).toEqual([status, pointer]);
  expect(body.errors[0]?.detail.length).toBeGreaterThan(10);
});

test('a field it does not know is refused by name', async () => {
  const response = await ask(survey, { variants: [{ ...variant, boost: 3 }] });
  expect(await response.text()).toContain('boost');
});

describe('when many ask at once', () => {
  const short = { variants: [{ ...variant, hours: { from: '09:00', to: '09:10' } }], runs: 1 };

  test('they wait in line, and beyond four are told to try again', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(survey, short)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('60');
  });

  test('who goes away gives up their turn', async () => {
    const { cookie } = await api.logIn('responsable');
    const leaving = new AbortController();
    const large = { ...variant, mode: 'predictive', agents: 300, leads: 1_000_000 };
    const headers = { origin, cookie, 'content-type': 'application/json' };
    const body = JSON.stringify({ variants: [large], runs: 50 });
    const path = `/v1/campaigns/${survey}/forecast`;
    const given = api.api.app.request(path, { method: 'POST', headers, body, signal: leaving.signal });
    const next = ask(survey, short);
    await manager('GET', '/v1/campaigns');
    leaving.abort();
    expect((await given).status).toBe(503);
    expect((await next).status).toBe(200);
  });
});

test('a supervisor may ask; an agent may not, and another client’s campaign does not exist', async () => {
  const other = await addOtherClient(api);
  const { ask: supervisor } = await api.logIn('superviseur');
  const { ask: agent } = await api.logIn('agent');
  const question = { variants: [{ ...variant, hours: { from: '09:00', to: '09:10' } }], runs: 1 };
  const status = async (who: Ask, id: string) =>
    (await who('POST', `/v1/campaigns/${id}/forecast`, question)).status;
  expect(await status(supervisor, survey)).toBe(200);
  expect(await status(agent, survey)).toBe(403);
  expect(await status(manager, other.campaign)).toBe(404);
});

test('a day on which nobody’s work is on record claims no talk by the hour', async () => {
  await api.db.deleteFrom('event').where('kind', '=', 'agent.changed').execute();
  const { actual: told } = await foretold(survey, { day, variants: [variant], runs: 1 });
  expect(told).toMatchObject({ agents: 0, busyShare: null, talkSecondsPerAgentHour: 0 });
});
