import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatClock,
  formatDateTime,
  formatDuration,
  formatMoney,
  formatNumber,
  formatPhone,
  formatSeconds,
  formatShare,
} from './format.ts';

describe('formatPhone', () => {
  test.each([
    ['+33639981234', '06\u00a039\u00a098\u00a012\u00a034'],
    ['+33199001122', '01\u00a099\u00a000\u00a011\u00a022'],
    ['+262692123456', '+262\u00a0692\u00a0123\u00a0456'],
    ['+442079460123', '+442079460123'],
  ])('writes %s as people dial it', (number, written) => {
    expect(formatPhone(number)).toBe(written);
  });
});

describe('formatClock', () => {
  test.each([
    [-5, '0:00'],
    [59_999, '0:59'],
    [247_000, '4:07'],
    [3_729_000, '1:02:09'],
  ])('shows %d ms as %s', (ms, clock) => {
    expect(formatClock(ms)).toBe(clock);
  });
});

test('formatDuration uses words and no-break spaces', () => {
  expect([38_000, 240_000, 3_720_000].map(formatDuration)).toEqual([
    '38\u00a0s',
    '4\u00a0min',
    '1\u00a0h\u00a002\u00a0min',
  ]);
});

test('formatDateTime shows the instant in the zone it is given, on both sides of a change to summer time', () => {
  const winter = Date.UTC(2026, 10, 23, 13, 5);
  const summer = Date.UTC(2026, 6, 14, 13, 5);
  expect(formatDateTime(winter, 'fr', 'Europe/Paris')).toMatch(/lun\. 23 nov\..* 14:05/);
  expect(formatDateTime(summer, 'fr', 'Europe/Paris')).toMatch(/mar\. 14 juil\..* 15:05/);
  expect(formatDateTime(winter, 'en', 'Indian/Antananarivo')).toMatch(/Mon 23 Nov.* 16:05/);
});

test('numbers are grouped by a narrow no-break space in French', () => {
  expect(formatNumber(1_234_567, 'fr')).toBe('1\u202f234\u202f567');
  expect(formatShare(0.124, 'fr')).toMatch(/^12,4[\u00a0\u202f]%$/);
});

test('formatSeconds keeps the seconds as long as they count', () => {
  expect([84, 118.4, 120, 210, 3_700].map(formatSeconds)).toEqual([
    '84\u00a0s',
    '118\u00a0s',
    '2\u00a0min',
    '3\u00a0min\u00a030\u00a0s',
    '1\u00a0h\u00a001\u00a0min',
  ]);
});

test('formatMoney leaves out cents where they do not count', () => {
  const plain = (text: string) => text.replace(/\s/g, ' ');
  expect(plain(formatMoney(3.42, 'EUR', 'fr'))).toBe('3,42 €');
  expect(plain(formatMoney(12_480.4, 'MGA', 'fr'))).toBe('12 480 Ar');
});

describe('formatBytes', () => {
  test.each([
    [0, '0\u00a0o', '0 byte'],
    [640_000, '640\u00a0ko', '640 kB'],
    [12_400_000, '12,4\u00a0Mo', '12.4 MB'],
    [3_200_000_000, '3,2\u00a0Go', '3.2 GB'],
  ])('%d', (bytes, french, english) => {
    expect(formatBytes(bytes, 'fr').replaceAll('\u202f', '\u00a0')).toBe(french);
    expect(formatBytes(bytes, 'en')).toBe(english);
  });
});
