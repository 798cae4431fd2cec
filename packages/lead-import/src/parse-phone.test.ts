import { isPhoneNumber } from '@alize/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePhone } from './index.ts';

describe('a French number in every way people write it', () => {
  test.each([
    '0612345678',
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '06/12/34/56/78',
    '(06) 12 34 56 78',
    '06\u00a012\u202f34 56 78',
    '06\u201112\u201134\u201156\u201178',
    '612345678',
    '+33612345678',
    '+33 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '+33 0 6 12 34 56 78',
    '0033 6 12 34 56 78',
    '0033(0)612345678',
    '33612345678',
    'tel:+33612345678',
    "'0612345678",
    '612345678,0',
    '612345678.00',
    '\u202a+33612345678\u202c',
    '０６１２３４５６７８',
  ])('%s', (text) => {
    expect(said(text)).toBe('+33612345678');
  });
});

describe('overseas, whatever the country code says', () => {
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
    ['692123456', '+262692123456'],
    ['262692123456', '+262692123456'],
    ['+262 692 12 34 56', '+262692123456'],
  ])('%s is %s', (text, e164) => {
    expect(said(text)).toBe(e164);
  });
});

test.each([
  ['06 39 98 00 01', '+33639980001'],
  ['01 99 00 12 34', '+33199001234'],
  ['05 36 49 12 34', '+33536491234'],
])('the fiction number %s stays %s', (text, e164) => {
  expect(said(text)).toBe(e164);
});

test.each([
  ['+32 470 12 34 56', '+32470123456'],
  ['00 44 20 7946 0958', '+442079460958'],
  ['01 62 00 00 01', '+33162000001'],
  ['09 72 12 34 56', '+33972123456'],
  ['07 12 34 56 78', '+33712345678'],
])('%s is %s', (text, e164) => {
  expect(said(text)).toBe(e164);
});

describe('refused by name', () => {
  test.each([
    ['', 'phone_missing'],
    ['  ', 'phone_missing'],
    ['3,36123E+10', 'phone_excel_number'],
    ['6,12E+08', 'phone_excel_number'],
    ['6.12e8', 'phone_excel_number'],
    ['rappeler demain', 'phone_unreadable'],
    ['06 12 34 56 78 poste 3', 'phone_unreadable'],
    ['1'.repeat(61), 'phone_unreadable'],
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
    ['06 12 34 56 78 / 01 23 45 67 89', 'phone_invalid'],
    ['+999123456789', 'phone_invalid'],
    ['+0612345678', 'phone_invalid'],
  ])('%s: %s', (text, code) => {
    expect(said(text)).toBe(code);
  });
});

test('never throws, and never gives anything but E.164', () => {
  const digits = fc.stringMatching(/^[+0-9 ().-]{0,20}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), (text) => {
      const parsed = parsePhone(text, 'FR');
      expect(parsed.kind === 'error' || isPhoneNumber(parsed.phoneNumber)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('a number it has read is read the same again', () => {
  const french = fc.stringMatching(/^0[1-9][0-9]{8}$/);
  fc.assert(
    fc.property(french, (text) => {
      const parsed = parsePhone(text, 'FR');
      if (parsed.kind === 'number') expect(parsePhone(parsed.phoneNumber, 'FR')).toEqual(parsed);
    }),
    { numRuns: 2000 },
  );
});

function said(text: string): string {
  const parsed = parsePhone(text, 'FR');
  return parsed.kind === 'number' ? parsed.phoneNumber : parsed.code;
}
