import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ask, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
beforeEach(async () => {
  api = await startApi();
  manager = (await api.logIn('responsable')).ask;
});
afterEach(() => api.close());

const hours = { zone: 'Europe/Paris', windows: [] };
const url = 'https://hook.example.org/';

test.each([
  ['PATCH', '/v1/scripts', { name: 'a\0b' }, '/name'],
  ['POST', '/v1/calendars', { name: 'Agence', hours, skills: ['a', '\0'] }, '/skills/1'],
  ['POST', '/v1/webhooks', { url, description: 'a\0b' }, '/description'],
  ['GET', '/v1/appointments?cursor=%00', undefined, '/cursor'],
  ['GET', '/v1/handovers?cursor=%00', undefined, '/cursor'],
])(
  'a character that no store takes is refused with its place: %s %s',
  async (method, path, body, pointer) => {
    const script = await api.db.selectFrom('script').select('id').executeTakeFirstOrThrow();
    const asked = path === '/v1/scripts' ? `${path}/${script.id}` : path;
    const answer = await manager(method, asked, body);
    const problem = (await answer.json()) as { errors?: { pointer: string }[] };
    expect(answer.status).toBe(400);
    expect(problem.errors?.map((each) => each.pointer)).toEqual([pointer]);
  },
);
