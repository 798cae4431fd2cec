import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AmiError } from './port.ts';
import { assertSafe, isSafeSecret, isSafeValue } from './safe-value.ts';

test.each(['+33199000101', 'PJSIP/trunk-demonstration-0000002a', 'alize-agent', 'attempt_0193'])(
  '%s may be sent',
  (value) => {
    expect(isSafeValue(value)).toBe(true);
  },
);

test.each([
  '',
  'a\r\nAction: Logoff',
  'a\n',
  'a\0',
  'a b',
  'a&b',
  '/^PJSIP/',
  'a|b',
  'a;b',
  'é',
  'a'.repeat(129),
])('%j may not', (value) => {
  expect(isSafeValue(value)).toBe(false);
});

test('nothing that is safe can end a header, start another leg or be expanded', () => {
  const unit = fc.constantFrom(
    'a',
    '0',
    '+',
    '-',
    '/',
    ',',
    '\r',
    '\n',
    '\0',
    '\u2028',
    ' ',
    '&',
    '$',
    '{',
    ';',
    '"',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 4 }), (value) => {
      expect(isSafeValue(value)).toBe(/^[a0+,-][a0+,/-]*$/.test(value));
    }),
  );
});

test('an error names the header and never the value', () => {
  const check = () => assertSafe({ Channel: 'PJSIP/+33612345678\r\n' });
  expect(check).toThrow(expect.objectContaining({ code: 'AMI_UNSAFE_VALUE', cause: 'header Channel' }));
});

test('variables are set by name, each to a safe value', () => {
  const check = (variables: string) => () => assertSafe({ Variable: variables });
  expect(check('ALIZE_CLIENT=client_01ab,ALIZE_LANGUAGE=fr')).not.toThrow();
  expect(check('ALIZE_CLIENT=a b')).toThrow(expect.objectContaining({ cause: 'header Variable' }));
  expect(check('ALIZE_CLIENT=a,EVAL=$x')).toThrow(AmiError);
  expect(check('SHELL(x)=a')).toThrow(AmiError);
});

test('a secret may be any visible ASCII, and no line of its own', () => {
  expect(isSafeSecret('p4$s;w"rd')).toBe(true);
  expect(isSafeSecret('secret\r\nAction: Logoff')).toBe(false);
});
