import { expect, test } from 'vitest';
import { ApiProblem, ask } from './api.ts';

const answer = (body: unknown, status = 200) =>
  Promise.resolve(new Response(status === 204 ? null : JSON.stringify(body), { status }));
const refusal = (asked: Promise<Response>) => ask(asked).catch((error: unknown) => error);

test('gives what the api answers, and undefined where there is nothing', async () => {
  expect(await ask(answer({ due: 3 }))).toEqual({ due: 3 });
  expect(await ask(answer(null, 204))).toBeUndefined();
});

test('throws the api’s problem with its code, its sentence and its fields', async () => {
  const errors = [{ pointer: '/name', detail: 'trop court' }, { pointer: 3 }];
  const problem = await refusal(answer({ code: 'invalid_request', detail: 'Incomplet.', errors }, 400));
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({ code: 'invalid_request', status: 400, message: 'Incomplet.' });
  expect(problem).toMatchObject({ errors: [{ pointer: '/name', detail: 'trop court' }] });
});

test('hands over the rules that refuse, and leaves aside what is none', async () => {
  const rule = { rule: 'FR-NPV', strength: 'LAW', citation: 'CPCE L.44', text: 'Un NPV est demandé.' };
  const rules = [rule, { ...rule, strength: 'WISH' }, 'FR-NPV'];
  const problem = await refusal(answer({ code: 'caller_id_unlawful', detail: 'Refusé.', rules }, 422));
  expect(problem).toMatchObject({ rules: [rule] });
});

test('a page of a proxy in the api’s place is an unknown problem, not a crash', async () => {
  const page = Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 }));
  expect(await refusal(page)).toMatchObject({ code: 'unknown', status: 502, message: '' });
});

test('no answer at all is `unreachable`', async () => {
  expect(await refusal(Promise.reject(new TypeError('network')))).toMatchObject({
    code: 'unreachable',
    status: 0,
  });
});
