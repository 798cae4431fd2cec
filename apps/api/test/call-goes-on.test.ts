import type { Answers, AttemptId } from '@alize/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeCall } from './place-call.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let agent: Ask;
beforeEach(async () => {
  api = await startApi();
  agent = (await api.logIn('agent')).ask;
  await agent('POST', '/v1/agent/sign-in');
});
afterEach(() => api.close());

interface Call {
  attemptId: AttemptId;
  answers: Answers;
  stepId: string | null;
  goesOnFrom: { attemptId: string; answers: Answers } | null;
  scriptVersionId: string;
  script: { steps: { id: string }[] };
  facts: { seed: number; fields: Record<string, unknown> };
  lead: { id: string };
}
const desk = async () => ((await (await agent('GET', '/v1/agent')).json()) as { call: Call }).call;
const write = async (attemptId: string, body: object) => {
  const response = await agent('PUT', `/v1/agent/call/${attemptId}/draft`, body);
  expect(response.status).toBe(204);
};
const dispose = async (attemptId: string, body: object) => {
  const response = await agent('POST', `/v1/agent/call/${attemptId}/disposition`, body);
  expect(response.status).toBe(204);
};
const answers = { 'said:identification': true, accord: 'oui', titulaire: 'oui', satisfaction: 8 };

/** A first call that stops in the middle with a callback, and the second call to the same person. */
async function callAgain(change: (attemptId: AttemptId) => Promise<void> = async () => {}) {
  const first = await placeCall(api, 'agent');
  await write(first.attemptId, { answers, stepId: 'satisfaction' });
  const callbackAtMs = api.clock.nowMs() + 3_600_000;
  await dispose(first.attemptId, { disposition: 'callback', callbackAtMs });
  await api.db
    .updateTable('attempt')
    .set({ ended_at: api.clock.nowMs(), progress: 'ended' })
    .where('id', '=', first.attemptId)
    .execute();
  await change(first.attemptId);
  api.clock.forward(3_600_001);
  const second = await placeCall(api, 'agent');
  return { first: first.attemptId, second: second.attemptId };
}

describe('a callback', () => {
  test('opens where the last call stopped, also after a reload; the law is said anew', async () => {
    const { first, second } = await callAgain();
    const opened = await desk();
    expect(opened).toMatchObject({ attemptId: second, stepId: 'satisfaction' });
    expect(opened.answers).toEqual({ accord: 'oui', titulaire: 'oui', satisfaction: 8 });
    expect(opened.goesOnFrom).toMatchObject({ attemptId: first, answers });
    await write(second, { answers: { satisfaction: null } });
    const again = await desk();
    expect(again.answers).toEqual({ accord: 'oui', titulaire: 'oui' });
    expect(again).toMatchObject({ goesOnFrom: { attemptId: first }, facts: opened.facts });
  });

  test('has its answers for who never looks at the desk, too', async () => {
    const { second } = await callAgain();
    await write(second, { answers: { recommandation: 9 } });
    await dispose(second, { disposition: 'success' });
    const { data } = await api.db
      .selectFrom('outcome')
      .select('data')
      .where('attempt_id', '=', second)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(data)).toEqual({ accord: 'oui', titulaire: 'oui', satisfaction: 8, recommandation: 9 });
  });

  test('of a newer version keeps only what still fits it', async () => {
    const { second } = await callAgain(async () => {
      const manager = (await api.logIn('responsable')).ask;
      const { data } = (await (await manager('GET', '/v1/campaigns')).json()) as {
        data: { id: string; state: string; scriptVersionId: string }[];
      };
      const campaign = data.find(({ state }) => state === 'running');
      const { scriptId } = (await (
        await manager('GET', `/v1/script-versions/${campaign?.scriptVersionId}`)
      ).json()) as { scriptId: string };
      const question = { id: 'satisfaction', kind: 'scale', label: 'Satisfaction', min: 0, max: 5 };
      const steps = [
        {
          id: 'accord',
          title: 'Accord',
          say: 'Oui ?',
          questions: [{ id: 'accord', kind: 'text', label: 'Accord' }],
        },
        { id: 'note', title: 'Note', say: 'Note ?', questions: [question] },
      ];
      const published = await manager('POST', `/v1/scripts/${scriptId}/versions`, { document: { steps } });
      const { id } = (await published.json()) as { id: string };
      expect((await manager('PATCH', `/v1/campaigns/${campaign?.id}`, { scriptVersionId: id })).status).toBe(
        200,
      );
    });
    expect(await desk()).toMatchObject({ attemptId: second, answers: { accord: 'oui' }, stepId: null });
    expect((await desk()).answers).toEqual({ accord: 'oui' });
  });

  test('looked at by two windows at once begins once', async () => {
    await callAgain();
    const seen = await Promise.all([desk(), desk(), desk()]);
    expect(seen.map((call) => call.answers)).toEqual(Array(3).fill(seen[0]?.answers));
  });
});

test('a call keeps the version it began with when a new one is published meanwhile', async () => {
  await placeCall(api, 'agent');
  const before = await desk();
  const manager = (await api.logIn('responsable')).ask;
  const { scriptId } = (await (
    await manager('GET', `/v1/script-versions/${before.scriptVersionId}`)
  ).json()) as { scriptId: string };
  const document = { steps: [{ id: 'new', title: 'Nouveau', say: 'Nouveau' }] };
  expect((await manager('POST', `/v1/scripts/${scriptId}/versions`, { document })).status).toBe(201);
  expect(await desk()).toEqual(before);
});

test('a first call begins at the first step, with the lead’s fields for conditions', async () => {
  await placeCall(api, 'agent');
  const call = await desk();
  expect(call).toMatchObject({ answers: {}, stepId: null, goesOnFrom: null });
  expect(call.facts.fields).toMatchObject({ 'custom:Contrat': expect.any(String), email: null });
});

test('a lead out of target is closed, and is not called again', async () => {
  const { attemptId } = await placeCall(api, 'agent');
  await dispose(attemptId, { disposition: 'out_of_target' });
  const lead = await api.db
    .selectFrom('lead')
    .innerJoin('attempt', 'attempt.lead_id', 'lead.id')
    .select(['lead.state', 'closed_reason'])
    .where('attempt.id', '=', attemptId)
    .executeTakeFirstOrThrow();
  expect(lead).toEqual({ state: 'closed', closed_reason: 'out_of_target' });
});

describe('what answers put right', () => {
  const fills = [
    { id: 'courriel', kind: 'email', label: 'Courriel', fills: 'email' },
    { id: 'adresse', kind: 'address', label: 'Adresse', fills: 'address' },
    { id: 'statut', kind: 'text', label: 'Statut', fills: 'custom:Statut' },
    { id: 'ville', kind: 'text', label: 'Ville', fills: 'city' },
  ];
  const given = {
    courriel: 'claire@example.org',
    adresse: { street: '3 rue Haute', postalCode: '69003', city: 'Lyon' },
    statut: 'Retraité',
  };

  /** A call whose script asks for these fields. */
  async function callAsking() {
    const { attemptId } = await placeCall(api, 'agent');
    const document = JSON.stringify({
      ...{ format: 2, objections: [], scoring: null, shuffledBlocks: [] },
      steps: [
        {
          ...{
            id: 'a',
            title: 'A',
            say: 'A',
            webSay: '',
            legal: [],
            note: '',
            showIf: null,
            branches: [],
            ending: null,
          },
          questions: fills.map((question) => ({
            ...{ help: '', isRequired: false, options: [], rows: [], min: null, max: null, minLabel: '' },
            ...{ maxLabel: '', showIf: null, isShuffled: false, bands: [] },
            ...question,
          })),
        },
      ],
    });
    await api.db.updateTable('script_version').set({ document }).execute();
    return attemptId;
  }
  const manager = async () => (await api.logIn('responsable')).ask;
  const read = async (path: string) => (await (await (await manager())('GET', path)).json()) as never;

  test('is put right at the disposition, with who, when, from and to', async () => {
    const attemptId = await callAsking();
    const { lead } = await desk();
    const before = (await read(`/v1/leads/${lead.id}`)) as { address: string; city: string };
    await write(attemptId, { answers: given });
    await dispose(attemptId, { disposition: 'not_interested' });
    expect(await read(`/v1/leads/${lead.id}`)).toMatchObject({
      ...{ email: 'claire@example.org', address: '3 rue Haute', postalCode: '69003', city: 'Lyon' },
      custom: { Statut: 'Retraité', Contrat: expect.any(String) },
    });
    const { data } = (await read(`/v1/leads/${lead.id}/changes`)) as { data: { field: string }[] };
    const change = (field: string) => data.find((each) => each.field === field);
    expect(change('address')).toMatchObject({
      ...{ before: before.address, after: '3 rue Haute', byWhom: 'agent', attemptId },
      byName: expect.any(String),
    });
    expect(change('custom:Statut')).toMatchObject({ before: null, after: 'Retraité' });
    expect(change('email')).toMatchObject({ before: null, after: 'claire@example.org' });
  });

  test('of somebody else at the number stays as it is', async () => {
    const attemptId = await callAsking();
    const { lead } = await desk();
    await write(attemptId, { answers: given });
    await dispose(attemptId, { disposition: 'wrong_person' });
    expect((await read(`/v1/leads/${lead.id}/changes`)) as object).toEqual({ data: [] });
  });

  test('by a value that no lead can have is left out, and holds up nothing', async () => {
    const attemptId = await callAsking();
    const { lead } = await desk();
    await write(attemptId, { answers: { ville: 'x'.repeat(9_000), statut: 'Retraité' } });
    await dispose(attemptId, { disposition: 'success' });
    const { data } = (await read(`/v1/leads/${lead.id}/changes`)) as { data: { field: string }[] };
    expect(data.map(({ field }) => field)).toContain('custom:Statut');
  });

  test('a person at the console corrects with history too', async () => {
    const { data } = (await read('/v1/campaigns')) as { data: { id: string; state: string }[] };
    const campaignId = data.find(({ state }) => state === 'draft')?.id;
    const leads = (await read(`/v1/campaigns/${campaignId}/leads`)) as {
      data: { id: string; city: string }[];
    };
    const [lead] = leads.data;
    const ask = await manager();
    expect((await ask('PATCH', `/v1/leads/${lead?.id}`, { city: 'Nantes', comment: 'vu' })).status).toBe(200);
    expect((await ask('PATCH', `/v1/leads/${lead?.id}`, { city: 'Nantes' })).status).toBe(200);
    const changes = (await read(`/v1/leads/${lead?.id}/changes`)) as { data: object[] };
    expect(changes.data).toHaveLength(lead?.city === 'Nantes' ? 1 : 2);
    expect(changes.data).toContainEqual(
      expect.objectContaining({
        field: 'comment',
        before: null,
        after: 'vu',
        byWhom: 'user',
        attemptId: null,
      }),
    );
  });
});

test('the client’s webhooks are told of the disposition and the outcome', async () => {
  const { attemptId } = await placeCall(api, 'agent');
  const { client_id } = await api.db.selectFrom('campaign').select('client_id').executeTakeFirstOrThrow();
  const webhook = { url: 'https://example.org/', description: '', kinds: '[]', secret: '' };
  await api.db
    .insertInto('webhook')
    .values({ id: api.ids.make('webhook'), client_id, ...webhook, created_at: 0, changed_at: 0 })
    .execute();
  await write(attemptId, { answers: { accord: 'oui', satisfaction: 9 } });
  await dispose(attemptId, { disposition: 'success' });
  const told = await api.db.selectFrom('delivery').select(['notice_kind', 'payload']).execute();
  expect(told.map(({ notice_kind }) => notice_kind)).toEqual(
    expect.arrayContaining(['call.disposed', 'outcome.recorded']),
  );
  const outcome = told.find(({ notice_kind }) => notice_kind === 'outcome.recorded');
  expect(JSON.parse(outcome?.payload ?? '{}')).toMatchObject({
    type: 'outcome.recorded',
    data: { attemptId, kind: 'survey', data: { satisfaction: 9 } },
  });
});
