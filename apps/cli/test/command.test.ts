import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../src/command.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Runs a command as a shell would that is no terminal. */
async function alize(args: readonly string[], env: NodeJS.ProcessEnv = server.env) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(out), text(err)]);
  const code = await runCommand(args, { env, out, err, input: new PassThrough() });
  out.end();
  err.end();
  const [result, words] = await said;
  return { code, result, words };
}

/** Of the demonstration. */
const campaign = 'Satisfaction assurés';
let filesCount = 0;

function fileOf(...rows: string[]): string {
  filesCount += 1;
  const path = join(server.folder, `fiches-${filesCount}.csv`);
  writeFileSync(path, `Nom;Téléphone\r\n${rows.join('\r\n')}\r\n`);
  return path;
}

describe('alize lists import', () => {
  test('imports a file and tells what became of its rows', async () => {
    const path = fileOf('Marlot;06 39 98 70 01', 'Sanchez;06 39 98 70 02', 'Petit;12');
    const { code, result, words } = await alize([
      'lists',
      'import',
      path,
      '--campaign',
      campaign,
      '--yes',
      '--json',
    ]);
    expect(words).toContain('2 nouvelles fiches');
    expect(code).toBe(0);
    expect(JSON.parse(result)).toMatchObject({
      state: 'imported',
      report: { rows: 3, fates: { added: 2, refused: 1 } },
    });
  });

  test('keeps the refused rows as a file to be corrected', async () => {
    const badRows = join(server.folder, 'bad.csv');
    const path = fileOf('Marlot;06 39 98 70 11', 'Petit;12');
    await alize(['lists', 'import', path, '--campaign', campaign, '--dry-run', '--bad-rows', badRows]);
    expect(readFileSync(badRows, 'utf8')).toContain('Petit;12');
  });

  test('stores nothing in a dry run, nor without a yes', async () => {
    const path = fileOf('Marlot;06 39 98 70 21');
    for (const more of [['--dry-run'], []]) {
      const { code, words } = await alize(['lists', 'import', path, '--campaign', campaign, ...more]);
      expect(code).toBe(0);
      expect(words).toContain('Rien n’a été importé.');
      expect(words).toContain('1 nouvelle fiche,');
    }
  });

  test('takes an import back', async () => {
    const path = fileOf('Marlot;06 39 98 70 31');
    const { result } = await alize(['lists', 'import', path, '--campaign', campaign, '--yes', '--json']);
    const { id } = JSON.parse(result) as { id: string };
    const undone = await alize(['imports', 'undo', id, '--json']);
    expect(undone.code).toBe(0);
    expect(JSON.parse(undone.result)).toMatchObject({ id, state: 'undone' });
    expect((await alize(['imports', 'undo', id])).code).toBe(4);
  });

  test('says in the file’s own words why it cannot be imported', async () => {
    const path = join(server.folder, 'leer.csv');
    writeFileSync(path, 'Nom;Téléphone\r\n');
    const { code, words } = await alize(['lists', 'import', path, '--campaign', campaign, '--yes']);
    expect(code).toBe(5);
    expect(words.trim()).not.toBe('');
  });
});

describe('what cannot be done has an exit code of its own and a sentence', () => {
  test.each([
    ['an unknown command', ['lists', 'burn'], 2],
    ['an unknown option', ['lists', 'import', 'x', '--force'], 2],
    ['no campaign', ['lists', 'import', 'package.json'], 2],
    ['an unknown campaign', ['lists', 'import', 'package.json', '--campaign', 'Nulle part'], 3],
    ['no such file', ['lists', 'import', 'nulle-part.csv', '--campaign', 'x'], 3],
    ['no such folder', ['lists', 'watch', 'nulle-part', '--campaign', 'x'], 3],
    ['an unknown import', ['imports', 'undo', `import_${'0'.repeat(32)}`], 3],
  ])('%s', async (_, args, expected) => {
    const { code, words, result } = await alize(args);
    expect(`${code} ${words}`).toMatch(new RegExp(`^${expected} `));
    expect(words.trim()).not.toBe('');
    expect(result).toBe('');
  });

  test('no key', async () => {
    expect(await alize(['imports', 'undo', 'x'], {})).toMatchObject({ code: 2 });
  });

  test('a wrong key', async () => {
    const env = { ...server.env, ALIZE_API_KEY: 'rien' };
    expect(await alize(['imports', 'undo', `import_${'0'.repeat(32)}`], env)).toMatchObject({ code: 5 });
  });

  test('an api that does not answer', async () => {
    const env = { ...server.env, ALIZE_URL: 'http://127.0.0.1:9' };
    const { code, words } = await alize(['imports', 'undo', `import_${'0'.repeat(32)}`], env);
    expect(code).toBe(75);
    expect(words).toContain('127.0.0.1:9');
  });

  test('in English for an English shell', async () => {
    const { result } = await alize([], { LANG: 'en_GB.UTF-8' });
    expect(result).toContain('Alizé from a shell');
  });
});
