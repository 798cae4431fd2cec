import type { Script } from '@alize/model';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appointmentScript } from '../src/demonstration/appointment-script.ts';
import { qualificationScript } from '../src/demonstration/qualification-script.ts';
import { addOtherClient } from './other-client.ts';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
beforeEach(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
});
afterEach(() => api.close());

const read = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T;
interface Detail {
  id: string;
  name: string;
  newest: { versionId: string; version: number } | null;
  hasDraft: boolean;
  usedBy: { name: string }[];
  document: Script | null;
}
const make = (body: object) =>
  manager('POST', '/v1/scripts', { name: 'Essai', document: appointmentScript, ...body });
const made = async (body: object = {}) => read<Detail>(make(body));
const etag = (response: Response) => response.headers.get('etag') ?? '';
const codeOf = async (response: Response) => [response.status, (await read<{ code: string }>(response)).code];
const onlyStep = { id: 'hello', title: 'Accueil', say: 'Bonjour {{nom}}' };

describe('a script', () => {
  test('is published as version 1, comes back as it was sent, and goes on to version 2', async () => {
    const script = await made();
    expect(script).toMatchObject({
      newest: { version: 1 },
      hasDraft: false,
      usedBy: [],
      document: appointmentScript,
    });
    const next = await manager('POST', `/v1/scripts/${script.id}/versions`, {
      document: { steps: [onlyStep] },
    });
    expect(next.status).toBe(201);
    expect(await next.json()).toMatchObject({ version: 2, name: 'Essai', document: { format: 2 } });
    const versions = await read<{ data: object[] }>(manager('GET', `/v1/scripts/${script.id}/versions`));
    expect(versions.data).toMatchObject([{ version: 2 }, { version: 1 }]);
    const first = await manager('GET', `/v1/script-versions/${script.newest?.versionId}`);
    expect(await first.json()).toMatchObject({ version: 1, document: appointmentScript });
  });

  test('is listed with the campaigns that call with it', async () => {
    const { data } = await read<{ data: Detail[] }>(manager('GET', '/v1/scripts'));
    expect(data.map(({ name, usedBy }) => [name, usedBy.map((use) => use.name)])).toEqual([
      ['Enquête de satisfaction', ['Satisfaction assurés']],
      ['Prise de rendez-vous habitation', ['Rendez-vous bilan habitation']],
      ['Qualification complémentaire santé', ['Qualification complémentaire santé']],
    ]);
  });

  test('bears a name of its own, and can be given another', async () => {
    const script = await made();
    expect(await codeOf(await make({}))).toEqual([409, 'name_taken']);
    const taken = await manager('PATCH', `/v1/scripts/${script.id}`, { name: 'Enquête de satisfaction' });
    expect(await codeOf(taken)).toEqual([409, 'name_taken']);
    const renamed = await manager('PATCH', `/v1/scripts/${script.id}`, { name: 'Autre nom' });
    expect(await renamed.json()).toMatchObject({ name: 'Autre nom', newest: { version: 1 } });
  });

  test.each<[string, unknown, string]>([
    ['a key that is none', { steps: [{ ...onlyStep, tittle: 'x' }] }, '/document/steps/0/tittle'],
    ['a text too long', { steps: [{ ...onlyStep, say: 'x'.repeat(10_001) }] }, '/document/steps/0/say'],
    ['HTML', { steps: [{ ...onlyStep, say: '<b>Bonjour</b>' }] }, '/document/steps/0/say'],
    [
      'a way back',
      { steps: [{ ...onlyStep, branches: [{ when: { kind: 'disqualified' }, goTo: 'hello' }] }] },
      '/document/steps/0/branches/0/goTo',
    ],
    ['no document at all', 'Bonjour', '/document'],
    ['a list', [], '/document'],
  ])('with %s is refused with a pointer, and nothing is stored', async (_name, document, pointer) => {
    const response = await make({ document });
    expect(response.status).toBe(422);
    const problem = await read<{ code: string; errors: { pointer: string; detail: string }[] }>(response);
    expect(problem.code).toBe('script_invalid');
    expect(problem.errors[0]).toMatchObject({ pointer, detail: expect.stringMatching(/\.$/) });
    expect((await read<{ data: unknown[] }>(manager('GET', '/v1/scripts'))).data).toHaveLength(3);
  });

  test('can be removed as long as nothing of it was published', async () => {
    const draft = await made({ name: 'Brouillon', isDraft: true });
    expect((await manager('DELETE', `/v1/scripts/${draft.id}`)).status).toBe(204);
    expect((await manager('GET', `/v1/scripts/${draft.id}`)).status).toBe(404);
    const script = await made();
    expect(await codeOf(await manager('DELETE', `/v1/scripts/${script.id}`))).toEqual([
      409,
      'script_published',
    ]);
    expect((await manager('GET', `/v1/scripts/${script.id}`)).status).toBe(200);
  });

  test('of another client is not there, whatever is asked of it', async () => {
    const other = await addOtherClient(api);
    const path = `/v1/scripts/${other.script}`;
    const document = appointmentScript;
    const match = { 'if-match': '"0"' };
    const answers = [
      await manager('GET', path),
      await manager('PATCH', path, { name: 'À moi' }),
      await manager('DELETE', path),
      await manager('GET', `${path}/versions`),
      await manager('POST', `${path}/versions`, { document }),
      await manager('GET', `/v1/script-versions/${other.scriptversion}`),
      await manager('GET', `${path}/draft`),
      await manager('PUT', `${path}/draft`, { document }, match),
      await manager('DELETE', `${path}/draft`, undefined, match),
      await manager('POST', `${path}/draft/publish`, undefined, match),
      await manager('POST', '/v1/scripts/review', { document, campaignId: other.campaign }),
      await manager('GET', `/v1/script-fields?campaignId=${other.campaign}`),
      await manager('GET', `/v1/leads/${other.lead}/changes`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });
});

describe('a draft', () => {
  const draftOf = (id: string) => manager('GET', `/v1/scripts/${id}/draft`);
  const save = (id: string, document: unknown, version: string) =>
    manager('PUT', `/v1/scripts/${id}/draft`, { document }, version ? { 'if-match': version } : {});
  const unfinished = { steps: [{ id: 'hello' }] };

  test('may lack something, and is published once it does not', async () => {
    const script = await made({ document: unfinished, isDraft: true });
    expect(script).toMatchObject({ newest: null, hasDraft: true, document: null });
    const draft = await draftOf(script.id);
    const publish = (version: string) =>
      manager('POST', `/v1/scripts/${script.id}/draft/publish`, undefined, { 'if-match': version });
    expect(await codeOf(await publish(etag(draft)))).toEqual([422, 'script_invalid']);
    const saved = await save(script.id, { steps: [onlyStep] }, etag(draft));
    expect(await saved.json()).toMatchObject({
      document: { steps: [onlyStep] },
      changedBy: expect.any(String),
    });
    const published = await publish(etag(saved));
    expect(published.status).toBe(201);
    expect(await published.json()).toMatchObject({ version: 1, scriptId: script.id });
    expect(await read<Detail>(manager('GET', `/v1/scripts/${script.id}`))).toMatchObject({
      newest: { version: 1 },
      hasDraft: false,
    });
  });

  test('that somebody else saved meanwhile is not overwritten, nor published, nor thrown away', async () => {
    const { id } = await made();
    const seen = etag(await draftOf(id));
    const answers = await Promise.all([save(id, { steps: [onlyStep] }, seen), save(id, unfinished, seen)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const kept = await read<{ document: Script }>(draftOf(id));
    const winner = answers.find(({ status }) => status === 200);
    expect(kept.document).toEqual((await read<{ document: Script }>(winner as Response)).document);
    const path = `/v1/scripts/${id}/draft`;
    const stale = { 'if-match': seen };
    expect(await codeOf(await manager('POST', `${path}/publish`, undefined, stale))).toEqual([
      412,
      'version_stale',
    ]);
    expect(await codeOf(await manager('DELETE', path, undefined, stale))).toEqual([412, 'version_stale']);
    expect((await read<{ document: Script }>(draftOf(id))).document).toEqual(kept.document);
  });

  test('says which version it is meant for', async () => {
    const { id } = await made();
    expect(await codeOf(await save(id, unfinished, ''))).toEqual([428, 'version_needed']);
  });

  test('thrown away leaves the versions, and its version does not come back', async () => {
    const { id } = await made();
    const saved = await save(id, unfinished, etag(await draftOf(id)));
    const thrown = await manager('DELETE', `/v1/scripts/${id}/draft`, undefined, { 'if-match': etag(saved) });
    expect(thrown.status).toBe(204);
    expect(await read<object>(draftOf(id))).toMatchObject({ document: null, changedBy: null });
    expect(await codeOf(await save(id, unfinished, etag(saved)))).toEqual([412, 'version_stale']);
    expect(await read<Detail>(manager('GET', `/v1/scripts/${id}`))).toMatchObject({ newest: { version: 1 } });
  });
});

describe('a review', () => {
  const found = async (body: object) =>
    (await read<{ data: { code: string }[] }>(manager('POST', '/v1/scripts/review', body))).data.map(
      ({ code }) => code,
    );
  const campaignOf = async (name: string) =>
    (await read<{ data: { id: string; name: string }[] }>(manager('GET', '/v1/campaigns'))).data.find(
      (campaign) => campaign.name === name,
    )?.id;

  test('for a campaign knows its law and its columns', async () => {
    const campaignId = await campaignOf('Rendez-vous bilan habitation');
    expect(await found({ document: appointmentScript, campaignId })).toEqual([]);
    const silent = {
      ...appointmentScript,
      steps: appointmentScript.steps.map((step) => ({ ...step, legal: [] })),
    };
    expect(await found({ document: silent, campaignId })).toEqual(Array(3).fill('legal_missing'));
  });

  test('for what a campaign is to be knows its kind and purpose', async () => {
    const asked = { document: { steps: [onlyStep] }, kind: 'appointment' };
    expect(await found({ ...asked, purpose: 'sales_consented' })).toEqual([
      ...Array(3).fill('legal_missing'),
      ...['ends_without_ending', 'appointment_missing'],
    ]);
    expect(await found({ ...asked, kind: 'survey', purpose: 'survey' })).toEqual(['ends_without_ending']);
  });

  test('finds a placeholder that no column fills', async () => {
    const document = { steps: [{ ...onlyStep, say: '{{Contrat}} {{Échéance}}', ending: 'success' }] };
    expect(await found({ document, kind: 'survey', purpose: 'survey' })).toEqual(['placeholder_unknown']);
  });

  test('takes a draft, and nothing that is no script', async () => {
    const asked = { kind: 'survey', purpose: 'survey' };
    expect(await found({ ...asked, document: { steps: [{ id: 'a' }] } })).toContain('text_missing');
    const wrong = await manager('POST', '/v1/scripts/review', { ...asked, document: { steps: 1 } });
    expect(await codeOf(wrong)).toEqual([422, 'script_invalid']);
    const unknown = await manager('POST', '/v1/scripts/review', { ...asked, document: {}, colour: 'red' });
    expect(unknown.status).toBe(400);
  });
});

test('the fields for scripts are those of every lead and the columns of the client’s lists', async () => {
  const { data } = await read<{ data: { placeholder: { fr: string }; of: string; filledShare: number }[] }>(
    manager('GET', '/v1/script-fields'),
  );
  const shareOf = (name: string) => data.find(({ placeholder }) => placeholder.fr === name)?.filledShare;
  expect([shareOf('nom'), shareOf('courriel'), shareOf('Contrat'), shareOf('agent')]).toEqual([1, 0, 1, 1]);
  expect(data.filter(({ of }) => of === 'column').map(({ placeholder }) => placeholder.fr)).toEqual([
    ...['Assuré depuis', 'Contrat'],
  ]);
});

test('a qualification and a survey hold too', async () => {
  expect((await make({ document: qualificationScript })).status).toBe(201);
});
