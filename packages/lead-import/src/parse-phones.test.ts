import type { PhoneContext } from '@alize/leads';
import { frenchToE164, isFictionNumber, isPhoneNumber } from '@alize/model';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { parsePhones } from './index.ts';

const france: PhoneContext = { country: 'FR', label: null, phoneCode: null };

describe('a French number in every way people write it', () => {
  test.each([
    '0612345678',
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '06/12/34/56/78',
    '06,12,34,56,78',
    '06_12_34_56_78',
    '06 - 12 - 34 - 56 - 78',
    '(06) 12 34 56 78',
    '06\u00a012\u202f34 56 78',
    '06\u201112\u201134\u201156\u201178',
    ' 0612345678\t',
    '+33612345678',
    '+33 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '+33(0)612345678',
    '+33 0 6 12 34 56 78',
    '0033 6 12 34 56 78',
    '0033(0)612345678',
    '33612345678',
    '33 6 12 34 56 78',
    'tel:+33612345678',
    'Tél. : 06 12 34 56 78',
    'mobile 06 12 34 56 78',
    "'0612345678",
    '\u202a+33612345678\u202c',
    '０６１２３４５６７８',
    '٠٦١٢٣٤٥٦٧٨',
    '۰۶ ۱۲ ۳۴ ۵۶ ۷۸',
    '33612345678.0',
  ])('%s', (text) => {
    expect(said(text)).toBe('+33612345678');
    expect(changes(text)).toEqual([]);
  });
});

test.each(['612345678', '6 12 34 56 78', '612345678,0', '612345678.00'])('%s has lost its zero', (text) => {
  expect(said(text)).toBe('+33612345678');
  expect(changes(text)).toEqual([`phone_zero_added: ${text} -> 0612345678`]);
});

describe('overseas, whatever stood before it', () => {
  test.each([
    ['0262 12 34 56', '+262262123456'],
    ['0263 12 34 56', '+262263123456'],
    ['0269 61 23 45', '+262269612345'],
    ['0692 12 34 56', '+262692123456'],
    ['0693 12 34 56', '+262693123456'],
    ['0639 12 34 56', '+262639123456'],
    ['0590 81 23 45', '+590590812345'],
    ['0690 12 34 56', '+590690123456'],
    ['0691 12 34 56', '+590691123456'],
    ['0594 31 23 45', '+594594312345'],
    ['0694 12 34 56', '+594694123456'],
    ['0596 61 23 45', '+596596612345'],
    ['0696 12 34 56', '+596696123456'],
    ['0697 12 34 56', '+596697123456'],
    ['0508 41 23 45', '+508412345'],
    ['0268 81 23 45', '+262268812345'],
    ['0947 81 23 45', '+262947812345'],
    ['0947 51 23 45', '+590947512345'],
    ['+33 692 12 34 56', '+262692123456'],
    ['0033 692 12 34 56', '+262692123456'],
    ['692123456', '+262692123456'],
  ])('%s is %s, and that is told', (text, e164) => {
    expect(said(text)).toBe(e164);
    expect(changes(text)).toContain(`phone_overseas: ${text} -> ${e164}`);
  });

  test.each([
    ['262692123456', '+262692123456'],
    ['+262 692 12 34 56', '+262692123456'],
    ['+262 (0)692 12 34 56', '+262692123456'],
    ['+262 0639 12 34 56', '+262639123456'],
    ['+508 41 23 45', '+508412345'],
  ])('%s is %s, as it says itself', (text, e164) => {
    expect(said(text)).toBe(e164);
    expect(changes(text)).toEqual([]);
  });

  test('a file from there dials the same ten digits', () => {
    expect(said('0692 12 34 56', { ...france, country: 'RE' })).toBe('+262692123456');
    expect(said('06 12 34 56 78', { ...france, country: 'RE' })).toBe('+33612345678');
    expect(said('41 23 45', { ...france, country: 'PM' })).toBe('+508412345');
  });
});

test.each([
  ['06 39 98 00 01', '+33639980001'],
  ['01 99 00 12 34', '+33199001234'],
  ['05 36 49 12 34', '+33536491234'],
])('the fiction number %s stays %s', (text, e164) => {
  expect(said(text)).toBe(e164);
});

describe('other countries', () => {
  test.each([
    ['+32 470 12 34 56', 'FR', '+32470123456'],
    ['00 44 20 7946 0958', 'FR', '+442079460958'],
    ['0470 12 34 56', 'BE', '+32470123456'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['(212) 555-0123', 'US', '+12125550123'],
    ['030/1234567', 'DE', '+49301234567'],
    ['06 12 34 56 78', 'MA', '+212612345678'],
    ['+33 6 12 34 56 78', 'BE', '+33612345678'],
    ['+33 (0)692 12 34 56', 'BE', '+262692123456'],
    ['06 698 12345', 'IT', '+390669812345'],
  ])('%s in %s is %s', (text, country, e164) => {
    expect(said(text, { ...france, country })).toBe(e164);
  });

  test.each([
    ['44', '2079460958', '+442079460958'],
    ['44', '020 7946 0958', '+442079460958'],
    ['44', '442079460958', '+442079460958'],
    ['44', '+32 470 12 34 56', '+32470123456'],
    ['1', '2125550123', '+12125550123'],
    ['33', '612345678', '+33612345678'],
    ['33', '0612345678', '+33612345678'],
    ['262', '692123456', '+262692123456'],
    ['508', '412345', '+508412345'],
  ])('calling code %s before %s is %s, with nothing to tell', (phoneCode, text, e164) => {
    expect(said(text, { ...france, phoneCode })).toBe(e164);
    expect(changes(text, { ...france, phoneCode })).toEqual([]);
  });

  test('a country that nobody knows reads international numbers', () => {
    expect(said('+33 6 12 34 56 78', { ...france, country: 'ZZ' })).toBe('+33612345678');
    expect(said('06 12 34 56 78', { ...france, country: 'ZZ' })).toBe('phone_invalid');
  });
});

describe('several numbers in a cell', () => {
  test.each([
    '01 23 45 67 89 / 06 12 34 56 78',
    '0123456789/0612345678',
    '01.23.45.67.89;06.12.34.56.78',
    '01 23 45 67 89, 06 12 34 56 78',
    '0123456789 ou 0612345678',
    '0123456789 OU +33 (0)6 12 34 56 78',
    '01 23 45 67 89\n06 12 34 56 78',
    '0123456789 0612345678',
    '01 23 45 67 89 - 06 12 34 56 78',
    'fixe 01 23 45 67 89 / portable 06 12 34 56 78',
    '0123456789 | 0612345678 | 01 23 45 67 89',
  ])('%j', (text) => {
    expect(said(text)).toBe('+33123456789 +33612345678');
    expect(changes(text)).toContain(`phones_split: ${text} -> +33123456789, +33612345678`);
  });

  test('one that is none is left out, by name, and the first good one comes first', () => {
    expect(said('01 23 45 / 06 12 34 56 78')).toBe('+33612345678');
    expect(changes('01 23 45 / 06 12 34 56 78')).toEqual(['phone_left_out: 01 23 45 -> ']);
    expect(changes('0612345678 ; rappeler')).toEqual(['phone_left_out: rappeler -> ']);
  });

  test('the same number twice is one', () => {
    expect(said('0612345678 / +33612345678')).toBe('+33612345678');
    expect(changes('0612345678 / +33612345678')).toEqual(['phone_repeated: +33612345678 -> +33612345678']);
  });
});

test.each([
  ['01 23 45 67 89 poste 12', '12'],
  ['01 23 45 67 89 Poste: 1204', '1204'],
  ['0123456789 ext. 12', '12'],
  ['0123456789x12', '12'],
  ['01 23 45 67 89 #12', '12'],
  ['01 23 45 67 89 (poste 12)', '12'],
  ['+33123456789;ext=12', '12'],
])('%s has the extension %s', (text, extension) => {
  expect(parsePhones(text, france)).toMatchObject({
    kind: 'phones',
    phones: [{ phoneNumber: '+33123456789', extension }],
    changes: [{ change: 'phone_extension_split', to: `+33123456789;ext=${extension}` }],
  });
});

test('each number has the label of its column', () => {
  const parsed = parsePhones('0123456789 / 0612345678', { ...france, label: 'work' });
  expect(parsed).toMatchObject({ phones: [{ label: 'work' }, { label: 'work' }] });
});

describe('refused by name', () => {
  test.each([
    ['', 'phone_missing'],
    ['  ', 'phone_missing'],
    ['3,36123E+10', 'phone_excel_number'],
    ['6,12E+08', 'phone_excel_number'],
    ['6.12e8', 'phone_excel_number'],
    ['rappeler demain', 'phone_unreadable'],
    ['1'.repeat(301), 'phone_unreadable'],
    ['15', 'phone_forbidden'],
    ['112', 'phone_forbidden'],
    ['3639', 'phone_forbidden'],
    ['118218', 'phone_forbidden'],
    ['0899 70 12 34', 'phone_forbidden'],
    ['0800 12 34 56', 'phone_forbidden'],
    ['+44 909 879 0000', 'phone_forbidden'],
    ['0000000000', 'phone_invalid'],
    ['06 12 34 56', 'phone_invalid'],
    ['061234567890', 'phone_invalid'],
    ['0720123456', 'phone_invalid'],
    ['3361234567.0', 'phone_invalid'],
    ['+999123456789', 'phone_invalid'],
    ['+0612345678', 'phone_invalid'],
    ['+0033612345678', 'phone_invalid'],
  ])('%s: %s', (text, code) => {
    expect(said(text)).toBe(code);
  });
});

describe('whatever is written', () => {
  const junk = fc.string({ unit: fc.constantFrom(...'0123456789+ .-/();,E#xou\u00a0٣'), maxLength: 40 });
  const context = fc.record({
    country: fc.constantFrom('FR', 'RE', 'PM', 'BE', 'US', 'ZZ', ''),
    label: fc.constant(null),
    phoneCode: fc.constantFrom(null, '33', '1', '262', '508', '999'),
  });

  test('it never throws, and never gives anything but E.164, none twice', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), junk), context, (text, each) => {
        const parsed = parsePhones(text, each);
        const numbers = parsed.kind === 'phones' ? parsed.phones.map(({ phoneNumber }) => phoneNumber) : [];
        expect(numbers.every(isPhoneNumber)).toBe(true);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('a number it has read is read the same again', () => {
    fc.assert(
      fc.property(fc.oneof(junk, fc.stringMatching(/^0[1-9][0-9]{8}$/)), (text) => {
        const parsed = parsePhones(text, france);
        for (const { phoneNumber } of parsed.kind === 'phones' ? parsed.phones : []) {
          expect(said(phoneNumber)).toBe(phoneNumber);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/**
 * The quick way for French numbers asks libphonenumber once for ten thousand of them. Here it is asked for each, in
 * words of its own.
 */
describe('a French number is what libphonenumber and our tables say of it alone', () => {
  const nine = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String);
  const beginnings = [
    '269',
    '692',
    '639',
    '63998',
    '7093',
    '70933',
    '9762',
    '508',
    '700',
    '71',
    '5987',
    '836',
    '806',
  ];
  const nearRanges = fc
    .tuple(fc.constantFrom(...beginnings), fc.stringMatching(/^[0-9]{9}$/))
    .map(([beginning, rest]) => (beginning + rest).slice(0, 9));
  const written = fc.constantFrom('0#', '33#', '+33#', '0033#', '+33 (0)#', '#', '0# ', '+330#');

  test('in every writing', () => {
    fc.assert(
      fc.property(fc.oneof(nine, nearRanges), written, (digits, writing) => {
        expect(said(writing.replace('#', digits))).toBe(alone(digits));
      }),
      { numRuns: 3000 },
    );
  });

  test('at both ends of each range of ten thousand', () => {
    for (let range = 10_000; range < 100_000; range += 37) {
      for (const last of ['0000', '9999']) expect(said(`0${range}${last}`)).toBe(alone(`${range}${last}`));
    }
  });

  test('and with one digit too many or too few it is none', () => {
    const wrong = fc.stringMatching(/^0(?:[1-9][0-9]{6,7}|[1-9][0-9]{9,10})$/);
    fc.assert(
      fc.property(wrong, (text) => {
        expect(said(text)).toMatch(/^phone_/);
      }),
    );
  });

  const young = /^\+(?:33700|3371|262639|590691|2627093|2629762|2629763)/;

  function alone(digits: string): string {
    const e164 = frenchToE164(`0${digits}`);
    if (!isPhoneNumber(e164)) return 'phone_invalid';
    if (isFictionNumber(e164)) return e164;
    const known = parsePhoneNumberFromString(e164);
    if (digits.startsWith('8')) return 'phone_forbidden';
    if (known?.number !== e164) return 'phone_invalid';
    return known.isValid() || (young.test(e164) && known.isPossible()) ? e164 : 'phone_invalid';
  }
});

function said(text: string, context = france): string {
  const parsed = parsePhones(text, context);
  return parsed.kind === 'error'
    ? parsed.code
    : parsed.phones.map(({ phoneNumber }) => phoneNumber).join(' ');
}

function changes(text: string, context = france): readonly string[] {
  const parsed = parsePhones(text, context);
  return parsed.kind === 'error'
    ? []
    : parsed.changes.map(({ change, from, to }) => `${change}: ${from} -> ${to}`);
}
