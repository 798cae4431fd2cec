import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '@alize/runtime';
import { buildConsole } from './build-console.ts';
import { installHostPackages, installPostgres, programPath } from './host-packages.ts';
import { house } from './house.ts';
import { prepareAsteriskRoot } from './prepare-asterisk.ts';
import { runProgram } from './run-program.ts';
import { LaunchError, runCommand } from './steps.ts';
import { type PartResult, readResult, resultTable, workspacesWith } from './test-results.ts';

/** `npm test`: sets up what the tests need, runs all of them, and adds them up; the last line is the sum. */
const say = (line: string): void => console.log(line);
const realSystemPart = 'real Asterisk, SIPp, Chromium';
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
process.on('disconnect', () => stopping.abort());

await runCommand(async () => {
  const { dataFolder } = readSettings(process.env);
  const logFolder = join(dataFolder, 'log');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  mkdirSync(logFolder, { recursive: true });
  const packages = workspacesWith(house, 'test');
  for (const { folder } of packages) rmSync(join(folder, 'test-results'), { recursive: true, force: true });
  await preparePostgres(logFolder);
  await turbo('test');
  if (stopping.signal.aborted) throw new LaunchError('Stopped.');
  const results = packages.map(({ name, folder }) =>
    readResult(name, join(folder, 'test-results/vitest.json')),
  );
  results.push(...(await realSystem(dataFolder, logFolder)));
  say(`\n${resultTable(results)}`);
  return results.some(({ failed }) => failed > 0) ? 1 : 0;
});

/** The tests on PostgreSQL run in any case; what keeps its programs away is said, and then they fail. */
async function preparePostgres(logFolder: string): Promise<void> {
  const logFile = join(logFolder, 'install-test-programs.log');
  await installPostgres({ say, logFile, signal: stopping.signal }).catch((error: unknown) => {
    if (!(error instanceof LaunchError)) throw error;
    say(error.message);
  });
}

/** Unit tests and whole-process tests on the fake Asterisk. Two at a time: they measure time themselves. */
async function turbo(task: string): Promise<void> {
  await runProgram({
    program: join(house, 'node_modules/.bin/turbo'),
    args: ['run', task, '--continue=always', '--concurrency=2', '--output-logs=errors-only', '--ui=stream'],
    cwd: house,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    signal: stopping.signal,
  });
}

/** The tests on the real Asterisk, SIPp and Chromium: all of them, or skipped by name with the reason. */
async function realSystem(dataFolder: string, logFolder: string): Promise<readonly PartResult[]> {
  const [suite] = workspacesWith(house, 'test:system');
  if (!suite) return [];
  const unbuilt = await consoleProblem(logFolder);
  if (unbuilt) return [{ part: realSystemPart, passed: 0, failed: 1, skipped: 0, note: unbuilt }];
  const env = await prepareRealSystem(dataFolder, logFolder);
  const reason = env.ALIZE_TEST_SKIP_REASON;
  if (reason) say(`\nSkipped: the tests on the real Asterisk, SIPp and Chromium. ${reason}`);
  await runProgram({
    program: 'npm',
    args: ['run', 'test:system', '--silent'],
    cwd: suite.folder,
    env: { ...process.env, ...env },
    signal: stopping.signal,
  });
  const result = readResult(realSystemPart, join(suite.folder, 'test-results/system.json'));
  return [{ ...result, note: [result.note, reason].filter(Boolean).join('; ') }];
}

/** A console that cannot be built is our fault and fails; what the machine lacks is skipped. */
async function consoleProblem(logFolder: string): Promise<string | null> {
  try {
    const logFile = join(logFolder, 'build-console.log');
    await buildConsole(house, { say, logFile, signal: stopping.signal });
    return null;
  } catch (error) {
    if (error instanceof LaunchError) return error.message;
    throw error;
  }
}

async function prepareRealSystem(dataFolder: string, logFolder: string): Promise<Record<string, string>> {
  const root = join(dataFolder, 'asterisk');
  const { signal } = stopping;
  try {
    refuseWithoutRoot();
    await installHostPackages(
      [
        { program: 'sipp', name: 'sip-tester' },
        { program: 'chromium', name: 'chromium' },
        { program: 'radicale', name: 'radicale' },
      ],
      { say, logFile: join(logFolder, 'install-test-programs.log'), signal },
    );
    await prepareAsteriskRoot({ root, logFolder, say, signal });
    return { ALIZE_TEST_ASTERISK_ROOT: root, ALIZE_TEST_CHROMIUM: programPath('chromium') ?? '' };
  } catch (error) {
    if (error instanceof LaunchError) return { ALIZE_TEST_SKIP_REASON: error.message };
    throw error;
  }
}

function refuseWithoutRoot(): void {
  if (process.getuid?.() !== 0)
    throw new LaunchError('They need root, to run an Asterisk in a root of its own.');
}
