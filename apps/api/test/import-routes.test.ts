import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeCall } from './place-call.ts';
import { sendFile, settled, uploader } from './send-file.ts';
import { type Ask, askAs, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
let cookie: string;
let campaignId: string;
beforeAll(async () => {
  api = await startApi();
  ({ ask: manager, cookie } = await api.logIn('responsable'));
  const campaigns = (await (await manager('GET', '/v1/campaigns')).json()) as {
    data: { id: string; state: string }[];
  };
  campaignId = campaigns.data.find(({ state }) => state === 'running')?.id ?? '';
});
afterAll(() => api.close());

const bytes = (text: string) => new TextEncoder().encode(text);
const send = (text: string, name = 'liste.csv') => sendFile(api, cookie, name, bytes(text));
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

async function begin(uploadId: string, more: object = { listName: 'Essai' }): Promise<string> {
  const response = await manager('POST', `/v1/campaigns/${campaignId}/imports`, { uploadId, ...more });
  expect(response.status).toBe(202);
  const { id, state } = (await response.json()) as { id: string; state: string };
  expect(state).toBe('checking');
  return id;
}
/** Sends a file, has it checked and stored. */
async function bring(text: string, more?: object) {
  const id = await begin(await send(text), more);
  await settled(manager, id, ['checked']);
  expect((await manager('POST', `/v1/imports/${id}/commit`)).status).toBe(202);
  return settled(manager, id, ['imported']);
}
const leadsOf = async (listId: string | null) =>
  ((await (await manager('GET', `/v1/lists/${listId}/leads?limit=200`)).json()) as { data: object[] }).data;

const heading = 'Téléphone;Nom;Ville\n';

describe('a look into a file', () => {
  const look = async (id: string, body: object) => manager('POST', `/v1/uploads/${id}/preview`, body);

  test('shows its rows as they stand and as they will be stored, with what is wrong in words', async () => {
    const id = await send(`${heading}0639986001;MARIN;Paris\n12;Petit;Rennes\n0639986001;Marin;Paris\n`);
    const response = await look(id, {});
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      kind: 'text',
      container: null,
      encoding: 'utf-8',
      delimiter: ';',
      hasHeading: true,
      headings: ['Téléphone', 'Nom', 'Ville'],
      mapping: {
        columns: [
          { kind: 'phone', label: null },
          { kind: 'field', field: 'lastName' },
          { kind: 'field', field: 'city' },
        ],
      },
      rows: [{ line: 2, cells: ['0639986001', 'MARIN', 'Paris'] }, { line: 3 }, { line: 4 }],
      leads: [
        {
          kind: 'lead',
          line: 2,
          fields: { phones: [{ phoneNumber: '+33639986001' }], lastName: 'Marin' },
          changes: [{ change: 'name_case', from: 'MARIN', to: 'Marin', detail: expect.stringMatching(/ /) }],
        },
        { kind: 'error', line: 3, detail: expect.stringMatching(/ /) },
        { kind: 'repeat', line: 4, ofLine: 2 },
      ],
      rowsEstimate: 3,
    });
  });

  test('changes with the mapping and the encoding', async () => {
    const id = await send('a;b\nMarin;0639986002\n');
    const columns = [
      { kind: 'field', field: 'lastName' },
      { kind: 'phone', label: 'mobile' },
    ];
    const response = await look(id, {
      read: { encoding: 'windows-1252' },
      mapping: { columns, constants: [] },
    });
    expect(await response.json()).toMatchObject({
      encoding: 'windows-1252',
      leads: [{ kind: 'lead', fields: { lastName: 'Marin', phones: [{ label: 'mobile' }] } }],
    });
  });

  test('says in words why a file cannot be read', async () => {
    const response = await look(await send('\0\0\0\u0001\u0002'), {});
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      code: 'file_unreadable',
      errors: [{ pointer: expect.stringMatching(/^\/\w+$/), detail: expect.stringMatching(/ /) }],
    });
  });

  test('in a zone that does not exist is refused', async () => {
    const response = await look(await send(heading), { read: { timeZone: 'Lune/Mer' } });
    expect(response.status).toBe(422);
    expect(await codeOf(response)).toBe('time_zone_unknown');
  });

  test('says what is wrong with what is asked', async () => {
    const response = await look(await send(heading), {
      mapping: { columns: [{ kind: 'field', field: 'x' }] },
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_request', errors: expect.any(Array) });
  });
});

describe('an import', () => {
  test('is checked first, with its whole report and nothing stored; then stored, and due', async () => {
    const id = await begin(await send(`${heading}0639986101;Marin;Paris\n12;Petit;Rennes\n`));
    const checked = await settled(manager, id, ['checked']);
    expect(checked).toMatchObject({
      listId: null,
      leadsCount: 0,
      report: {
        rows: 2,
        fates: { added: 1, refused: 1 },
        errors: [{ rows: 1, firstLine: 3, detail: expect.stringMatching(/ /) }],
        file: { delimiter: ';', headings: ['Téléphone', 'Nom', 'Ville'] },
        outlook: { callable: 1 },
      },
    });
    await manager('POST', `/v1/imports/${id}/commit`);
    const imported = await settled(manager, id, ['imported']);
    expect(imported).toMatchObject({ leadsCount: 1, isUndoable: true });
    expect(await leadsOf(imported.listId)).toMatchObject([{ phoneNumber: '+33639986101', state: 'open' }]);
  });

  test('goes into a list that is there, and the list tells of all that came into it', async () => {
    const first = await bring(`${heading}0639986201;Marin;Paris\n`);
    const second = await bring(`${heading}0639986202;Petit;Rennes\n`, { listId: first.listId });
    expect(second.listId).toBe(first.listId);
    const response = await manager('GET', `/v1/lists/${first.listId}/imports`);
    const { data } = (await response.json()) as { data: { id: string }[] };
    expect(data.map(({ id }) => id)).toEqual([second.id, first.id]);
    const all = await (await manager('GET', `/v1/campaigns/${campaignId}/imports`)).text();
    expect(all).toContain(first.id);
  });

  test('is undone as long as nobody was called, and its list keeps that it was there', async () => {
    const imported = await bring(`${heading}0639986301;Marin;Paris\n`);
    expect((await manager('POST', `/v1/imports/${imported.id}/undo`)).status).toBe(202);
    await settled(manager, imported.id, ['undone']);
    expect(await leadsOf(imported.listId)).toEqual([]);
    const { data } = (await (await manager('GET', `/v1/lists/${imported.listId}/imports`)).json()) as {
      data: { state: string; undoneAtMs: number | null }[];
    };
    expect(data).toMatchObject([{ state: 'undone', undoneAtMs: expect.any(Number) }]);
  });

  test('that was given up stores nothing', async () => {
    const id = await begin(await send(`${heading}0639986401;Marin;Paris\n`));
    await settled(manager, id, ['checked']);
    expect((await manager('POST', `/v1/imports/${id}/cancel`)).status).toBe(202);
    const { listId } = await settled(manager, id, ['cancelled']);
    expect(listId).toBeNull();
  });

  test('of what is no list is refused, with a sentence', async () => {
    const id = await begin(await send('\0\0\u0001'));
    const { failure } = await settled(manager, id, ['refused']);
    expect(failure).toMatchObject({
      code: expect.stringMatching(/^\w+$/),
      detail: expect.stringMatching(/ /),
    });
  });

  test('keeps the file it needs from being given up', async () => {
    const uploadId = await send(`${heading}0639986501;Marin;Paris\n`);
    const id = await begin(uploadId);
    await settled(manager, id, ['checked']);
    const response = await manager('DELETE', `/v1/uploads/${uploadId}`);
    expect(response.status).toBe(409);
    expect(await codeOf(response)).toBe('upload_in_use');
  });
});

describe('what comes too late is refused by name', () => {
  const post = async (id: string, deed: string) => {
    const response = await manager('POST', `/v1/imports/${id}/${deed}`);
    return [response.status, await codeOf(response)];
  };

  test('when it is stored', async () => {
    const { id } = await bring(`${heading}0639986601;Marin;Paris\n`);
    expect(await post(id, 'commit')).toEqual([409, 'import_already_imported']);
    expect(await post(id, 'cancel')).toEqual([409, 'import_over']);
  });

  test('when it was refused', async () => {
    const id = await begin(await send('\0\0\u0001'));
    await settled(manager, id, ['refused']);
    expect(await post(id, 'commit')).toEqual([409, 'import_not_checked']);
    expect(await post(id, 'undo')).toEqual([409, 'import_not_imported']);
  });

  test('when somebody of it was called', async () => {
    const { id, listId } = await bring(`${heading}0639986701;Marin;Paris\n`);
    const others = api.db.updateTable('lead').set({ state: 'closed' });
    await others.where('list_id', '!=', listId as 'list_').execute();
    await (await api.logIn('agent')).ask('POST', '/v1/agent/sign-in');
    await placeCall(api, 'agent');
    expect(await post(id, 'undo')).toEqual([409, 'import_called']);
    expect(await (await manager('GET', `/v1/imports/${id}`)).json()).toMatchObject({ isUndoable: false });
  });

  test('when its file has not arrived', async () => {
    const { id } = (await (await uploader(api, cookie).create('a.csv', 100)).json()) as { id: string };
    const asked = { uploadId: id, listName: 'Essai' };
    const response = await manager('POST', `/v1/campaigns/${campaignId}/imports`, asked);
    expect([response.status, await codeOf(response)]).toEqual([409, 'upload_incomplete']);
  });

  test('when it names neither a list nor a name, or both', async () => {
    const uploadId = await send(`${heading}0639986801;Marin;Paris\n`);
    for (const more of [{}, { listName: 'Essai', listId: `list_${'0'.repeat(32)}` }]) {
      const body = { uploadId, ...more };
      expect((await manager('POST', `/v1/campaigns/${campaignId}/imports`, body)).status).toBe(400);
    }
  });
});

describe('rows that became no lead', () => {
  const text = [
    'Téléphone|Nom|Ville|Note',
    '12|Petit|Rennes|"=1+1"',
    '0639986901|Marin|Paris|',
    '+33 12|Grand|"Saint|Malo"|-5',
    '',
  ].join('\r\n');

  test('come in pages, each with a sentence in the language of whoever asks', async () => {
    const imported = await bring(text);
    const first = (await (await manager('GET', `/v1/imports/${imported.id}/errors?limit=1`)).json()) as {
      data: { line: number; detail: string }[];
      next: string;
    };
    expect(first.data.map(({ line }) => line)).toEqual([2]);
    const second = await manager('GET', `/v1/imports/${imported.id}/errors?limit=1&cursor=${first.next}`);
    expect(await second.json()).toMatchObject({ data: [{ line: 4 }], next: null });
  });

  test('are a file of their own columns and delimiter, which corrected comes in again', async () => {
    const imported = await bring(text.replace('0639986901', '0639986902'));
    const response = await manager('GET', `/v1/imports/${imported.id}/bad-rows.csv`);
    expect(response.headers.get('content-disposition')).toContain('bad-rows.csv');
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    const lines = csv.split('\r\n');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(lines[0]).toBe('\uFEFFTéléphone|Nom|Ville|Note|Alizé : ligne|Alizé : raison');
    expect(lines[1]).toMatch(/^12\|Petit\|Rennes\|'=1\+1\|2\|.+ .+/);
    expect(lines[2]).toMatch(/^'\+33 12\|Grand\|"Saint\|Malo"\|'-5\|4\|.+ .+/);
    expect(lines).toHaveLength(4);

    const corrected = csv.replace('12|Petit', '0639986903|Petit').replace("'+33 12|", '0639986904|');
    const again = await bring(corrected, { listId: imported.listId });
    expect(again.report).toMatchObject({ rows: 2, fates: { added: 2, refused: 0 } });
    const found = await manager('GET', `/v1/campaigns/${campaignId}/leads?search=0639986904`);
    const { data } = (await found.json()) as { data: { id: string }[] };
    expect(await (await manager('GET', `/v1/leads/${data[0]?.id}`)).json()).toMatchObject({
      city: 'Saint|Malo',
      comment: '-5',
      custom: {},
    });
  });

  test('corrected only in part come back without columns of before', async () => {
    const imported = await bring('Téléphone;Nom\n12;Petit\n');
    const csv = await (await manager('GET', `/v1/imports/${imported.id}/bad-rows.csv`)).text();
    const again = await bring(csv);
    const second = await (await manager('GET', `/v1/imports/${again.id}/bad-rows.csv`)).text();
    expect(second.split('\r\n')[0]?.match(/Alizé/g)).toHaveLength(2);
  });
});

describe('kept settings', () => {
  const settings = {
    read: {
      ...{ encoding: null, delimiter: ';', hasHeading: true, part: null },
      ...{ country: 'FR', timeZone: 'Europe/Paris' },
    },
    mapping: { columns: [{ kind: 'phone', label: 'mobile' }], constants: [] },
    duplicates: { by: ['number'], within: 'client', days: 30, action: 'update' },
    consentsAreInformed: true,
  };

  test('come back by their name, replace those of the same name, and can be forgotten', async () => {
    const template = { name: 'Assureur', headings: ['Portable'], settings };
    const made = await manager('POST', '/v1/mapping-templates', template);
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const again = await manager('POST', '/v1/mapping-templates', { ...template, headings: ['Mobile'] });
    expect(await again.json()).toMatchObject({ id, headings: ['Mobile'], settings, usedAtMs: null });
    const uploadId = await send('Mobile\n0639986951\n');
    await begin(uploadId, { listName: 'Essai', settings, templateId: id });
    const { data } = (await (await manager('GET', '/v1/mapping-templates')).json()) as { data: object[] };
    expect(data).toMatchObject([{ id, usedAtMs: expect.any(Number) }]);
    expect((await manager('DELETE', `/v1/mapping-templates/${id}`)).status).toBe(204);
    expect((await manager('DELETE', `/v1/mapping-templates/${id}`)).status).toBe(404);
  });
});

describe('a list', () => {
  test('is renamed, switched off and given its share', async () => {
    const { listId } = await bring(`${heading}0639986971;Marin;Paris\n`);
    const change = { name: 'Priorité', isActive: false, share: 60 };
    const response = await manager('PATCH', `/v1/lists/${listId}`, change);
    expect(await response.json()).toMatchObject(change);
    expect(await (await manager('GET', `/v1/lists/${listId}`)).json()).toMatchObject(change);
    expect((await manager('PATCH', `/v1/lists/${listId}`, { share: 0 })).status).toBe(400);
    const supervisor = await api.logIn('superviseur');
    expect((await supervisor.ask('PATCH', `/v1/lists/${listId}`, change)).status).toBe(403);
    expect((await askAs(api.api, null)('PATCH', `/v1/lists/${listId}`, change)).status).toBe(401);
  });
});
