import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineByKey } from './line-by-key.ts';

test('gives the line that a key first stood on, as a map would', () => {
  const number = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 999_999_999_999_999 }));
  fc.assert(
    fc.property(fc.array(number, { maxLength: 3000 }), (numbers) => {
      const [map, texts, keys] = [new Map<number, number>(), new LineByKey('text'), new LineByKey('number')];
      for (const [at, each] of numbers.entries()) {
        if (!map.has(each)) map.set(each, at + 1);
        keys.addNumber(each, at + 1);
        texts.addText(`R${each}`, at + 1);
      }
      for (const each of [...numbers, 7, 33_639_980_001]) {
        expect(keys.lineOfNumber(each)).toBe(map.get(each) ?? null);
        expect(texts.lineOfText(`R${each}`)).toBe(map.get(each) ?? null);
      }
    }),
  );
});

test('tells half a million like texts apart', () => {
  const keys = new LineByKey('text');
  for (let at = 1; at <= 500_000; at += 1) {
    const key = `client-${at}@exemple.fr`;
    if (keys.lineOfText(key) !== null) throw new Error(`${key} was taken for line ${keys.lineOfText(key)}`);
    keys.addText(key, at);
  }
  expect(keys.lineOfText('client-77@exemple.fr')).toBe(77);
});
