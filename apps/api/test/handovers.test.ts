import { findUserByLogin } from '@alize/db';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startMailBox } from './mail-box.ts';
import { addOtherClient } from './other-client.ts';
import { placeCall } from './place-call.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { type Ask, askAs, startApi, type TestApi } from './start-api.ts';
import { until } from './until.ts';

interface Handover {
  readonly id: string;
  readonly state: string;
  readonly campaignId: string;
  readonly url: string;
}

let api: TestApi;
let manager: Ask;
let agent: Ask;
let receiver: Receiver;
let mailBox: Awaited<ReturnType<typeof startMailBox>>;
let campaignId: string;
beforeEach(async () => {
  receiver = await startReceiver();
  mailBox = await startMailBox();
  const mail = { url: mailBox.url, from: 'Alizé <fiches@example.org>' };
  api = await startApi({ privateHostsAllowed: ['127.0.0.1'], mail });
  manager = (await api.logIn('responsable')).ask;
  agent = (await api.logIn('agent')).ask;
  await agent('POST', '/v1/agent/sign-in');
  await qualifyInstead();
});
afterEach(async () => {
  receiver.close();
  mailBox.close();
  await api.close();
});

const json = async <T>(response: Promise<Response>): Promise<T> => (await (await response).json()) as T;
const codeOf = async (response: Promise<Response>) => {
  const answer = await response;
  return `${answer.status} ${((await answer.json()) as { code: string }).code}`;
};

/** The demonstration's running campaign qualifies leads, by the script of the one that does. */
async function qualifyInstead(): Promise<void> {
  const { scriptId } = await api.db
    .selectFrom('campaign')
    .select('script_version_id as scriptId')
    .where('kind', '=', 'qualification')
    .executeTakeFirstOrThrow();
  const running = await api.db
    .updateTable('campaign')
    .set({ kind: 'qualification', script_version_id: scriptId })
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirstOrThrow();
  campaignId = running.id;
}

const settings = {
  ...{ isOn: true, emails: ['client@example.org'], hasCsvDrop: true, language: 'fr' },
  rejectionReasons: ['Doublon', 'Hors zone'],
};
const save = (document: object = settings, version = '"0"') =>
  manager('PUT', `/v1/campaigns/${campaignId}/handover`, document, { 'if-match': version });
const good = { projet: 'trois-mois', statut: 'independant', foyer: 3, decideur: 'seul' };

/** An agent qualifies the next lead. */
async function qualify(answers: object = good, disposition = 'success') {
  const call = await placeCall(api, 'agent');
  const set = await agent('PUT', `/v1/agent/call/${call.attemptId}/draft`, { answers });
  expect(set.status).toBe(204);
  const done = await agent('POST', `/v1/agent/call/${call.attemptId}/disposition`, { disposition });
  expect(done.status).toBe(204);
  const ended = { progress: 'ended', ended_at: api.clock.nowMs() } as const;
  await api.db.updateTable('attempt').set(ended).where('id', '=', call.attemptId).execute();
  return call;
}
const all = async () => (await json<{ data: Handover[] }>(manager('GET', '/v1/handovers'))).data;
const see = (id: string) => json<Handover & Record<string, unknown>>(manager('GET', `/v1/handovers/${id}`));
const judge = (id: string, body: object) => manager('POST', `/v1/handovers/${id}/verdict`, body);
const drops = () =>
  json<{ data: { name: string }[] }>(manager('GET', `/v1/campaigns/${campaignId}/handover/drops`));

/** What waits has been sent, or tried. */
const allSent = () =>
  until(async () => {
    await manager('POST', '/v1/webhooks', {});
    const due = await api.db.selectFrom('delivery').select('id').where('state', '=', 'due').execute();
    return due.length === 0;
  });

describe('a qualified lead', () => {
  test('stands in the file of outcomes with its points, its stage and the words of the script', async () => {
    await qualify();
    const file = await (await manager('GET', '/v1/outcomes.csv')).text();
    const [headings, row] = file.split('\r\n');
    expect(headings).toMatch(/Agent;Points;Stade;Réponses$/);
    expect(row).toMatch(/;85;Prêt à souscrire;"?Échéance du projet : Dans les trois mois \| /);
  });

  test('is handed over at once: webhook, e-mail and file', async () => {
    await manager('POST', '/v1/webhooks', { url: receiver.url, kinds: ['lead.qualified'] });
    await save();
    const { attemptId } = await qualify();
    await receiver.until((heard) => heard.length === 1);
    await until(() => mailBox.messages.length === 1);
    await allSent();

    const [handover] = await all();
    expect(handover).toMatchObject({
      ...{ state: 'handed_over', points: 85, stageLabel: 'Prêt à souscrire', attemptId, campaignId },
      ...{ judgedAtMs: null, leadName: expect.any(String), listName: expect.any(String) },
    });
    const detail = await see(handover?.id ?? '');
    expect(detail).toMatchObject({
      answers: expect.arrayContaining([
        { questionId: 'projet', label: 'Échéance du projet', value: 'Dans les trois mois' },
      ]),
      scoreParts: expect.arrayContaining([
        expect.objectContaining({
          questionId: 'projet',
          label: 'Échéance du projet',
          points: expect.any(Number),
        }),
      ]),
      ...{ verdicts: [], lead: { phones: [{ phoneNumber: expect.stringMatching(/^\+33/) }] } },
    });
    const { lead, scoreParts } = detail as unknown as {
      lead: { name: string; phones: { phoneNumber: string }[] };
      scoreParts: { points: number }[];
    };
    expect(scoreParts.reduce((sum, { points }) => sum + points, 0)).toBe(85);

    const told = JSON.parse(receiver.heard[0]?.body ?? '');
    expect(told).toMatchObject({
      type: 'lead.qualified',
      data: {
        ...{ handoverId: handover?.id, campaignId, attemptId, url: detail.url, lead },
        ...{
          answers: good,
          score: { points: 85, stageId: 'chaud', stageLabel: 'Prêt à souscrire', parts: scoreParts },
        },
      },
    });

    const [message] = mailBox.messages;
    expect(message?.to).toBe('client@example.org');
    const text = message?.data.replaceAll('=\r\n', '') ?? '';
    expect(text).toContain(detail.url.replaceAll('=', '=3D'));
    expect(text).toContain(lead.phones[0]?.phoneNumber);

    const [drop] = (await drops()).data;
    const file = await manager('GET', `/v1/campaigns/${campaignId}/handover/drops/${drop?.name}`);
    expect(file.headers.get('content-type')).toContain('text/csv');
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`${handover?.id};`);
    expect(lines[1]).toContain('85;Prêt à souscrire;');
  });

  test.each([
    ['whose campaign hands nothing over', null, good, 'success'],
    ['whose campaign has switched it off', { ...settings, isOn: false }, good, 'success'],
    ['with too few points', settings, { ...good, projet: 'plus-tard', decideur: 'autre' }, 'success'],
    ['that is disqualified', settings, { projet: 'aucun' }, 'success'],
    ['that does not want', settings, good, 'not_interested'],
  ])('none: a lead %s', async (_why, document, answers, disposition) => {
    if (document) await save(document);
    await qualify(answers, disposition);
    await allSent();
    expect(await all()).toEqual([]);
    expect([mailBox.messages, (await drops()).data]).toEqual([[], []]);
  });

  test('is not handed over when its disposition is not stored', async () => {
    await save();
    const call = await placeCall(api, 'agent');
    await agent('PUT', `/v1/agent/call/${call.attemptId}/draft`, { answers: good });
    const twice = { disposition: 'success' };
    await agent('POST', `/v1/agent/call/${call.attemptId}/disposition`, twice);
    expect(await codeOf(agent('POST', `/v1/agent/call/${call.attemptId}/disposition`, twice))).toBe(
      '409 call_not_yours',
    );
    expect(await all()).toHaveLength(1);
  });
});

describe('the client’s verdict', () => {
  let id: string;
  beforeEach(async () => {
    await manager('POST', '/v1/webhooks', { url: receiver.url, kinds: ['handover.judged'] });
    await save({ ...settings, emails: [], hasCsvDrop: false });
    await qualify();
    id = (await all())[0]?.id ?? '';
  });

  test('comes by the api, is told, and counts', async () => {
    expect((await judge(id, { verdict: 'rejected', reason: 'Doublon', comment: 'Déjà client' })).status).toBe(
      200,
    );
    await receiver.until((heard) => heard.length === 1);
    expect(JSON.parse(receiver.heard[0]?.body ?? '').data).toMatchObject({
      ...{ handoverId: id, campaignId, verdict: 'rejected', reason: 'Doublon', comment: 'Déjà client' },
    });
    await qualify();
    const [other] = (await all()).filter((each) => each.id !== id);
    await judge(other?.id ?? '', { verdict: 'accepted' });
    const user = await findUserByLogin(api.db, 'agent');
    const rate = {
      ...{ handedOver: 2, accepted: 1, rejected: 1, waiting: 0 },
      // Wilson's interval of 1 in 2, at 95 %.
      acceptance: { share: 0.5, low: expect.closeTo(0.0945, 3), high: expect.closeTo(0.9055, 3) },
    };
    expect(await json(manager('GET', `/v1/campaigns/${campaignId}/handovers/rates`))).toEqual({
      total: rate,
      byAgent: [{ ...rate, agentId: user?.id, agentName: user?.name }],
      byList: [{ ...rate, listId: expect.any(String), listName: expect.any(String) }],
      byReason: [{ reason: 'Doublon', count: 1 }],
    });
  });

  test('may change; what was said before is kept', async () => {
    await judge(id, { verdict: 'rejected', reason: 'Hors zone' });
    await judge(id, { verdict: 'accepted' });
    await judge(id, { verdict: 'accepted' });
    expect(await see(id)).toMatchObject({
      ...{ state: 'accepted', reason: null },
      verdicts: [{ verdict: 'rejected', reason: 'Hors zone' }, { verdict: 'accepted' }],
    });
    await receiver.until((heard) => heard.length === 2);
  });

  test.each([
    [{ verdict: 'rejected' }, '422 verdict_reason_needed'],
    [{ verdict: 'rejected', reason: 'Autre' }, '422 verdict_reason_unknown'],
    [{ verdict: 'perhaps' }, '400 invalid_request'],
    [{ verdict: 'accepted', extra: 1 }, '400 invalid_request'],
    [{ verdict: 'accepted', comment: 'a'.repeat(1_001) }, '400 invalid_request'],
  ])('that does not fit changes nothing (%#)', async (body, code) => {
    expect(await codeOf(judge(id, body))).toBe(code);
    expect(await see(id)).toMatchObject({ state: 'handed_over', verdicts: [] });
  });

  test('comes by the link too, which shows no more than it needs, for 90 days', async () => {
    const stranger = askAs(api.api, null);
    const token = (await see(id)).url.split('/fiche/')[1] ?? '';
    const page = `/v1/public/handovers/${token}`;
    const shown = await json<Record<string, unknown>>(stranger('GET', page));
    expect(shown).toMatchObject({
      ...{ state: 'handed_over', stageLabel: 'Prêt à souscrire', rejectionReasons: ['Doublon', 'Hors zone'] },
      ...{ clientName: expect.any(String), campaignName: expect.any(String), language: 'fr' },
    });
    expect(Object.keys(shown)).not.toContain('agentName');
    const verdict = { verdict: 'rejected', reason: 'Hors zone', comment: 'En Corse' };
    expect(await json(stranger('POST', `${page}/verdict`, verdict))).toMatchObject({ state: 'rejected' });
    expect(await see(id)).toMatchObject({
      judgedByName: null,
      verdicts: [{ byName: null, comment: 'En Corse' }],
    });

    expect(await codeOf(stranger('POST', `${page}/verdict`, { verdict: 'rejected' }))).toBe(
      '422 verdict_reason_needed',
    );
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [forged, id, 'x', `${id}.`, token.replace(/^handover/, 'lead')])
      expect(await codeOf(stranger('GET', `/v1/public/handovers/${wrong}`))).toBe('404 not_found');
    api.clock.forward(91 * 24 * 3_600_000);
    expect(await codeOf(stranger('GET', page))).toBe('410 link_expired');
    expect(await codeOf(stranger('POST', `${page}/verdict`, { verdict: 'accepted' }))).toBe(
      '410 link_expired',
    );
  });

  test('is nobody else’s to give or to see', async () => {
    const { clientId } = await addOtherClient(api);
    await api.db.updateTable('handover').set({ client_id: clientId }).execute();
    expect(await codeOf(judge(id, { verdict: 'accepted' }))).toBe('404 not_found');
    expect(await codeOf(manager('GET', `/v1/handovers/${id}`))).toBe('404 not_found');
    expect(await all()).toEqual([]);
    expect(await codeOf(agent('GET', '/v1/handovers'))).toBe('403 not_allowed');
  });

  test.each(['csv', 'xlsx'])('stands in the file (%s)', async (format) => {
    await judge(id, { verdict: 'rejected', reason: 'Doublon' });
    const file = await manager('GET', `/v1/handovers.${format}?state=rejected`);
    expect(file.status).toBe(200);
    const bytes = Buffer.from(await file.arrayBuffer());
    if (format === 'xlsx') expect(bytes.subarray(0, 2).toString()).toBe('PK');
    else expect(bytes.toString()).toMatch(/;Prêt à souscrire;Refusée;Doublon;/);
  });
});

describe('how leads are handed over', () => {
  test('is kept by version', async () => {
    const read = await manager('GET', `/v1/campaigns/${campaignId}/handover`);
    expect([read.headers.get('etag'), await read.json()]).toEqual([
      '"0"',
      { isOn: false, emails: [], hasCsvDrop: false, rejectionReasons: [], language: 'fr' },
    ]);
    expect((await save()).headers.get('etag')).toBe('"1"');
    expect(await codeOf(save())).toBe('412 version_stale');
    expect(await codeOf(manager('PUT', `/v1/campaigns/${campaignId}/handover`, settings))).toBe(
      '428 version_needed',
    );
    expect((await save({ isOn: false }, '"1"')).status).toBe(200);
  });

  test.each([
    {},
    { isOn: 'yes' },
    { isOn: true, emails: ['nobody'] },
    { isOn: true, emails: ['a@example.org\r\nBcc: b@example.org'] },
    { isOn: true, rejectionReasons: [''] },
    { isOn: true, other: 1 },
  ])('is refused when it does not fit (%#)', async (document) => {
    expect(await codeOf(save(document))).toBe('400 invalid_request');
    expect((await manager('GET', `/v1/campaigns/${campaignId}/handover`)).headers.get('etag')).toBe('"0"');
  });

  test('is no other client’s', async () => {
    const other = await addOtherClient(api);
    campaignId = other.campaign;
    for (const path of ['handover', 'handovers/rates', 'handover/drops'])
      expect(await codeOf(manager('GET', `/v1/campaigns/${campaignId}/${path}`))).toBe('404 not_found');
    expect(await codeOf(save())).toBe('404 not_found');
    const name = '2026-11-24.csv';
    expect(await codeOf(manager('GET', `/v1/campaigns/${campaignId}/handover/drops/${name}`))).toBe(
      '404 not_found',
    );
    const outside = encodeURIComponent('../../alize.sqlite');
    expect(await codeOf(manager('GET', `/v1/campaigns/${campaignId}/handover/drops/${outside}`))).toBe(
      '400 invalid_request',
    );
  });
});

test('who is forgotten goes from deliveries and files too', async () => {
  await save();
  const { attemptId } = await qualify();
  await qualify();
  await allSent();
  const { phone_number: phoneNumber } = await api.db
    .selectFrom('attempt')
    .select('phone_number')
    .where('id', '=', attemptId)
    .executeTakeFirstOrThrow();
  const file = await json<{ handovers: unknown[]; deliveries: { way: string }[] }>(
    manager('POST', '/v1/compliance/person-file', { phoneNumber }),
  );
  expect(file.handovers).toHaveLength(1);
  expect(file.deliveries.map(({ way }) => way).sort()).toEqual(['csv_drop', 'email']);

  expect((await manager('POST', '/v1/compliance/erasure', { phoneNumber })).status).toBe(200);
  await allSent();
  const [drop] = (await drops()).data;
  const left = await (
    await manager('GET', `/v1/campaigns/${campaignId}/handover/drops/${drop?.name}`)
  ).text();
  expect(left).not.toContain(phoneNumber);
  expect(left.trim().split('\r\n')).toHaveLength(2);
  const payloads = JSON.stringify(await api.db.selectFrom('delivery').select('payload').execute());
  expect(payloads).not.toContain(phoneNumber);
  expect(await all()).toHaveLength(2);
});
