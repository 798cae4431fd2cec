import { expect, test } from 'vitest';
import { inserted, prefixed, wrapped } from './text-edit.ts';

test('puts what is marked between signs, and takes it out again', () => {
  const bold = wrapped({ text: 'un mot ici', from: 3, to: 6 }, '**');
  expect(bold).toEqual({ text: 'un **mot** ici', from: 5, to: 8 });
  expect(wrapped(bold, '**')).toEqual({ text: 'un mot ici', from: 3, to: 6 });
});

test('puts a sign before every line that is touched, and takes it away again', () => {
  const list = prefixed({ text: 'zéro\nun\ndeux', from: 6, to: 9 }, '- ');
  expect(list.text).toBe('zéro\n- un\n- deux');
  expect(prefixed(list, '- ').text).toBe('zéro\nun\ndeux');
});

test('inserts apart from the word before it, with the cursor behind', () => {
  expect(inserted({ text: 'Bonjour', from: 7, to: 7 }, '{{nom}}')).toEqual({
    text: 'Bonjour {{nom}}',
    from: 15,
    to: 15,
  });
  expect(inserted({ text: 'Bonjour ', from: 8, to: 8 }, '{{nom}}').text).toBe('Bonjour {{nom}}');
  expect(inserted({ text: 'l’', from: 2, to: 2 }, '{{ville}}').text).toBe('l’{{ville}}');
});

test('inserts a gendered ending right behind its word', () => {
  expect(inserted({ text: 'ravi de', from: 4, to: 4 }, '{{e}}', true).text).toBe('ravi{{e}} de');
});
