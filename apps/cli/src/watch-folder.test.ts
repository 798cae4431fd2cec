import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from './refusal.ts';
import { openDropFolder, type TakeFile } from './watch-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alize-drop-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const files = (...path: string[]) =>
  readdirSync(join(folder, ...path), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** Keeps what it was given. */
function taker() {
  const taken: string[] = [];
  const take: TakeFile = async (path) => {
    taken.push(readFileSync(path, 'utf8'));
    return { report: { rows: 1 }, badRows: null };
  };
  return { taken, take };
}

describe('a folder that files are dropped into', () => {
  test('takes a file once it has come to rest, and keeps its report beside it', async () => {
    const { taken, take } = taker();
    const drop = openDropFolder(folder, take);
    put('fiches.csv', 'Nom;Téléphone\nA;0639980001\n');
    await drop.look();
    expect(taken).toEqual([]);
    await drop.look();
    expect(taken).toEqual(['Nom;Téléphone\nA;0639980001\n']);
    expect(files()).toEqual([]);
    expect(files('imported')).toEqual(['fiches.csv', 'fiches.csv.report.json']);
  });

  test('leaves a file that still grows', async () => {
    const { taken, take } = taker();
    const drop = openDropFolder(folder, take);
    for (const text of ['a', 'ab', 'abc']) {
      put('fiches.csv', text);
      await drop.look();
    }
    expect(taken).toEqual([]);
    expect(files()).toEqual(['fiches.csv']);
  });

  test('does not touch what a transfer has under way, nor hidden files', async () => {
    const { taken, take } = taker();
    const drop = openDropFolder(folder, take);
    for (const name of ['fiches.csv.part', '.fiches.csv', 'fiches.csv.filepart']) put(name, 'a');
    await drop.look();
    await drop.look();
    expect(taken).toEqual([]);
  });

  test('puts a refused file aside with the reason, and goes on with the next', async () => {
    const { taken, take } = taker();
    const drop = openDropFolder(folder, async (path) => {
      if (path.endsWith('a.csv')) throw new Refusal('refused', 'Aucune colonne ne contient de numéro.');
      return take(path);
    });
    put('a.csv', 'x');
    put('b.csv', 'y');
    await drop.look();
    await drop.look();
    expect(files('refused')).toEqual(['a.csv', 'a.csv.reason.txt']);
    expect(readFileSync(join(folder, 'refused/a.csv.reason.txt'), 'utf8')).toBe(
      'Aucune colonne ne contient de numéro.\n',
    );
    expect(taken).toEqual(['y']);
  });

  test('keeps a file where it is while the api cannot be reached, and takes it when it can', async () => {
    const { taken, take } = taker();
    let isUp = false;
    const drop = openDropFolder(folder, (path) => {
      if (!isUp) throw new Refusal('retry_later', 'Alizé ne répond pas.');
      return take(path);
    });
    put('fiches.csv', 'x');
    await drop.look();
    await expect(drop.look()).rejects.toThrow('Alizé ne répond pas.');
    expect(files()).toEqual(['fiches.csv']);
    isUp = true;
    await drop.look();
    expect(taken).toEqual(['x']);
  });

  test('a second file of the same name does not replace the first', async () => {
    const { take } = taker();
    const drop = openDropFolder(folder, take);
    for (const text of ['one', 'two']) {
      put('fiches.csv', text);
      await drop.look();
      await drop.look();
    }
    expect(readFileSync(join(folder, 'imported/fiches.csv'), 'utf8')).toBe('one');
    expect(readFileSync(join(folder, 'imported/fiches (2).csv'), 'utf8')).toBe('two');
  });
});
