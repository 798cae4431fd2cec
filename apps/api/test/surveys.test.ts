import type { LeadId } from '@alize/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addOtherClient } from './other-client.ts';
import { placeCall } from './place-call.ts';
import { type Ask, askAs, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let agent: Ask;
let manager: Ask;
let campaignId: string;
beforeEach(async () => {
  api = await startApi();
  agent = (await api.logIn('agent')).ask;
  manager = (await api.logIn('responsable')).ask;
  await agent('POST', '/v1/agent/sign-in');
  const { id } = await api.db
    .selectFrom('campaign')
    .select('id')
    .where('kind', '=', 'survey')
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  campaignId = id;
});
afterEach(() => api.close());

const group = (id: string, values: readonly string[]) => ({
  ...{ id, label: id === 'm' ? 'Hommes' : 'Femmes', values, beginnings: [], from: null, to: null },
});
const sex = {
  id: 'sexe',
  label: 'Sexe',
  source: { kind: 'field', field: 'civility' },
  groups: [group('m', ['M']), group('f', ['Mme'])],
};
const settings = (targets: { readonly m: number; readonly f: number }, more: object = {}) => ({
  quotas: {
    dimensions: [sex],
    cells: [
      { key: 'm', target: targets.m },
      { key: 'f', target: targets.f },
    ],
  },
  ...{ weights: null, hasWebLinks: true, webLinkByEmail: true },
  ...more,
});
const path = (rest: string) => `/v1/campaigns/${campaignId}/${rest}`;
const put = async (body: unknown, version = '"0"') =>
  manager('PUT', path('survey'), body, { 'if-match': version });
const json = async <T>(response: Promise<Response> | Response) => (await (await response).json()) as T;

/** A call of the next lead, with these answers, ended so; whose it was. */
const call = async (answers: object, disposition: string, more: object = {}): Promise<LeadId> => {
  const { attemptId } = await placeCall(api, 'agent');
  const stepId = 'stepId' in more ? more.stepId : 'conclusion';
  expect((await agent('PUT', `/v1/agent/call/${attemptId}/draft`, { answers, stepId })).status).toBe(204);
  const { stepId: _, ...body } = { stepId, ...more };
  const ended = await agent('POST', `/v1/agent/call/${attemptId}/disposition`, { disposition, ...body });
  expect([ended.status, await ended.text()]).toEqual([204, '']);
  const row = await api.db
    .updateTable('attempt')
    .set({ progress: 'ended', network_result: 'answered', ended_at: api.clock.nowMs() })
    .where('id', '=', attemptId)
    .returning('lead_id')
    .executeTakeFirstOrThrow();
  return row.lead_id;
};
const whole = {
  ...{ accord: 'oui', titulaire: 'oui', age: '35-49', satisfaction: 8, recommandation: 7 },
  ...{ contact: 'non', attentes: '=SOMME(1;2)' },
};
const states = async () =>
  (await api.db.selectFrom('interview').select('state').orderBy('id').execute()).map(({ state }) => state);
interface Quotas {
  readonly data: readonly { readonly key: string; readonly done: number; readonly leadsLeft: number }[];
  readonly leadsUnsorted: number;
  readonly sorting: unknown;
}
const quotas = () => json<Quotas>(manager('GET', path('quotas')));

describe('the document', () => {
  test('wants its version, refuses a stale one, and sorts the leads', async () => {
    expect((await manager('PUT', path('survey'), settings({ m: 5, f: 5 }))).status).toBe(428);
    const stored = await put(settings({ m: 5, f: 5 }));
    expect([stored.status, stored.headers.get('etag')]).toEqual([200, '"1"']);
    expect((await put(settings({ m: 6, f: 5 }))).status).toBe(412);
    await sorted();
    const now = await quotas();
    expect(now).toMatchObject({ sorting: null, leadsUnsorted: 0 });
    expect(now.data.every(({ leadsLeft }) => leadsLeft > 0)).toBe(true);
  });

  test('is refused with a pointer and a sentence for each fault, and nothing is stored', async () => {
    const [men] = sex.groups;
    const wrong = {
      ...settings({ m: 1.5, f: 2 }),
      weights: [{ dimensionId: 'sexe', shares: { m: 0.4, f: 0.4 } }],
    };
    const refused = await put({
      ...wrong,
      quotas: { ...wrong.quotas, dimensions: [{ ...sex, groups: [men, { ...men, id: 'f' }] }] },
    });
    expect(refused.status).toBe(422);
    const { code, errors } = await json<{ code: string; errors: { pointer: string }[] }>(refused);
    expect([code, errors.map(({ pointer }) => pointer)]).toEqual([
      'survey_invalid',
      ['/quotas/dimensions/0/groups/1', '/quotas/cells/0/target', '/weights/0/shares'],
    ]);
    expect((await quotas()).data).toEqual([]);
  });

  test('of another client, or of a campaign that is no survey, is not there', async () => {
    const other = await addOtherClient(api);
    const { id } = await api.db
      .selectFrom('campaign')
      .select('id')
      .where('client_id', '=', other.clientId)
      .executeTakeFirstOrThrow();
    expect((await manager('GET', `/v1/campaigns/${id}/survey`)).status).toBe(404);
    const plain = await api.db
      .selectFrom('campaign')
      .select('id')
      .where('kind', '!=', 'survey')
      .where('client_id', '!=', other.clientId)
      .executeTakeFirstOrThrow();
    expect((await manager('GET', `/v1/campaigns/${plain.id}/survey/report`)).status).toBe(409);
  });
});

/** Sorting goes on beside requests. */
const sorted = async () => {
  await expect.poll(async () => (await quotas()).sorting, { timeout: 5000, interval: 5 }).toBeNull();
};

describe('calls', () => {
  test('complete an interview, fill its cell, and nobody of a full cell is called', async () => {
    await put(settings({ m: 1, f: 0 }));
    await sorted();
    await call(whole, 'success');
    expect(await states()).toEqual(['complete']);
    expect((await quotas()).data).toMatchObject([{ key: 'm', done: 1 }, { key: 'f' }]);
    await expect(placeCall(api, 'agent')).rejects.toThrow('no lead was claimed');
    await put(settings({ m: 2, f: 0 }), '"1"');
    await call({ accord: 'oui', titulaire: 'non' }, 'out_of_target');
    expect(await states()).toEqual(['complete', 'screened_out']);
  });

  test('keep refusals, break-offs, and what is to go on', async () => {
    await call({ 'said:identification': true }, 'not_interested', { stepId: 'accord' });
    await call({ accord: 'oui' }, 'not_interested', { stepId: 'profil' });
    await call({ accord: 'oui' }, 'callback', { callbackAtMs: api.clock.nowMs() + 3_600_000 });
    await call({}, 'answering_machine', { stepId: null });
    expect(await states()).toEqual(['refusal', 'break_off', 'started']);
  });

  test('put new leads into their cells as they come', async () => {
    await put(settings({ m: 5, f: 5 }));
    const lead = { civility: 'Mme', lastName: 'Essai', phones: [{ number: '0199001299' }] };
    const added = await manager('POST', path('leads'), { leads: [lead] }, { 'idempotency-key': 'une-fois' });
    expect(added.status).toBeLessThan(300);
    const stored = await api.db
      .selectFrom('lead')
      .select('quota_cell')
      .where('last_name', '=', 'Essai')
      .executeTakeFirstOrThrow();
    expect(stored.quota_cell).toBe('f');
  });

  test('put the leads of an imported file into their cells', async () => {
    await put(settings({ m: 5, f: 5 }));
    await sorted();
    const file = 'Téléphone;Civilité;Référence\n0199001291;Mme;L-1\n0199001292;M;L-2\n0199001293;;L-3\n';
    const sent = await manager('POST', path('lists?name=Essai'), new TextEncoder().encode(file));
    expect(sent.status).toBeLessThan(300);
    const cells = () =>
      api.db
        .selectFrom('lead')
        .select(['reference', 'quota_cell as cell'])
        .where('reference', 'in', ['L-1', 'L-2', 'L-3'])
        .where('state', '=', 'open')
        .orderBy('reference')
        .execute();
    await expect.poll(cells, { timeout: 10_000, interval: 20 }).toEqual([
      { reference: 'L-1', cell: 'f' },
      { reference: 'L-2', cell: 'm' },
      { reference: 'L-3', cell: '?' },
    ]);
    expect((await quotas()).leadsUnsorted).toBe(0);
  });

  test('tell the client of the end of an interview and of a cell that is full', async () => {
    await put(settings({ m: 1, f: 0 }));
    await sorted();
    const { client_id } = await api.db
      .selectFrom('campaign')
      .select('client_id')
      .where('id', '=', campaignId as `campaign_${string}`)
      .executeTakeFirstOrThrow();
    await api.db
      .insertInto('webhook')
      .values({
        ...{ id: api.ids.make('webhook'), client_id, url: 'https://example.org/', description: '' },
        ...{ kinds: '["interview.ended","quota.filled"]', secret: '', created_at: 0, changed_at: 0 },
      })
      .execute();
    await call(whole, 'success');
    const told = await api.db.selectFrom('delivery').select('notice_kind').orderBy('notice_kind').execute();
    expect(told.map(({ notice_kind }) => notice_kind)).toEqual(['interview.ended', 'quota.filled']);
  });

  test('are told as events', async () => {
    await call(whole, 'success');
    const rows = await api.db
      .selectFrom('event')
      .select('data')
      .where('kind', '=', 'survey.changed')
      .execute();
    expect(rows.map(({ data }) => JSON.parse(data))).toMatchObject([{ campaignId, state: 'complete' }]);
  });
});

describe('a link', () => {
  const tokenOf = async (leadId: LeadId) => {
    const { url } = await json<{ url: string }>(manager('POST', `/v1/leads/${leadId}/interview-link`, {}));
    return url.split('/enquete/')[1] ?? '';
  };
  const nobody = (method: string, rest: string, body?: unknown) =>
    askAs(api.api, null)(method, `/v1/public/interviews/${rest}`, body);
  const codeOf = async (response: Promise<Response>) => (await json<{ code: string }>(response)).code;

  test('goes on where the call stopped, and closes the lead when all is answered', async () => {
    await put(settings({ m: 100, f: 100 }));
    const leadId = await call({ accord: 'oui' }, 'callback', {
      ...{ callbackAtMs: api.clock.nowMs() + 3_600_000, stepId: 'profil' },
    });
    const token = await tokenOf(leadId);
    const seen = await json<{ fields: object }>(nobody('GET', token));
    expect(seen).toMatchObject({ answers: { accord: 'oui' }, stepId: 'profil', state: 'started' });
    expect(seen.fields).not.toHaveProperty('email');
    expect((await nobody('PUT', `${token}/answers`, { answers: { ...whole, unknown: 1 } })).status).toBe(200);
    expect(await json(nobody('POST', `${token}/complete`))).toEqual({ state: 'complete' });
    const lead = await api.db
      .selectFrom('lead')
      .selectAll()
      .where('id', '=', leadId)
      .executeTakeFirstOrThrow();
    expect(lead).toMatchObject({ state: 'closed', closed_reason: 'success' });
    const kept = await api.db
      .selectFrom('interview')
      .select(['answers', 'channel'])
      .executeTakeFirstOrThrow();
    expect([JSON.parse(kept.answers), kept.channel]).toEqual([whole, 'web']);
    expect(await codeOf(nobody('PUT', `${token}/answers`, { answers: { contact: 'oui' } }))).toBe(
      'interview_over',
    );
  });

  test('is taken up by the next call, which may take an answer back', async () => {
    await put(settings({ m: 100, f: 100 }));
    const leadId = await call({ accord: 'oui' }, 'callback', {
      ...{ callbackAtMs: api.clock.nowMs() + 60_000, stepId: 'profil' },
    });
    const answers = { titulaire: 'oui', age: '65+', contact: 'oui' };
    api.clock.forward(1000);
    expect((await nobody('PUT', `${await tokenOf(leadId)}/answers`, { answers })).status).toBe(200);
    api.clock.forward(120_000);
    expect(await call({ contact: null }, 'not_interested', { stepId: 'profil' })).toBe(leadId);
    const kept = await api.db.selectFrom('interview').select(['answers', 'state']).executeTakeFirstOrThrow();
    expect(kept.state).toBe('break_off');
    expect(JSON.parse(kept.answers)).toEqual({ accord: 'oui', titulaire: 'oui', age: '65+' });
  });

  test('is refused when it is not ours, when answers are missing, and while a call is live', async () => {
    await put(settings({ m: 100, f: 100 }));
    const leadId = await call({}, 'answering_machine');
    const token = await tokenOf(leadId);
    expect(await codeOf(nobody('GET', `${leadId}.forged`))).toBe('not_found');
    expect(await codeOf(nobody('POST', `${token}/complete`))).toBe('answers_missing');
    await api.db.updateTable('lead').set({ state: 'calling' }).where('id', '=', leadId).execute();
    expect(await codeOf(nobody('PUT', `${token}/answers`, { answers: whole }))).toBe('person_in_call');
    await put({ ...settings({ m: 100, f: 100 }), hasWebLinks: false }, '"1"');
    expect(await codeOf(nobody('GET', token))).toBe('link_closed');
  });

  test('is sent by e-mail', async () => {
    await put(settings({ m: 100, f: 100 }));
    const { id } = await api.db
      .updateTable('lead')
      .set({ email: 'claire@example.org' })
      .where('id', 'in', (lead) =>
        lead
          .selectFrom('lead')
          .select('id')
          .where('campaign_id', '=', campaignId as `campaign_${string}`)
          .limit(1),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    const sent = await manager('POST', `/v1/leads/${id}/interview-link`, { byEmail: true });
    expect(await json(sent)).toMatchObject({ isSent: true });
    const delivery = await api.db.selectFrom('delivery').selectAll().executeTakeFirstOrThrow();
    expect(delivery).toMatchObject({ way: 'email', target: 'claire@example.org', lead_id: id });
    expect(delivery.payload).toContain('/enquete/');
  });
});

describe('what the interviews say', () => {
  test('is a report, weighted if asked, and a cross table', async () => {
    await put(
      settings({ m: 100, f: 100 }, { weights: [{ dimensionId: 'sexe', shares: { m: 0.5, f: 0.5 } }] }),
    );
    await sorted();
    for (const satisfaction of [8, 9, 4]) await call({ ...whole, satisfaction }, 'success');
    await call({ accord: 'oui' }, 'not_interested', { stepId: 'profil' });
    interface Report {
      readonly isWeighted: boolean;
      readonly interviews: object;
      readonly response: { readonly RR1: number };
      readonly questions: {
        id: string;
        base: number;
        options: object[];
        numbers: { mean: { value: number } };
      }[];
      readonly steps: { stepId: string; brokeOff: number; reached: number }[];
    }
    const report = await json<Report>(manager('GET', path('survey/report')));
    expect(report).toMatchObject({ isWeighted: false, interviews: { complete: 3, break_off: 1 } });
    expect(report.response.RR1).toBeCloseTo(0.75);
    const satisfaction = report.questions.find(({ id }) => id === 'satisfaction');
    expect(satisfaction).toMatchObject({ base: 3, numbers: { mean: { value: 7 } } });
    expect(report.steps.find(({ stepId }) => stepId === 'profil')).toMatchObject({ brokeOff: 1, reached: 4 });
    expect(await json(manager('GET', path('survey/report?weighted=true')))).toMatchObject({
      isWeighted: true,
    });
    const table = await json(manager('GET', path('survey/table?row=contact&column=dimension:sexe')));
    expect(table).toMatchObject({ base: 3, row: { id: 'contact' } });
    const unknown = await manager('GET', path('survey/table?row=rien&column=contact'));
    expect([unknown.status, await json(unknown)]).toMatchObject([422, { errors: [{ pointer: '/row' }] }]);
  });

  test('is read text by text, found whatever case and accents, and page by page', async () => {
    for (const attentes of ['Un délai plus court', 'Rien', 'Des DELAIS tenus']) {
      await call({ ...whole, attentes }, 'success');
      api.clock.forward(1000);
    }
    interface Texts {
      readonly data: readonly { readonly text: string }[];
      readonly next: string | null;
    }
    const texts = async (query: string) => {
      const { data, next } = await json<Texts>(
        manager('GET', path(`survey/texts?question=attentes${query}`)),
      );
      return { texts: data.map(({ text }) => text), next };
    };
    expect(await texts('')).toEqual({
      texts: ['Des DELAIS tenus', 'Rien', 'Un délai plus court'],
      next: null,
    });
    expect((await texts('&search=d%C3%A9lai')).texts).toEqual(['Des DELAIS tenus', 'Un délai plus court']);
    const first = await texts('&limit=2');
    expect(first.texts).toEqual(['Des DELAIS tenus', 'Rien']);
    expect(await texts(`&limit=2&cursor=${first.next}`)).toEqual({
      texts: ['Un délai plus court'],
      next: null,
    });
    for (const question of ['contact', 'rien']) {
      const unknown = await manager('GET', path(`survey/texts?question=${question}`));
      expect([unknown.status, await json(unknown)]).toMatchObject([
        422,
        { errors: [{ pointer: '/question' }] },
      ]);
    }
  });

  test('names the client and nobody else, and shows no braces', async () => {
    const { id, document } = await api.db
      .selectFrom('script_version')
      .innerJoin('campaign', 'campaign.script_version_id', 'script_version.id')
      .select(['script_version.id', 'script_version.document'])
      .where('campaign.id', '=', campaignId as `campaign_${string}`)
      .executeTakeFirstOrThrow();
    const words = 'Content de {{client}}, {{civility}} {{lastName|vous}} ?';
    const changed = document.replace(/("id":"contact"[^}]*?"label":")[^"]*"/, `$1${words}"`);
    expect(changed).toContain(words);
    await api.db.updateTable('script_version').set({ document: changed }).where('id', '=', id).execute();
    await call(whole, 'success');
    const client = await api.db
      .selectFrom('client')
      .innerJoin('campaign', 'campaign.client_id', 'client.id')
      .select('client.name')
      .where('campaign.id', '=', campaignId as `campaign_${string}`)
      .executeTakeFirstOrThrow();
    for (const rest of [
      'report',
      'variables',
      'table?row=contact&column=channel',
      'data.sps',
      'codebook.html',
    ]) {
      const text = await (await manager('GET', path(`survey/${rest}`))).text();
      expect([rest, text.includes('{{')]).toEqual([rest, false]);
      expect([rest, text.includes(`Content de ${client.name}, [civility] vous ?`)]).toEqual([rest, true]);
    }
  });

  test('is exported, safe in a spreadsheet, in both languages', async () => {
    await call(whole, 'success');
    const text = async (rest: string, language = 'fr') =>
      (await manager('GET', path(`survey/${rest}`), undefined, { 'accept-language': language })).text();
    const csv = await text('data.csv');
    const [headings = '', row = ''] = csv.split('\r\n');
    expect(headings).toMatch(/^interview,state,channel,started,seconds,interviewer,weight,/);
    expect(row).toContain("'=SOMME(1;2)");
    expect(await text('data.sps')).toContain('GET DATA /TYPE=TXT');
    expect(await text('codebook.html')).toContain('Dictionnaire des codes');
    const sav = await (await manager('GET', path('survey/data.sav'))).arrayBuffer();
    expect(new TextDecoder().decode(sav.slice(0, 4))).toBe('$FL2');
  });
});

test('the interview is in the person’s file, and their answers go with an erasure', async () => {
  const leadId = await call(whole, 'success');
  const { phone_number } = await api.db
    .selectFrom('lead')
    .select('phone_number')
    .where('id', '=', leadId)
    .executeTakeFirstOrThrow();
  const person = { phoneNumber: phone_number };
  const file = await (await manager('POST', '/v1/compliance/person-file', person)).text();
  expect(file).toContain('35-49');
  const erased = await manager('POST', '/v1/compliance/erasure', { ...person, keepSuppressed: true });
  expect(erased.status).toBeLessThan(300);
  const kept = await api.db.selectFrom('interview').selectAll().executeTakeFirstOrThrow();
  expect(kept).toMatchObject({ answers: '{}', lead_id: null, state: 'complete' });
});
