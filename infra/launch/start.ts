import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { allClients, openDatabase } from '@alize/db';
import { readSettings, type Settings, SettingsError } from '@alize/runtime';
import { buildConsole } from './build-console.ts';
import { house } from './house.ts';
import { startNode } from './node-process.ts';
import { refuseTakenPorts } from './ports.ts';
import { prepareDatabase } from './prepare-database.ts';
import { readSecrets } from './secrets.ts';
import { speakClientNames } from './speak-prompts.ts';
import { LaunchError, runCommand, step } from './steps.ts';
import { type Supervised, supervise } from './supervised.ts';
import { asteriskRoot, startSwitch } from './switch.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** `npm start`: prepares what is missing, runs Asterisk, dialer and api until told to stop, and stops them in order. */
const startedAt = performance.now();
const say = (line: string): void => console.log(line);

await runCommand(async () => {
  const stopping = stopSignal();
  const running: Supervised[] = [];
  try {
    const launched = await launch(running, stopping);
    if (stopping.aborted) return 0;
    announce(launched);
    await untilAborted(stopping);
    return 0;
  } catch (error) {
    if (stopping.aborted) return 0;
    throw error;
  } finally {
    await stopAll(running);
  }
});

interface Launched {
  readonly settings: Settings;
  /** What the first start has to say: the log-ins. */
  readonly firstWords: string;
}

async function launch(running: Supervised[], signal: AbortSignal): Promise<Launched> {
  const dataFolder = settingsFrom(process.env).dataFolder;
  const env = { ...process.env, ...readSecrets(dataFolder, process.env) };
  const settings = settingsFrom(env);
  const logFolder = join(dataFolder, 'log');
  mkdirSync(logFolder, { recursive: true });
  await refuseTakenPorts(settings);
  await buildConsole(house, { say, logFile: join(logFolder, 'build-console.log'), signal });
  const asterisk = await startSwitch({ settings, env, logFolder, say, signal });
  if (asterisk) running.push(asterisk);
  const firstWords = await step(say, 'Preparing the database', () => prepareDatabase(house, env));
  if (settings.asterisk === 'managed') await speakNames(settings);
  if (signal.aborted) return { settings, firstWords };
  await step(say, 'Starting dialer and api', async () => {
    for (const name of ['dialer', 'api']) running.push(ourProcess(name, { env, logFolder }));
    await waitUntilReady(settings, { logFile: join(logFolder, 'api.log'), signal });
  });
  return { settings, firstWords };
}

/** The recorded message says on whose behalf the call was made. */
async function speakNames(settings: Settings): Promise<void> {
  const database = openDatabase(settings.databasePlace);
  try {
    await speakClientNames(asteriskRoot(settings), await allClients(database.db));
  } finally {
    await database.close();
  }
}

function ourProcess(
  name: string,
  { env, logFolder }: { env: NodeJS.ProcessEnv; logFolder: string },
): Supervised {
  const file = join(house, 'apps', name, 'src/main.ts');
  if (!existsSync(file)) throw new LaunchError(`${file} is missing: is the project complete?`);
  return supervise(name, async () => startNode({ file, env, logFile: join(logFolder, `${name}.log`) }), say);
}

function announce({ settings, firstWords }: Launched): void {
  say(`\nAlizé is running (${((performance.now() - startedAt) / 1000).toFixed(1)} s). Ctrl-C stops it.`);
  say(`  Console   ${settings.origin}`);
  say(`  Logs      ${join(settings.dataFolder, 'log')}`);
  if (settings.asterisk === 'fake') say('  NO CALL IS REAL: this is the fake Asterisk, for looking around.');
  if (firstWords)
    say(`\nFirst log-ins (kept in the data folder; change the passwords):\n${logIns(firstWords)}`);
}

/** The seeding prints one JSON object a line; anything else is shown as it is. */
function logIns(lines: string): string {
  return lines.split('\n').map(logIn).join('\n');
}

function logIn(line: string): string {
  try {
    const { role, login, password } = JSON.parse(line);
    return `  ${String(role).padEnd(14)} ${String(login).padEnd(16)} ${String(password)}`;
  } catch {
    return `  ${line}`;
  }
}

/** In the order api, dialer, Asterisk: nobody asks of a process that is gone already. */
async function stopAll(running: readonly Supervised[]): Promise<void> {
  for (const { name, stop } of running
    .toReversed()
    .map((one) => ({ name: one.name, stop: () => one.stop(10_000) }))) {
    say(`Stopping ${name} …`);
    await stop();
  }
  if (running.length > 0) say('Nothing is left running.');
}

function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  try {
    return readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) throw new LaunchError(error.problems.join('\n'));
    throw error;
  }
}

/** Aborts at Ctrl-C, at SIGTERM, when the terminal goes away, and when the process that started us does. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  return controller.signal;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    // A timer keeps the process alive though everything else may be waiting to start again.
    const alive = setInterval(() => {}, 60_000);
    signal.addEventListener('abort', () => {
      clearInterval(alive);
      resolve();
    });
  });
}
