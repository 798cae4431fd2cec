import { describe, expect, it } from 'vitest';
import { isFictionNumber, isId, isPhoneNumber, makeId } from './index.ts';

const random = new Uint8Array(10).fill(0xff);

describe('an id', () => {
  it('is recognised by its own kind alone', () => {
    const id = makeId('lead', Date.UTC(2026, 10, 23), random);
    expect(isId('lead', id)).toBe(true);
    expect(isId('attempt', id)).toBe(false);
    expect(isId('lead', `${id}0`)).toBe(false);
  });

  it('sorts by the instant it was made at', () => {
    const earlier = makeId('lead', 1_000, random);
    const later = makeId('lead', 2_000, new Uint8Array(10));
    expect(earlier < later).toBe(true);
  });

  it('is a UUID of version 7 behind its prefix', () => {
    expect(makeId('lead', 0, random)).toBe('lead_0000000000007fffbfffffffffffffff');
  });
});

describe('a number', () => {
  it.each([
    ['+33639981234', true],
    ['+33199000000', true],
    ['+33639971234', false],
    ['+336399812345', false],
    ['+33612345678', false],
  ])('%s is kept for fiction: %s', (text, expected) => {
    expect(isPhoneNumber(text) && isFictionNumber(text)).toBe(expected);
  });

  it.each(['0612345678', '+0612345678', '+33 6 12 34 56 78', '+33612345678&PJSIP/x', ''])(
    '%j is not E.164',
    (text) => {
      expect(isPhoneNumber(text)).toBe(false);
    },
  );
});
