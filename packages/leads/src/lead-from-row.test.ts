import { isPhoneNumber, type LeadPhone } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ColumnTarget,
  type CustomType,
  consentParts,
  customTypes,
  type LeadRow,
  leadFieldNames,
  leadFromRow,
  leadFromValues,
  type Mapping,
  type ParsePhones,
  type RowOptions,
  rowReader,
} from './index.ts';

/** E.164 as it stands, and ten digits behind the calling code of the country: all that these tests need. */
const parsePhones: ParsePhones = (text, { country, label, phoneCode }) => {
  const code = phoneCode ?? ({ FR: '33', BE: '32' } as Record<string, string>)[country];
  const e164 = /^0\d{9}$/.test(text) && code !== undefined ? `+${code}${text.slice(1)}` : text;
  if (!isPhoneNumber(e164)) return { kind: 'error', code: 'phone_unreadable' };
  return { kind: 'phones', phones: [{ phoneNumber: e164, label, extension: null }], changes: [] };
};
const phone = '+33199001234';
const other = '+33199005678';

test('a row becomes a lead, each cell in its field', () => {
  const columns = {
    Tél: { kind: 'phone', label: 'home' },
    Réf: field('reference'),
    Civ: field('civility'),
    Prénom: field('firstName'),
    Nom: field('lastName'),
    Société: field('company'),
    Mail: field('email'),
    Naissance: field('birthDate'),
    Rue: field('address'),
    Bât: field('addressExtra'),
    CP: field('postalCode'),
    Ville: field('city'),
    Pays: field('country'),
    État: field('region'),
    Zone: field('timeZone'),
    Note: field('comment'),
    Rang: field('priority'),
    Accord: consent('givenAt'),
    Texte: consent('wording'),
    Origine: consent('source'),
    Preuve: consent('proof'),
    Objet: consent('object'),
    Contrat: custom('text'),
    Interne: { kind: 'ignore' },
  } satisfies Record<string, ColumnTarget>;
  const row = [
    ...[phone, 'C-12', 'Mme', 'Claire', 'Roussel', 'Les Pins', 'claire@exemple.fr', '1967-05-12'],
    ...['12 rue Haute', 'Bât. B', '69003', 'LYON', 'FR', 'ARA', 'Europe/Paris', 'Rappeler', '5'],
    ...['2026-09-01', 'J’accepte', 'Formulaire', 'p. 12', 'Auto', '0042', 'secret'],
  ];
  expect(read(columns, row)).toEqual({
    kind: 'lead',
    fields: {
      phones: [{ phoneNumber: phone, label: 'home', extension: null }],
      reference: 'C-12',
      civility: 'Mme',
      firstName: 'Claire',
      lastName: 'Roussel',
      company: 'Les Pins',
      email: 'claire@exemple.fr',
      birthDate: '1967-05-12',
      address: '12 rue Haute',
      addressExtra: 'Bât. B',
      postalCode: '69003',
      city: 'LYON',
      country: 'FR',
      region: 'ARA',
      timeZone: 'Europe/Paris',
      comment: 'Rappeler',
      priority: 5,
      consent: {
        givenAtMs: Date.parse('2026-08-31T22:00:00Z'),
        wording: 'J’accepte',
        source: 'Formulaire',
        proof: 'p. 12',
        object: 'Auto',
      },
      custom: { text: '0042' },
    },
    changes: [],
  });
});

test('what a row does not say is null, and cells missing at its end are empty', () => {
  const lead = read({ Tél: tel(), Nom: field('lastName'), Contrat: custom('text') }, [phone]);
  expect(lead).toMatchObject({ fields: { lastName: null, priority: 0, consent: null, custom: {} } });
});

describe('every change says its column, what stood there and what is kept', () => {
  test.each<[string, ColumnTarget, string, string, string]>([
    ['a name in capitals', field('lastName'), 'ROUSSEL', 'name_case', 'Roussel'],
    ['a civility', field('civility'), 'Madame', 'civility_read', 'Mme'],
    ['a civility that is none', field('civility'), 'Docteur', 'value_left_out', ''],
    ['a lost zero', field('postalCode'), '1000', 'postal_zero_added', '01000'],
    ['a postal code with its country', field('postalCode'), 'F-75001', 'value_read', '75001'],
    ['a date of birth', field('birthDate'), '12/05/67', 'date_read', '1967-05-12'],
    ['a date of birth that is none', field('birthDate'), 'en mai', 'value_left_out', ''],
    ['an e-mail', field('email'), 'Claire@Exemple.FR', 'email_case', 'Claire@exemple.fr'],
    ['an e-mail that is none', field('email'), 'claire', 'email_left_out', ''],
    ['a country', field('country'), 'Belgique', 'country_read', 'BE'],
    ['a zone', field('timeZone'), 'europe/paris', 'value_read', 'Europe/Paris'],
    ['a consent', consent('givenAt'), '01/09/2026', 'date_read', '2026-08-31T22:00:00.000Z'],
    ['a number', custom('number'), '1 234,5', 'value_read', '1234.5'],
    ['a yes', custom('boolean'), 'oui', 'value_read', 'true'],
    ['a date', custom('date'), '01/09/2026', 'date_read', '2026-09-01'],
    ['a number that nobody knows', custom('number'), 'N/A', 'value_left_out', ''],
    ['the mark of a formula', field('comment'), "'=SUM(A1)", 'formula_mark_taken_off', '=SUM(A1)'],
    ['a text that looks like a formula', field('reference'), '="0042"', 'formula_mark_taken_off', '0042'],
  ])('%s', (_name, target, from, change, to) => {
    const lead = read({ Tél: tel(), Colonne: target }, [phone, from]);
    expect(lead).toMatchObject({ kind: 'lead', changes: [{ change, column: 'Colonne', from, to }] });
  });

  test.each<[string, ColumnTarget]>([
    ['a country', field('country')],
    ['a priority', field('priority')],
    ['a consent', consent('givenAt')],
    ['a second telephone', tel()],
    ['a date', custom('date')],
  ])('%s of which nobody knows anything is left out', (_name, target) => {
    const lead = read({ Tél: tel(), Colonne: target }, [phone, 'N/A']);
    expect(lead).toMatchObject({
      kind: 'lead',
      changes: [{ change: 'value_left_out', from: 'N/A', to: '' }],
    });
  });

  test('spaces around a value are no change', () => {
    expect(read({ Tél: tel(), Nom: field('lastName') }, [` ${phone} `, '\tRoussel\0'])).toMatchObject({
      fields: { lastName: 'Roussel' },
      changes: [],
    });
  });
});

describe('an own value that is not of its column’s type stays the text that it is', () => {
  test.each<[CustomType, string]>([
    ['number', 'douze'],
    ['date', '31/02/2026'],
    ['boolean', 'peut-être'],
  ])('%s: %s', (type, text) => {
    expect(read({ Tél: tel(), Colonne: custom(type) }, [phone, text])).toMatchObject({
      kind: 'lead',
      fields: { custom: { [type]: text } },
      changes: [{ change: 'value_kept_as_text', column: 'Colonne', from: text, to: text }],
    });
  });
});

describe('an error says its column and what stood there', () => {
  test.each<[string, ColumnTarget, string, string]>([
    ['a consent that is no date', consent('givenAt'), 'oui', 'consent_date_unreadable'],
    ['a country that is none', field('country'), 'Narnia', 'country_unreadable'],
    ['a zone that is none', field('timeZone'), 'Paris', 'time_zone_unreadable'],
    ['a calling code that is none', { kind: 'phone_code' }, 'France', 'phone_code_unreadable'],
    ['a priority beyond 99', field('priority'), '100', 'priority_unreadable'],
    ['a reference too long to be found again', field('reference'), 'x'.repeat(201), 'reference_too_long'],
    ['a comment as long as a book', field('comment'), 'x'.repeat(4001), 'field_too_long'],
  ])('%s', (_name, target, text, code) => {
    const value = text.slice(0, 200);
    expect(read({ Tél: tel(), Colonne: target }, [phone, text])).toEqual({
      kind: 'error',
      code,
      column: 'Colonne',
      value,
    });
  });

  test.each<[string, readonly string[], string, string | null, string | null]>([
    ['no number', [''], 'phone_missing', 'Tél', null],
    ['a number that nobody knows', ['-'], 'phone_missing', 'Tél', null],
    ['an unreadable number', ['call me'], 'phone_unreadable', 'Tél', 'call me'],
    ['more cells than headings', [phone, '', 'more'], 'row_too_long', null, 'more'],
  ])('%s', (_name, row, code, column, value) => {
    expect(read({ Tél: tel(), Nom: field('lastName') }, row)).toEqual({ kind: 'error', code, column, value });
  });

  test('empty cells beyond the headings are none', () => {
    expect(read({ Tél: tel() }, [phone, '', ' '])).toMatchObject({ kind: 'lead' });
  });

  test('a column that is ignored may hold anything', () => {
    expect(read({ Tél: tel(), X: { kind: 'ignore' } }, [phone, 'x'.repeat(5000)])).toMatchObject({
      kind: 'lead',
    });
  });
});

describe('telephones', () => {
  const columns = { Domicile: tel('home'), Portable: tel('mobile') };

  test('come in the order of their columns, each with its label', () => {
    expect(phonesOf(read(columns, [phone, other]))).toEqual([
      { phoneNumber: phone, label: 'home', extension: null },
      { phoneNumber: other, label: 'mobile', extension: null },
    ]);
  });

  test('the second serves when the first is empty', () => {
    expect(phonesOf(read(columns, ['', phone]))).toMatchObject([{ phoneNumber: phone, label: 'mobile' }]);
  });

  test('a bad one is left out, and told, when the other is good', () => {
    expect(read(columns, ['call me', phone])).toMatchObject({
      fields: { phones: [{ phoneNumber: phone }] },
      changes: [{ change: 'phone_left_out', column: 'Domicile', from: 'call me', to: '' }],
    });
  });

  test('when none is good the first says why', () => {
    expect(read(columns, ['', 'call me'])).toMatchObject({ code: 'phone_unreadable', column: 'Portable' });
  });

  test('the same in two columns is one', () => {
    const lead = read(columns, [phone, phone]);
    expect(phonesOf(lead)).toHaveLength(1);
    expect(lead).toMatchObject({ changes: [{ change: 'phone_repeated', column: 'Portable' }] });
  });

  const local = '0199005678';

  test.each<[string, string, string]>([
    ['in the country of the row', 'Belgique', '+32'],
    ['in the country of the file when the row has none', '', '+33'],
    ['in the country of the file when it is no number in that of the row', 'Suisse', '+33'],
  ])('are read %s', (_name, country, code) => {
    const lead = read({ Pays: field('country'), Tél: tel() }, [country, local]);
    expect(phonesOf(lead)[0]?.phoneNumber).toBe(code + local.slice(1));
  });

  test('are read behind the calling code of the row, which counts more than its country', () => {
    const lead = read({ Indicatif: { kind: 'phone_code' }, Pays: field('country'), Tél: tel() }, [
      '+32',
      'FR',
      local,
    ]);
    expect(phonesOf(lead)[0]?.phoneNumber).toBe(`+32${local.slice(1)}`);
  });
});

test.each<[string, string, string]>([
  ['a French number', phone, '01000'],
  ['a Belgian number', '+3221234567', '1000'],
])('the postal code 1000 beside %s', (_name, number, code) => {
  expect(read({ Tél: tel(), CP: field('postalCode') }, [number, '1000'])).toMatchObject({
    fields: { postalCode: code },
  });
});

test.each<[string, string, string, string]>([
  ['a country', phone, 'US', 'TX'],
  ['a number', '+12125550123', '', 'TX'],
  ['neither', phone, '', 'Texas'],
])('the state Texas beside %s of North America', (_name, number, country, region) => {
  const columns = { Tél: tel(), Pays: field('country'), État: field('region') };
  expect(read(columns, [number, country, 'Texas'])).toMatchObject({ fields: { region } });
});

describe('constants', () => {
  const constants: Mapping['constants'] = [
    { target: { kind: 'consent', part: 'source' }, value: 'Salon de Lyon' },
    { target: { kind: 'field', field: 'country' }, value: 'France' },
    { target: { kind: 'custom', name: 'Vague', type: 'number' }, value: '3' },
  ];
  const columns = { Tél: tel(), Accord: consent('givenAt'), Origine: consent('source') };

  test('fill what the row leaves empty, and only that', () => {
    expect(read(columns, [phone, '2026-09-01', ''], constants)).toMatchObject({
      fields: { consent: { source: 'Salon de Lyon' }, country: 'FR', custom: { Vague: 3 } },
    });
    expect(read(columns, [phone, '2026-09-01', 'Appel'], constants)).toMatchObject({
      fields: { consent: { source: 'Appel' } },
    });
  });

  test('are told like every change', () => {
    expect(read(columns, [phone], [{ target: field('comment'), value: 'Salon' }])).toMatchObject({
      changes: [{ change: 'constant_used', column: null, from: '', to: 'Salon' }],
    });
  });

  test('may be a telephone, for rows that have none', () => {
    const standard = [{ target: tel('work'), value: other }];
    expect(phonesOf(read(columns, [''], standard))).toMatchObject([{ phoneNumber: other, label: 'work' }]);
    expect(phonesOf(read(columns, [phone], standard))).toMatchObject([{ phoneNumber: phone }]);
  });

  test('make no consent where there is no date', () => {
    expect(read(columns, [phone], constants)).toMatchObject({ kind: 'lead', fields: { consent: null } });
  });
});

test('of two columns for one thing the first that is not empty counts', () => {
  const columns = { A: tel(), B: field('comment'), C: field('comment') };
  expect(read(columns, [phone, '', 'last'])).toMatchObject({ fields: { comment: 'last' } });
  expect(read(columns, [phone, 'first', 'last'])).toMatchObject({ fields: { comment: 'first' } });
});

test('a custom value has its type, and text keeps its zeros', () => {
  const columns = {
    A: tel(),
    B: custom('number'),
    C: custom('boolean'),
    D: custom('date'),
    E: custom('text'),
  };
  expect(read(columns, [phone, '12,5', 'non', '46266', '007'])).toMatchObject({
    fields: { custom: { number: 12.5, boolean: false, date: '2026-09-01', text: '007' } },
  });
});

test('a column named __proto__ is kept like any other', () => {
  const columns = { A: tel(), B: { kind: 'custom', name: '__proto__', type: 'text' } as const };
  const lead = read(columns, [phone, 'kept']);
  expect(lead.kind === 'lead' && Object.entries(lead.fields.custom)).toEqual([['__proto__', 'kept']]);
});

describe('a lead given by its values', () => {
  const options = { parsePhones, country: 'FR', timeZone: 'Europe/Paris' };

  test('is read like a row', () => {
    const lead = leadFromValues(
      {
        phones: [{ number: phone, label: 'mobile' }, { number: other }],
        fields: { lastName: 'ROUSSEL', country: 'France', comment: null },
        consent: { givenAt: '2026-09-01T10:30:00+02:00', source: 'Site' },
        custom: { contrat: '0042', montant: 12.5, actif: true },
      },
      options,
    );
    expect(lead).toMatchObject({
      fields: {
        phones: [
          { phoneNumber: phone, label: 'mobile' },
          { phoneNumber: other, label: null },
        ],
        lastName: 'Roussel',
        country: 'FR',
        comment: null,
        consent: { givenAtMs: Date.parse('2026-09-01T08:30:00Z'), source: 'Site' },
        custom: { contrat: '0042', montant: 12.5, actif: true },
      },
      changes: [
        { change: 'country_read', column: 'country' },
        { change: 'name_case', column: 'lastName' },
      ],
    });
  });

  test.each([
    [{ phones: [] }, 'phone_missing', null],
    [{ phones: [{ number: 'call me' }] }, 'phone_unreadable', 'phones.0'],
    [{ phones: [{ number: phone }], fields: { priority: '1000' } }, 'priority_unreadable', 'priority'],
    [
      { phones: [{ number: phone }], consent: { givenAt: 'oui' } },
      'consent_date_unreadable',
      'consent.givenAt',
    ],
  ])('%j is %s', (values, code, column) => {
    expect(leadFromValues(values, options)).toMatchObject({ kind: 'error', code, column });
  });
});

const targets: fc.Arbitrary<ColumnTarget> = fc.oneof(
  fc.constantFrom(...leadFieldNames).map(field),
  fc.constantFrom(...consentParts).map(consent),
  fc.constantFrom(...customTypes).map((type) => custom(type)),
  fc.constantFrom<ColumnTarget>(tel(), tel('mobile'), { kind: 'phone_code' }, { kind: 'ignore' }),
);

test('never throws, whatever the rows and the mapping', () => {
  const cell = fc.oneof(
    fc.constantFrom(phone, '', '01/09/2026', 'oui', '33', 'FR'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell)),
      fc.array(targets),
      fc.array(fc.string()),
      (rows, columns, headings) => {
        const reader = rowReader({ ...standard, mapping: { columns, constants: [] }, headings });
        for (const row of rows) expect(['lead', 'error']).toContain(reader(row).kind);
      },
    ),
  );
});

test('a lead written out as it is kept reads the same again, with nothing to change', () => {
  const kept = ['reference', 'firstName', 'lastName', 'email', 'postalCode', 'country', 'birthDate'] as const;
  const columns = [tel(), ...kept.map(field)];
  const reader = rowReader({ ...standard, mapping: { columns, constants: [] }, headings: [] });
  const word = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom("'=1", '="0042"', 'DE LA TOUR', 'A@B.FR', '1000', 'Belgique', '12/05/67', "''-1"),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: kept.length, maxLength: kept.length }), (cells) => {
      const first = reader([phone, ...cells]);
      if (first.kind === 'error') return;
      const again = reader([phone, ...kept.map((name) => first.fields[name] ?? '')]);
      expect(again).toEqual({ ...first, changes: [] });
    }),
    { numRuns: 1000 },
  );
});

const standard: RowOptions = {
  mapping: { columns: [], constants: [] },
  headings: [],
  parsePhones,
  country: 'FR',
  timeZone: 'Europe/Paris',
};

function read(
  columns: Readonly<Record<string, ColumnTarget>>,
  cells: readonly string[],
  constants: Mapping['constants'] = [],
): LeadRow {
  const mapping = { columns: Object.values(columns), constants };
  return leadFromRow(cells, { ...standard, mapping, headings: Object.keys(columns) });
}

function phonesOf(row: LeadRow): readonly LeadPhone[] {
  return row.kind === 'lead' ? row.fields.phones : [];
}

function field(name: (typeof leadFieldNames)[number]) {
  return { kind: 'field', field: name } as const;
}

function consent(part: (typeof consentParts)[number]) {
  return { kind: 'consent', part } as const;
}

function custom(type: (typeof customTypes)[number]) {
  return { kind: 'custom', name: type, type } as const;
}

function tel(label: LeadPhone['label'] = null) {
  return { kind: 'phone', label } as const;
}
