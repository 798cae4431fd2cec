import { expect, test } from 'vitest';
import { keepDraft, keptDraft, newDraft, withMapping, withReading } from './draft.ts';

const mapped = withMapping(newDraft('Clients.csv', null), {
  columns: [{ kind: 'phone', label: null }],
  constants: [],
});

test('a new list has the name of its file, without what says its kind', () => {
  expect(newDraft('Clients été.csv', null).listName).toBe('Clients été');
  expect(newDraft('export.2026.csv.gz', null).listName).toBe('export.2026');
  expect(newDraft('.csv', null).listName).toBe('');
});

test('another delimiter makes other columns; another encoding does not', () => {
  expect(withReading(mapped, { delimiter: ';' }).settings.mapping).toBeNull();
  expect(withReading(mapped, { encoding: 'windows-1252' }).settings.mapping).toEqual(mapped.settings.mapping);
  expect(withReading(mapped, { encoding: 'windows-1252' }).settings.read.encoding).toBe('windows-1252');
});

test('a draft comes back as it was kept', () => {
  const stored = new Map<string, string>();
  const storage = {
    setItem: (key: string, value: string) => void stored.set(key, value),
    getItem: (key: string) => stored.get(key) ?? null,
  };
  const id = `upload_${'a'.repeat(32)}` as const;
  expect(keptDraft(storage, id)).toBeNull();
  keepDraft(storage, id, mapped);
  expect(keptDraft(storage, id)).toEqual(mapped);
});
