import { type Ask, origin, type TestApi } from './start-api.ts';

/** A manager's hand on uploads: the requests of tus as a client makes them. */
export function uploader(api: TestApi, cookie: string) {
  const request = (method: string, path: string, headers: Record<string, string>, body?: Uint8Array) =>
    api.api.app.request(path, {
      method,
      headers: { origin, cookie, 'tus-resumable': '1.0.0', ...headers },
      ...(body && { body: Buffer.from(body) }),
    });
  return {
    create: (fileName: string, bytesAll: number, change: Record<string, string> = {}) =>
      request('POST', '/v1/uploads', {
        'upload-length': String(bytesAll),
        'upload-metadata': `filename ${Buffer.from(fileName).toString('base64')}`,
        ...change,
      }),
    piece: (id: string, offset: number, bytes: Uint8Array, change: Record<string, string> = {}) =>
      request(
        'PATCH',
        `/v1/uploads/${id}`,
        {
          'upload-offset': String(offset),
          'content-type': 'application/offset+octet-stream',
          ...change,
        },
        bytes,
      ),
    async offset(id: string): Promise<number> {
      const response = await request('HEAD', `/v1/uploads/${id}`, {});
      return Number(response.headers.get('upload-offset') ?? Number.NaN);
    },
    request,
  };
}

/** Sends a whole file; answers its upload. */
export async function sendFile(api: TestApi, cookie: string, fileName: string, bytes: Uint8Array) {
  const uploads = uploader(api, cookie);
  const { id } = (await (await uploads.create(fileName, bytes.length)).json()) as { id: string };
  const response = await uploads.piece(id, 0, bytes);
  if (response.status !== 204) throw new Error(`a piece was answered ${response.status}`);
  return id;
}

interface Import {
  readonly id: string;
  readonly listId: string | null;
  readonly state: string;
  readonly leadsCount: number;
  readonly failure: { readonly code: string; readonly detail: string } | null;
  readonly isUndoable?: boolean;
  readonly report: {
    readonly rows: number;
    readonly fates: Readonly<Record<string, number>>;
    readonly errors: readonly { readonly code: string; readonly rows: number; readonly detail: string }[];
  } | null;
}

/** An import, asked until it is in one of these states. */
export async function settled(ask: Ask, id: string, states: readonly string[]): Promise<Import> {
  let state = '';
  for (let tries = 0; tries < 2000; tries += 1) {
    const found = (await (await ask('GET', `/v1/imports/${id}`)).json()) as Import;
    if (states.includes(found.state)) return found;
    state = found.state;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`import came to ${state}, never to ${states.join(' or ')}`);
}
