import { expect, test } from 'vitest';
import { ApiProblem } from '../../../shared/api.ts';
import { FileUpload } from './file-upload.ts';
import { rememberedIn } from './remembered-uploads.ts';
import type { Send, UploadRequest } from './send.ts';

const id = `upload_${'0'.repeat(32)}`;
const lost = () => new ApiProblem({ code: 'unreachable', status: 0, detail: '' });
const file = new File(['é'.repeat(1_500_000)], 'clients.csv', { lastModified: 1 });

/** A server of one upload, which may lose the connection before or after it has taken a chunk. */
function tusServer() {
  const held: Uint8Array[] = [];
  const asked: string[] = [];
  const faults: ('before' | 'after' | 'gone')[] = [];
  const bytes = () => held.reduce((sum, chunk) => sum + chunk.length, 0);
  const answer = (headers: Record<string, string>) => ({ header: (name: string) => headers[name] ?? null });
  const send: Send = async ({ method, headers, body }: UploadRequest) => {
    asked.push(`${method} ${headers['upload-offset'] ?? ''}`.trim());
    const fault = method === 'POST' ? undefined : faults.shift();
    if (fault === 'before') throw lost();
    if (fault === 'gone') throw new ApiProblem({ code: 'not_found', status: 404, detail: '' });
    if (method === 'POST') return answer({ location: `/v1/uploads/${id}` });
    if (method === 'PATCH') {
      if (headers['upload-offset'] !== String(bytes())) {
        throw new ApiProblem({ code: 'conflict', status: 409, detail: '' });
      }
      held.push(new Uint8Array((await body?.arrayBuffer()) ?? new ArrayBuffer()));
    }
    if (fault === 'after') throw lost();
    return answer({ 'upload-offset': String(bytes()) });
  };
  return { send, asked, faults, text: () => new Blob(held.map((each) => each.slice())).text() };
}

function surroundings(send: Send) {
  const stored = new Map<string, string>();
  const waits: number[] = [];
  let nowMs = 0;
  const remembered = rememberedIn({
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
  });
  const wait = async (ms: number) => {
    waits.push(ms);
    nowMs += ms;
  };
  return { send, remembered, wait, waits, nowMs: () => (nowMs += 100) };
}

test('sends the whole file in chunks', async () => {
  const server = tusServer();
  const upload = new FileUpload(file, surroundings(server.send));
  await upload.start();
  expect(upload.status()).toMatchObject({ state: { kind: 'done', id }, bytesSent: 3_000_000 });
  expect(await server.text()).toBe(await file.text());
  expect(server.asked).toEqual(['POST', 'PATCH 0', 'PATCH 1048576']);
});

test.each(['before', 'after'] as const)(
  'goes on after a connection lost %s a chunk arrived',
  async (when) => {
    const server = tusServer();
    server.faults.push(when);
    const around = surroundings(server.send);
    const upload = new FileUpload(file, around);
    await upload.start();
    expect(upload.status().state.kind).toBe('done');
    expect(await server.text()).toBe(await file.text());
    expect(around.waits).toEqual([1000]);
  },
);

test('waits longer each time, and half a minute at most', async () => {
  const server = tusServer();
  server.faults.push('before', 'before', 'before', 'before', 'before', 'before', 'before');
  const around = surroundings(server.send);
  await new FileUpload(file, around).start();
  expect(around.waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('the same file chosen again goes on where it stopped', async () => {
  const server = tusServer();
  const around = surroundings(server.send);
  const first = new FileUpload(file, around);
  first.subscribe(() => first.status().bytesSent > 0 && first.pause());
  await first.start();
  expect(first.status().state.kind).toBe('paused');
  const second = new FileUpload(new File([file], file.name, { lastModified: 1 }), around);
  await second.start();
  expect(await server.text()).toBe(await file.text());
  expect(server.asked.filter((each) => each === 'POST')).toHaveLength(1);
});

test('begins anew when the server has forgotten the upload', async () => {
  const server = tusServer();
  const around = surroundings(server.send);
  around.remembered.keep(file, `upload_${'1'.repeat(32)}`);
  server.faults.push('gone');
  const upload = new FileUpload(file, around);
  await upload.start();
  expect(upload.status().state.kind).toBe('done');
  expect(server.asked.slice(0, 2)).toEqual(['HEAD', 'POST']);
});

test('gives up at once what no waiting mends', async () => {
  const refusal = new ApiProblem({ code: 'too_large', status: 413, detail: 'Trop grand.' });
  const around = surroundings(() => Promise.reject(refusal));
  const upload = new FileUpload(file, around);
  await upload.start();
  expect(upload.status().state).toEqual({ kind: 'failed', error: refusal });
  expect(around.waits).toEqual([]);
});

test('a cancelled upload is taken from the server, and the same file begins anew', async () => {
  const server = tusServer();
  const around = surroundings(server.send);
  const upload = new FileUpload(file, around);
  upload.subscribe(() => upload.status().bytesSent > 0 && upload.pause());
  await upload.start();
  await upload.cancel();
  expect(server.asked.at(-1)).toBe('DELETE');
  expect(around.remembered.find(file)).toBeNull();
});
