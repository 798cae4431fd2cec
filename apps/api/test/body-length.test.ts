import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { origin, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let address: string;
beforeAll(async () => {
  api = await startApi();
  address = await api.listen();
});
afterAll(() => api.close());

/** Over a real socket, as Node and browsers write it: without a length the body goes in chunks. */
async function send(
  cookie: string,
  { method, path, body }: { method: string; path: string; body?: string },
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { origin, cookie, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const asked = request(`http://${address}${path}`, { method, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    asked.on('error', reject);
    if (body !== undefined) asked.write(body);
    asked.end();
  });
}

test('a DELETE without a body, which browsers send without a length, does its work', async () => {
  const { cookie } = await api.logIn('superviseur');
  expect(await send(cookie, { method: 'DELETE', path: '/v1/session' })).toBe(204);
});

test('a body in chunks is read, and refused when it is too large', async () => {
  const { cookie } = await api.logIn('responsable');
  const search = { method: 'POST', path: '/v1/suppressions/search' };
  expect(await send(cookie, { ...search, body: '{"phoneNumber":"+33639980001"}' })).toBe(200);
  expect(await send(cookie, { ...search, body: `"${'x'.repeat(1024 * 1024)}"` })).toBe(413);
});
