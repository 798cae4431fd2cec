import { rowChanges } from '@alize/leads';
import { describe, expect, test } from 'vitest';
import {
  describeFileError,
  describeRowChange,
  describeRowError,
  fileErrorCodes,
  rowErrorCodes,
} from './index.ts';

describe('every code has a sentence in both languages', () => {
  test.each(rowErrorCodes)('%s', (code) => {
    expect(describeRowError(code, 'fr')).toMatch(/^\p{Lu}.+\.$/u);
    expect(describeRowError(code, 'en')).toMatch(/^\p{Lu}.+\.$/u);
  });
  test.each(fileErrorCodes)('%s', (code) => {
    expect(describeFileError(code, 'fr')).toMatch(/^\p{Lu}.+\.$/u);
    expect(describeFileError(code, 'en')).toMatch(/^\p{Lu}.+\.$/u);
  });
  test.each(rowChanges)('%s', (code) => {
    expect(describeRowChange(code, 'fr')).toMatch(/^\p{Lu}.+/u);
    expect(describeRowChange(code, 'en')).toMatch(/^\p{Lu}.+/u);
  });
  test('and one of another version is shown by its code', () => {
    expect(describeRowError('toString', 'fr')).toBe('toString');
  });
});
