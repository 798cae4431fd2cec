import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addOtherClient } from './other-client.ts';
import { uploader } from './send-file.ts';
import { origin, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let cookie: string;
let uploads: ReturnType<typeof uploader>;
let address: string;
beforeAll(async () => {
  api = await startApi();
  cookie = (await api.logIn('responsable')).cookie;
  uploads = uploader(api, cookie);
  address = await api.listen();
});
afterAll(() => api.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);
const onDisk = (id: string) => readFileSync(join(api.parts.settings.dataFolder, 'uploads', id));
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

async function create(bytesAll: number, fileName = 'liste.csv'): Promise<string> {
  const response = await uploads.create(fileName, bytesAll);
  expect(response.status).toBe(201);
  const { id } = (await response.json()) as { id: string };
  expect(response.headers.get('location')).toBe(`/v1/uploads/${id}`);
  return id;
}

/** Sends a piece over a real connection and cuts it after so many bytes of its body. */
async function cutAfter(id: string, offset: number, piece: Uint8Array, bytes: number): Promise<void> {
  const [host = '', port = ''] = address.split(':');
  const socket = connect(Number(port), host);
  const head = [
    `PATCH /v1/uploads/${id} HTTP/1.1`,
    `Host: ${address}`,
    `Origin: ${origin}`,
    `Cookie: ${cookie}`,
    'Tus-Resumable: 1.0.0',
    `Upload-Offset: ${offset}`,
    'Content-Type: application/offset+octet-stream',
    `Content-Length: ${piece.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await new Promise<void>((resolve) => socket.write(piece.subarray(0, bytes), () => resolve()));
  socket.destroy();
}

describe('a file that is sent in pieces', () => {
  test('is on the disk as it was sent, whatever its pieces', async () => {
    const run = async (file: Uint8Array, cuts: readonly number[]) => {
      const id = await create(file.length);
      const borders = [...new Set(cuts.map((cut) => cut % (file.length + 1)))].sort((a, b) => a - b);
      for (const to of [...borders, file.length]) {
        const from = await uploads.offset(id);
        const response = await uploads.piece(id, from, file.subarray(from, to));
        expect(response.status).toBe(204);
        expect(response.headers.get('upload-offset')).toBe(String(to));
      }
      expect(onDisk(id).equals(Buffer.from(file))).toBe(true);
    };
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), fc.array(fc.nat(3_000), { maxLength: 6 }), run),
      { numRuns: 30 },
    );
  });

  test('comes whole though its connection is cut at any byte, and no byte comes twice', async () => {
    const file = randomBytes(200_000);
    const run = async (cuts: readonly number[]) => {
      const id = await create(file.length);
      for (const bytes of cuts) {
        const from = await uploads.offset(id);
        await cutAfter(id, from, file.subarray(from), Math.min(bytes, file.length - from));
      }
      for (let sent = 0; sent < file.length; ) {
        const from = await uploads.offset(id);
        const response = await uploads.piece(id, from, file.subarray(from));
        // While the server has not noticed the cut yet, or has just written more: ask again.
        expect([204, 409, 423]).toContain(response.status);
        sent = await uploads.offset(id);
      }
      expect(onDisk(id).equals(file)).toBe(true);
    };
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(200_000), { minLength: 1, maxLength: 4 }), run), {
      numRuns: 12,
    });
  });

  test('tells where to go on, and by what name it came', async () => {
    const id = await create(10, 'C:\\liste d’été\u0007.csv');
    await uploads.piece(id, 0, bytesOf('abcd'));
    const head = await uploads.request('HEAD', `/v1/uploads/${id}`, {});
    expect(head.status).toBe(200);
    expect(Object.fromEntries(head.headers)).toMatchObject({
      'tus-resumable': '1.0.0',
      'upload-offset': '4',
      'upload-length': '10',
      'cache-control': 'no-store',
    });
    expect(await head.text()).toBe('');
    const shown = await uploads.request('GET', `/v1/uploads/${id}`, {});
    expect(await shown.json()).toMatchObject({ fileName: 'liste d’été.csv', bytesAll: 10, bytesReceived: 4 });
  });

  test('is where the disk says it is, whatever was noted', async () => {
    const id = await create(6);
    await uploads.piece(id, 0, bytesOf('abc'));
    await api.db
      .updateTable('upload')
      .set({ bytes_received: 1 })
      .where('id', '=', id as 'upload_')
      .execute();
    expect(await uploads.offset(id)).toBe(3);
    expect((await uploads.piece(id, 3, bytesOf('def'))).status).toBe(204);
    expect(onDisk(id).toString()).toBe('abcdef');
  });
});

describe('a piece is refused', () => {
  test('that does not begin where the file ends, and changes nothing', async () => {
    const id = await create(6);
    await uploads.piece(id, 0, bytesOf('abc'));
    for (const offset of [0, 2, 4]) {
      const response = await uploads.piece(id, offset, bytesOf('xyz'));
      expect(response.status).toBe(409);
      expect(await codeOf(response)).toBe('upload_offset_wrong');
    }
    expect(onDisk(id).toString()).toBe('abc');
  });

  test('that is longer than the file was said to be, and nothing of it stays', async () => {
    const id = await create(5);
    await uploads.piece(id, 0, bytesOf('abc'));
    const response = await uploads.piece(id, 3, bytesOf('defg'));
    expect(response.status).toBe(413);
    expect(await codeOf(response)).toBe('upload_longer_than_announced');
    expect(onDisk(id).toString()).toBe('abc');
  });

  test('while another one is on its way', async () => {
    const id = await create(6);
    const slow = new TransformStream<Uint8Array, Uint8Array>();
    const writer = slow.writable.getWriter();
    const first = api.api.app.request(`/v1/uploads/${id}`, {
      method: 'PATCH',
      headers: { origin, cookie, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: slow.readable,
      duplex: 'half',
    } as RequestInit);
    await writer.write(bytesOf('abc'));
    await expect.poll(() => uploads.offset(id)).toBe(3);
    const second = await uploads.piece(id, 3, bytesOf('xyz'));
    expect(second.status).toBe(423);
    await writer.write(bytesOf('def'));
    await writer.close();
    expect((await first).status).toBe(204);
    expect(onDisk(id).toString()).toBe('abcdef');
  });

  test('of any other type', async () => {
    const id = await create(3);
    const response = await uploads.piece(id, 0, bytesOf('abc'), {
      'content-type': 'application/octet-stream',
    });
    expect(response.status).toBe(415);
  });
});

test('a writer whose line is dead gives way, and what it had sent stays', async () => {
  const id = await create(6);
  const dead = new TransformStream<Uint8Array, Uint8Array>();
  const writer = dead.writable.getWriter();
  const first = api.api.app.request(`/v1/uploads/${id}`, {
    method: 'PATCH',
    headers: { origin, cookie, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: dead.readable,
    duplex: 'half',
  } as RequestInit);
  await writer.write(bytesOf('abc'));
  await expect.poll(() => uploads.offset(id)).toBe(3);
  api.clock.forward(10_000);
  expect((await uploads.piece(id, 3, bytesOf('def'))).status).toBe(204);
  expect((await first).status).toBe(204);
  expect(onDisk(id).toString()).toBe('abcdef');
});

describe('an upload is refused', () => {
  test.each([
    ['larger than 4 GiB', { 'upload-length': String(4 * 1024 ** 3 + 1) }, 413, 'upload_too_large'],
    ['of no length', { 'upload-length': '-1' }, 400, 'invalid_request'],
    ['without a name', { 'upload-metadata': 'size MTI=' }, 400, 'file_name_missing'],
    ['in another version of the protocol', { 'tus-resumable': '0.2.2' }, 412, 'tus_version_unknown'],
  ] as const)('%s', async (_, change, status, code) => {
    const response = await uploads.create('liste.csv', 10, change);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
  });

  test('before it has arrived as a whole, to whoever wants to look into it', async () => {
    const id = await create(10);
    await uploads.piece(id, 0, bytesOf('abc'));
    const body = bytesOf('{}');
    const response = await uploads.request(
      'POST',
      `/v1/uploads/${id}/preview`,
      { 'content-type': 'application/json' },
      body,
    );
    expect(response.status).toBe(409);
    expect(await codeOf(response)).toBe('upload_incomplete');
  });

  test('to another client: it is not there', async () => {
    const id = await create(3);
    const other = await addOtherClient(api);
    const administrator = await api.logIn('administrateur');
    await administrator.ask('POST', '/v1/session/client', { clientId: other.clientId });
    const foreign = uploader(api, administrator.cookie);
    expect((await foreign.piece(id, 0, bytesOf('abc'))).status).toBe(404);
    expect((await foreign.request('HEAD', `/v1/uploads/${id}`, {})).status).toBe(404);
    expect((await foreign.request('DELETE', `/v1/uploads/${id}`, {})).status).toBe(404);
  });
});

test('what of tus is spoken here is told to whoever asks', async () => {
  const response = await uploads.request('OPTIONS', '/v1/uploads', {});
  expect(response.status).toBe(204);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'tus-version': '1.0.0',
    'tus-extension': 'creation,termination',
    'tus-max-size': '4294967296',
  });
});

test('what is given up is gone, and so is what nobody has touched for two days', async () => {
  const given = await create(3);
  const old = await create(3);
  expect((await uploads.request('DELETE', `/v1/uploads/${given}`, {})).status).toBe(204);
  expect((await uploads.request('HEAD', `/v1/uploads/${given}`, {})).status).toBe(404);
  expect(existsSync(join(api.parts.settings.dataFolder, 'uploads', given))).toBe(false);
  const { createUploadStore } = await import('../src/upload-store.ts');
  const store = createUploadStore(api.parts);
  api.clock.forward(47 * 3_600_000);
  await store.sweep();
  expect(existsSync(join(api.parts.settings.dataFolder, 'uploads', old))).toBe(true);
  api.clock.forward(2 * 3_600_000);
  await store.sweep();
  expect(existsSync(join(api.parts.settings.dataFolder, 'uploads', old))).toBe(false);
});
