import { describe, expect, test } from 'vitest';
import { actionOf, digitOf, type KeyPress } from './shortcuts.ts';

const press = (over: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
  metaKey: false,
  ...over,
});
const onPage = { isTyping: false, hasSingleKeys: true };

describe('with Ctrl', () => {
  test.each([
    ['M', 'mute'],
    ['h', 'hang_up'],
    ['P', 'pause'],
    ['X', 'withdraw'],
    ['O', 'objections'],
  ])('Ctrl+Shift+%s asks for %s, even while typing', (key, kind) => {
    const typing = { isTyping: true, hasSingleKeys: false };
    expect(actionOf(press({ key, ctrlKey: true, shiftKey: true }), typing)).toEqual({ kind });
  });

  test('Ctrl+Enter goes to the next step, with Shift to the one before', () => {
    expect(actionOf(press({ key: 'Enter', ctrlKey: true }), onPage)).toEqual({ kind: 'next' });
    expect(actionOf(press({ key: 'Enter', ctrlKey: true, shiftKey: true }), onPage)).toEqual({
      kind: 'back',
    });
  });

  test.each(['m', 'c', '1'])('Ctrl+%s stays the browser’s', (key) => {
    expect(actionOf(press({ key, ctrlKey: true, code: 'Digit1' }), onPage)).toBeNull();
  });
});

describe('single keys', () => {
  test('a digit picks the disposition of that number, on a French keyboard too', () => {
    expect(actionOf(press({ key: '3', code: 'Digit3' }), onPage)).toEqual({ kind: 'dispose', number: 3 });
    expect(actionOf(press({ key: '"', code: 'Digit3' }), onPage)).toEqual({ kind: 'dispose', number: 3 });
    expect(actionOf(press({ key: '9', code: 'Numpad9' }), onPage)).toEqual({ kind: 'dispose', number: 9 });
  });

  test('O brings the objections', () => {
    expect(actionOf(press({ key: 'o', code: 'KeyO' }), onPage)).toEqual({ kind: 'objections' });
  });

  test('0 picks the tenth', () => {
    expect(actionOf(press({ key: 'à', code: 'Digit0' }), onPage)).toEqual({ kind: 'dispose', number: 10 });
    expect(digitOf(9)).toBe(0);
    expect(digitOf(10)).toBeNull();
  });

  test.each([
    { isTyping: true, hasSingleKeys: true },
    { isTyping: false, hasSingleKeys: false },
  ])('do nothing with %o', (where) => {
    expect(actionOf(press({ key: '1', code: 'Digit1' }), where)).toBeNull();
    expect(actionOf(press({ key: '?', code: 'Comma' }), where)).toBeNull();
    expect(actionOf(press({ key: 'o', code: 'KeyO' }), where)).toBeNull();
  });
});
