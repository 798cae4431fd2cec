import { expect, test } from 'vitest';
import { isGarbled, tellingWords } from './encoding-signs.ts';

test('shows the words that have more than plain letters, each once', () => {
  const rows = [
    ['Hélène', 'Paris', '0639981234'],
    ['Hélène', 'L’Haÿ-les-Roses', 'Forêt noire'],
  ];
  expect(tellingWords(rows)).toEqual(['Hélène', 'L’Haÿ-les-Roses', 'Forêt']);
});

test('shows damaged words first', () => {
  expect(tellingWords([['Hélène', 'HÃ©lÃ¨ne']])[0]).toBe('HÃ©lÃ¨ne');
});

test.each(['HÃ©lÃ¨ne', 'lâ€™Ã®le', 'H\uFFFDl\uFFFDne', 'NoÃ«l', 'Ã€ bientÃ´t'])(
  '%s was read wrongly',
  (text) => {
    expect(isGarbled(text)).toBe(true);
  },
);

test.each(['Hélène', 'São Paulo', 'Ângela', 'cœur', 'À bientôt', 'naïve', '12 €'])(
  '%s is as it should be',
  (text) => {
    expect(isGarbled(text)).toBe(false);
  },
);
