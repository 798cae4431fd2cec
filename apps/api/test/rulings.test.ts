import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, askAs, origin, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let supervisor: Ask;
let cookie: string;
beforeAll(async () => {
  api = await startApi();
  ({ ask: supervisor, cookie } = await api.logIn('superviseur'));
});
afterAll(() => api.close());

const path = '/v1/compliance/rulings';
const ask = (change: object) => supervisor('POST', path, { ...lawful, ...change });
const answerTo = async (change: object) => {
  const response = await ask(change);
  expect(response.status).toBe(200);
  return (await response.json()) as Ruling;
};
const refusing = ({ reasons }: Ruling) =>
  reasons.filter(({ verdict }) => verdict === 'refuses').map(({ ruleId }) => ruleId);

interface Ruling {
  decision: string;
  notBefore?: string;
  reasons: { ruleId: string; verdict: string; citation: string; text: string }[];
}
interface Fault {
  pointer: string;
  detail: string;
}

const consent = {
  object: 'home insurance',
  givenAt: '2026-08-20T14:30:00+02:00',
  proof: 'recording 118',
  informed: true,
};
/** A Tuesday morning in Paris, with all that the law asks. */
const lawful = {
  at: '2026-11-24T10:00:00+01:00',
  number: '06 12 34 56 78',
  person: 'consumer',
  seller: { id: 'insurer-1' },
  purpose: 'sales_consented',
  object: 'home insurance',
  mode: 'predictive',
  callerId: '+33 1 62 00 00 01',
  consents: [consent],
};

describe('a ruling', () => {
  test('allows what the law allows, and cites it', async () => {
    expect(await answerTo({})).toEqual({
      number: '+33612345678',
      decision: 'allow',
      reasons: expect.arrayContaining([
        {
          ruleId: 'FR-CONSENT',
          verdict: 'allows',
          strength: 'LAW',
          citation: expect.stringContaining('L.223-1'),
          text: expect.stringContaining('consentement'),
        },
      ]),
      territory: 'FR',
      territories: ['FR'],
      states: [],
      zones: ['Europe/Paris'],
      lineType: 'mobile',
      pack: expect.stringMatching(/^fr@/),
      packs: [expect.stringMatching(/^fr@/)],
      tzdata: process.versions.tz,
    });
  });

  test('says from when, in UTC and on the person’s clock', async () => {
    const early = await answerTo({ at: '2026-11-24T09:59:59.999+01:00' });
    expect(early).toMatchObject({
      decision: 'after',
      notBefore: '2026-11-24T09:00:00Z',
      notBeforeLocal: '2026-11-24T10:00:00+01:00[Europe/Paris]',
    });
    expect(refusing(early)).toEqual(['FR-HOURS']);
  });

  test('is allowed when asked again at the instant it named', async () => {
    const { notBefore } = await answerTo({ at: '2026-11-28T20:00:00+01:00' });
    expect(await answerTo({ at: notBefore })).toMatchObject({ decision: 'allow' });
  });

  test('blocks, without an instant, what no time makes lawful', async () => {
    const ruling = await answerTo({ consents: [] });
    expect(ruling).toMatchObject({ decision: 'block' });
    expect(ruling).not.toHaveProperty('notBefore');
    expect(refusing(ruling)).toEqual(['FR-CONSENT']);
  });

  test('takes no answer for a no: a consent of which nothing is told does not hold', async () => {
    const { proof: _proof, ...unproven } = consent;
    expect(await answerTo({ consents: [unproven] })).toMatchObject({ decision: 'block' });
    expect(await answerTo({ consents: [{ ...consent, informed: undefined }] })).toMatchObject({
      decision: 'block',
    });
    expect(refusing(await answerTo({ object: undefined }))).toEqual(['unknown_object']);
  });

  test('leaves another seller’s consent to that seller', async () => {
    expect(await answerTo({ consents: [{ ...consent, sellerId: 'other' }] })).toMatchObject({
      decision: 'block',
    });
  });

  test('counts attempts', async () => {
    const attempts = ['02', '05', '09', '12'].map((day) => ({ at: `2026-11-${day}T10:30:00+01:00` }));
    expect(await answerTo({ attempts })).toMatchObject({ decision: 'after' });
    const unreached = attempts.map((one) => ({ ...one, result: 'not_reached' }));
    expect(await answerTo({ attempts: unreached })).toMatchObject({ decision: 'allow' });
  });

  test('uses and cites the law of the day asked about', async () => {
    const registers = { fr_bloctel: { listed: false, checkedAt: '2026-08-01T06:00:00Z' } };
    const before = await answerTo({ at: '2026-08-10T10:00:00+02:00', consents: [], registers });
    expect(before).toMatchObject({ decision: 'allow' });
    const after = await answerTo({ at: '2026-08-11T10:00:00+02:00', consents: [] });
    expect(refusing(after)).toContain('FR-CONSENT');
    const hours = ({ reasons }: Ruling) => reasons.find(({ ruleId }) => ruleId === 'FR-HOURS')?.citation;
    expect(hours(before)).not.toBe(hours(after));
  });

  test('reads a caller ID from the registry as it stands there', async () => {
    const shown = async (change: object) =>
      refusing(await answerTo({ callerId: { number: '0162000001', ...change } }));
    expect(await shown({})).toEqual([]);
    expect(await shown({ registered: false })).toEqual(['caller_id_unregistered']);
    expect(await shown({ allowedModes: ['manual'] })).toEqual(['caller_id_mode']);
    expect(await shown({ validTo: '2026-11-24T10:00:00+01:00' })).toEqual(['caller_id_expired']);
    expect(await shown({ withheld: true })).not.toEqual([]);
  });

  test('reads numbers without + as dialled in the person’s country', async () => {
    expect(
      await answerTo({ number: '020 7946 0018', country: 'GB', callerId: '+442079460019' }),
    ).toMatchObject({ number: '+442079460018', territory: 'GB' });
    expect(await answerTo({ number: '02 69 61 23 45' })).toMatchObject({
      number: '+262269612345',
      territory: 'YT',
    });
  });

  test('asks for the register that a law names', async () => {
    const call = { number: '+44 20 7946 0018', purpose: 'sales_cold', consents: [] };
    const british = { ...call, at: '2026-11-24T11:00:00Z' };
    expect(refusing(await answerTo(british))).toContain('unknown_register');
    const clean = { uk_tps: { listed: false, checkedAt: '2026-11-20T06:00:00Z' } };
    expect(refusing(await answerTo({ ...british, registers: clean }))).not.toContain('unknown_register');
  });

  test('can be made stricter than the law', async () => {
    const hours = { from: '14:00', to: '18:00' };
    expect(await answerTo({ config: { hours } })).toMatchObject({ notBefore: '2026-11-24T13:00:00Z' });
  });

  test('is of this instant when none is given', async () => {
    const { at: _at, ...now } = lawful;
    expect((await supervisor('POST', path, now)).status).toBe(200);
  });
});

describe('the language', () => {
  const said = async (query: string, accepted?: string) => {
    const headers = { origin, cookie, 'content-type': 'application/json' };
    const response = await api.api.app.request(`${path}${query}`, {
      method: 'POST',
      headers: { ...headers, ...(accepted && { 'accept-language': accepted }) },
      body: JSON.stringify(lawful),
    });
    const { reasons } = (await response.json()) as Ruling;
    return reasons.find(({ ruleId }) => ruleId === 'FR-CONSENT')?.text.includes('prior consent')
      ? 'en'
      : 'fr';
  };

  test.each([
    ['', undefined, 'fr'],
    ['', 'en-GB,en;q=0.9', 'en'],
    ['', 'mg, en;q=0.8', 'en'],
    ['?language=en', 'fr', 'en'],
    ['?language=fr', 'en', 'fr'],
  ])('of %j with Accept-Language %j is %s', async (query, accepted, language) => {
    expect(await said(query, accepted)).toBe(language);
  });
});

describe('many numbers', () => {
  test('are ruled on in their order, one that cannot be read by a sentence', async () => {
    const { number: _number, ...question } = lawful;
    const numbers = ['06 12 34 56 78', 'not a number', '+262 639 12 34 56'];
    const response = await supervisor('POST', path, { ...question, numbers });
    const { rulings } = (await response.json()) as { rulings: object[] };
    expect(rulings).toEqual([
      expect.objectContaining({ number: '+33612345678', decision: 'allow' }),
      { number: 'not a number', problem: { code: 'number_unreadable', detail: expect.any(String) } },
      expect.objectContaining({ number: '+262639123456', territory: 'YT' }),
    ]);
  });

  test('may be ten thousand, and no more', async () => {
    const { number: _number, ...question } = lawful;
    const numbers = Array.from({ length: 10_000 }, (_, index) => `+336120${String(index).padStart(5, '0')}`);
    const response = await supervisor('POST', path, { ...question, numbers });
    expect(((await response.json()) as { rulings: object[] }).rulings).toHaveLength(10_000);
    const more = await supervisor('POST', path, { ...question, numbers: [...numbers, '+33612345678'] });
    expect(more.status).toBe(400);
  });
});

describe('a question is refused', () => {
  const faultOf = async (change: object, status: number) => {
    const response = await ask(change);
    expect(response.status).toBe(status);
    return (await response.json()) as { code: string; errors: Fault[] };
  };

  test.each<[string, object, string, string]>([
    ['at its top', { sellers: [] }, '/sellers', 'sellers'],
    ['of the seller', { seller: { id: 'a', size: 3 } }, '/seller/size', 'size'],
    ['of the caller ID', { callerId: { number: '+33162000001', label: 'x' } }, '/callerId/label', 'label'],
    ['of a consent', { consents: [consent, { ...consent, given: 1 }] }, '/consents/1/given', 'given'],
    ['of a contract', { contracts: [{ from: lawful.at, until: 1 }] }, '/contracts/0/until', 'until'],
    ['of a request', { requests: [{ at: lawful.at, by: 1 }] }, '/requests/0/by', 'by'],
    ['of a purchase', { purchases: [{ at: lawful.at, price: 1 }] }, '/purchases/0/price', 'price'],
    ['of an attempt', { attempts: [{ at: lawful.at, agent: 1 }] }, '/attempts/0/agent', 'agent'],
    ['of a refusal', { refusals: [{ at: lawful.at, kind: 'stop', by: 1 }] }, '/refusals/0/by', 'by'],
    ['of the registers', { registers: { xx_dnc: {} } }, '/registers/xx_dnc', 'xx_dnc'],
    ['of the settings', { config: { ringMs: 1 } }, '/config/ringMs', 'ringMs'],
  ])('an unknown field %s is named', async (_, change, pointer, named) => {
    const { errors } = await faultOf(change, 400);
    expect(errors).toEqual([{ pointer, detail: expect.stringContaining(named) }]);
  });

  test.each<[string, object, string]>([
    ['no mode', { mode: undefined }, '/mode'],
    ['no caller ID', { callerId: undefined }, '/callerId'],
    ['an instant without offset', { at: '2026-11-24T10:00:00' }, '/at'],
    ['neither number nor numbers', { number: undefined }, '/number'],
    ['both number and numbers', { numbers: ['+33612345678'] }, '/number'],
    [
      'hours that end before they begin',
      { config: { hours: { from: '18:00', to: '09:00' } } },
      '/config/hours/to',
    ],
    ['a consent without its instant', { consents: [{ proof: 'x' }] }, '/consents/0/givenAt'],
  ])('%s', async (_, change, pointer) => {
    expect((await faultOf(change, 400)).errors.map((one) => one.pointer)).toEqual([pointer]);
  });

  test.each<[string, object, string, string]>([
    ['a number that is none', { number: '12ab' }, '/number', 'number_unreadable'],
    ['a caller ID that is none', { callerId: 'x' }, '/callerId', 'number_unreadable'],
    ['a zone that does not exist', { timeZone: 'Europe/Nowhere' }, '/timeZone', 'time_zone_unknown'],
    ['an offset for a zone', { timeZone: '+03:00' }, '/timeZone', 'time_zone_unknown'],
    ['a law switched off', { config: { off: ['FR-HOURS'] } }, '/config/off/0', 'rule_is_law'],
    ['an unknown rule', { config: { off: ['FR-NONE'] } }, '/config/off/0', 'rule_unknown'],
    [
      'a law set aside',
      { config: { overrides: [{ rule: 'FR-CONSENT', reason: 'x' }] } },
      '/config/overrides/0/rule',
      'rule_is_law',
    ],
    [
      'a code switched off without a reason',
      { config: { off: ['UK-ACR'] } },
      '/config/off/0',
      'rule_kind_wrong',
    ],
  ])('%s', async (_, change, pointer, code) => {
    expect(await faultOf(change, 422)).toMatchObject({
      code,
      errors: [{ pointer, detail: expect.any(String) }],
    });
  });

  test('never with the number in the answer', async () => {
    for (const change of [{ number: '12 34 xx' }, { numbers: ['12 34 xx'] }, { mode: '12 34 xx' }]) {
      expect(await (await ask(change)).text()).not.toContain('12 34 xx');
    }
  });
});

test('agents and strangers do not ask', async () => {
  const agent = (await api.logIn('agent')).ask;
  expect((await agent('POST', path, lawful)).status).toBe(403);
  expect((await askAs(api.api, null)('POST', path, lawful)).status).toBe(401);
});

test('an administrator without a client may ask', async () => {
  const { ask: administrator } = await api.logIn('administrateur');
  expect((await administrator('POST', path, lawful)).status).toBe(200);
});

describe('the OpenAPI document', () => {
  interface Schema {
    description?: string;
    example?: unknown;
    additionalProperties?: boolean;
    properties?: Record<string, Schema>;
    items?: Schema;
    oneOf?: Schema[];
    anyOf?: Schema[];
  }
  /** Every field below, by its path; those of alternatives and of list items too. */
  const fieldsOf = (schema: Schema, at = ''): [string, Schema][] => [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]): [string, Schema][] => [
      [`${at}/${name}`, field],
      ...fieldsOf(field, `${at}/${name}`),
    ]),
    ...[...(schema.items ? [schema.items] : []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap(
      (one) => fieldsOf(one, at),
    ),
  ];
  const objectsOf = (schema: Schema): Schema[] => [
    ...(schema.properties ? [schema] : []),
    ...[
      ...Object.values(schema.properties ?? {}),
      ...(schema.items ? [schema.items] : []),
      ...(schema.oneOf ?? []),
      ...(schema.anyOf ?? []),
    ].flatMap(objectsOf),
  ];
  const operation = async () => {
    const document = (await (await supervisor('GET', '/v1/openapi.json')).json()) as {
      paths: Record<
        string,
        { post: { description: string; requestBody: { content: Record<string, { schema: Schema }> } } }
      >;
    };
    return document.paths[path]?.post;
  };

  test('describes every field of the question, and closes every object', async () => {
    const schema = (await operation())?.requestBody.content['application/json']?.schema ?? {};
    const fields = fieldsOf(schema);
    expect(fields.length).toBeGreaterThan(60);
    const isRegister = (at: string) => /^\/registers\/\w+$/.test(at);
    expect(fields.filter(([at, field]) => !field.description && !isRegister(at)).map(([at]) => at)).toEqual(
      [],
    );
    expect(objectsOf(schema).filter((one) => one.additionalProperties !== false)).toEqual([]);
  });

  test('shows a question that is answered as it stands', async () => {
    const example = (await operation())?.requestBody.content['application/json']?.schema.example;
    const response = await supervisor('POST', path, example);
    expect(await response.json()).toMatchObject({ decision: 'after', notBefore: '2026-11-24T09:00:00Z' });
  });

  test('says which facts each law needs', async () => {
    const description = (await operation())?.description ?? '';
    expect(description).toMatch(/\*\*fr\*\*.*`consents\[\]\.informed`/);
    expect(description).toMatch(/\*\*uk\*\*.*`registers\.uk_tps`/);
  });
});

describe('the rule packs', () => {
  test('are listed with their versions', async () => {
    const response = await supervisor('GET', '/v1/compliance/packs?on=2026-11-23');
    const { data } = (await response.json()) as { data: object[] };
    expect(data).toContainEqual({
      id: 'fr',
      version: expect.any(String),
      name: { fr: 'France', en: 'France' },
      territories: expect.arrayContaining(['FR', 'YT']),
      readOn: expect.any(String),
      rulesCount: expect.any(Number),
      inForceCount: expect.any(Number),
    });
  });

  test('say of each rule whether it was in force on a day, from the first to before the last', async () => {
    const inForce = async (on: string) => {
      const response = await supervisor('GET', `/v1/compliance/packs/fr?on=${on}`);
      const { rules } = (await response.json()) as { rules: { id: string; inForce: boolean }[] };
      return rules.filter((rule) => rule.inForce).map(({ id }) => id);
    };
    expect(await inForce('2026-08-10')).not.toContain('FR-CONSENT');
    expect(await inForce('2026-08-11')).toContain('FR-CONSENT');
    expect((await inForce('2026-08-10')).filter((id) => id === 'FR-HOURS')).toHaveLength(1);
    expect((await inForce('2026-08-11')).filter((id) => id === 'FR-HOURS')).toHaveLength(1);
  });

  test('give a rule with all that is written of it', async () => {
    const response = await supervisor('GET', '/v1/compliance/packs/fr?on=2026-11-23');
    const { rules } = (await response.json()) as { rules: { id: string }[] };
    expect(rules.find(({ id }) => id === 'FR-CONSENT')).toEqual({
      id: 'FR-CONSENT',
      about: 'lead',
      purposes: expect.arrayContaining(['sales_cold']),
      condition: { persons: ['consumer'] },
      effect: 'needs',
      value: { anyOf: [expect.objectContaining({ by: 'consent', daysMax: 365 })] },
      liftedBy: [],
      needs: [],
      validFrom: '2026-08-11',
      validTo: null,
      inForce: true,
      strength: 'LAW',
      citation: expect.stringContaining('L.223-1'),
      status: 'verified',
      text: { fr: expect.any(String), en: expect.any(String) },
    });
  });

  test('that do not exist are not found, and a day that is none is refused', async () => {
    expect((await supervisor('GET', '/v1/compliance/packs/xx')).status).toBe(404);
    expect((await supervisor('GET', '/v1/compliance/packs?on=2026-02-30')).status).toBe(400);
  });
});

describe('with what is on record', () => {
  const number = '+33612345699';
  const onRecord = async (change: object) => {
    const { id } = await api.db.selectFrom('client').select('id').executeTakeFirstOrThrow();
    const question = { ...lawful, number, seller: { id }, ...change };
    return supervisor('POST', `${path}?record=true`, question);
  };

  test('the client’s own suppression counts, and only when it is asked for', async () => {
    const { ask: manager } = await api.logIn('responsable');
    const entry = { phoneNumber: number, reason: 'opposition' };
    expect((await manager('POST', '/v1/suppressions', entry)).status).toBe(201);
    const ruling = (await (await onRecord({})).json()) as Ruling;
    expect(refusing(ruling)).toEqual(['suppressed']);
    expect(await answerTo({ number })).toMatchObject({ decision: 'allow' });
  });

  test('a consent on record does what one in the question does', async () => {
    const { ask: manager } = await api.logIn('responsable');
    const phoneNumber = '+33612345688';
    const record = {
      phoneNumber,
      object: 'home insurance',
      form: 'express',
      proof: 'form 3',
      wasInformed: true,
    };
    const givenAtMs = api.clock.nowMs() - 86_400_000;
    expect((await manager('POST', '/v1/consents', { ...record, givenAtMs })).status).toBe(201);
    const ruling = (await (await onRecord({ number: phoneNumber, consents: [] })).json()) as Ruling;
    expect(refusing(ruling)).toEqual([]);
  });

  test('is for one number, of the client that asks', async () => {
    const several = await onRecord({ number: undefined, numbers: [number] });
    expect(several.status).toBe(400);
    expect(((await several.json()) as { errors: Fault[] }).errors[0]?.pointer).toBe('/numbers');
    const others = await onRecord({ seller: { id: 'insurer-1' } });
    expect(others.status).toBe(400);
    expect(((await others.json()) as { errors: Fault[] }).errors[0]?.pointer).toBe('/seller/id');
  });
});
