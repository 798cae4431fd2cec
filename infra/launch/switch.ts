import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '@alize/runtime';
import { placeAt } from '../asterisk/place.ts';
import { configuration, writeConfiguration } from '../asterisk/write-configuration.ts';
import { startAsterisk, writeInstance } from './asterisk-instance.ts';
import { house } from './house.ts';
import { localAddresses } from './local-addresses.ts';
import { startNode } from './node-process.ts';
import { prepareAsteriskRoot } from './prepare-asterisk.ts';
import { LaunchError, type Say, step } from './steps.ts';
import { type Supervised, supervise } from './supervised.ts';

export interface SwitchOptions {
  /** With the secrets in it. */
  readonly settings: Settings;
  readonly env: NodeJS.ProcessEnv;
  readonly logFolder: string;
  readonly say: Say;
  readonly signal: AbortSignal;
}

/** Gets the telephone switch that the settings ask for to run; null when it is somebody else's to run. */
export async function startSwitch(options: SwitchOptions): Promise<Supervised | null> {
  switch (options.settings.asterisk) {
    case 'managed':
      return startManaged(options);
    case 'external':
      return describeExternal(options);
    case 'fake':
      return startFake(options);
  }
}

/** Where the Asterisk that we install lives. */
export function asteriskRoot(settings: Settings): string {
  return join(settings.dataFolder, 'asterisk');
}

async function startManaged({ settings, logFolder, say, signal }: SwitchOptions): Promise<Supervised> {
  refuseWithoutRoot();
  const root = asteriskRoot(settings);
  await prepareAsteriskRoot({ root, logFolder, say, signal });
  const instance = { root, name: 'main', settings };
  const first = await step(say, 'Starting Asterisk', async () => {
    await writeInstance(instance);
    const asterisk = startAsterisk(instance);
    await asterisk.ready.catch(async (error: unknown) => {
      await asterisk.stop();
      throw error;
    });
    return asterisk;
  });
  let next: typeof first | null = first;
  return supervise(
    'Asterisk',
    async () => {
      const asterisk = next ?? startAsterisk(instance);
      next = null;
      return asterisk;
    },
    say,
  );
}

/** Asterisk needs root to be installed and to be started in its own root; it runs as a user of its own. */
function refuseWithoutRoot(): void {
  if (process.getuid?.() === 0) return;
  throw new LaunchError(
    'Running the managed Asterisk needs root: run as root, or set ALIZE_ASTERISK=external (your own Asterisk) or ALIZE_ASTERISK=fake (no real calls).',
  );
}

/** One's own Asterisk: the configuration that it needs is written for copying. */
async function describeExternal({ settings, say }: SwitchOptions): Promise<null> {
  const folder = join(settings.dataFolder, 'asterisk-configuration');
  const place = {
    ...placeAt('/var/lib/asterisk/alize'),
    ...{ etc: '/etc/asterisk', run: '/run/asterisk', log: '/var/log/asterisk', spool: '/var/spool/asterisk' },
    lib: '/var/lib/asterisk',
  };
  await mkdir(settings.dataFolder, { recursive: true });
  await writeConfiguration(folder, configuration(settings, place, await localAddresses(settings)));
  say(
    `Your own Asterisk is used, at ${settings.ami.host}:${settings.ami.port}. What it needs was written to ${folder}:`,
  );
  say('  copy extensions.conf, pjsip.conf, manager.conf and http.conf, or merge them into yours.');
  return null;
}

async function startFake({ env, logFolder, say }: SwitchOptions): Promise<Supervised> {
  const file = join(house, 'packages/testbed/src/fake-asterisk-process.ts');
  if (!existsSync(file)) throw new LaunchError(`${file} is missing: is the project complete?`);
  say('NO CALL IS REAL: the fake Asterisk is started, for looking around.');
  return supervise(
    'fake Asterisk',
    async () => startNode({ file, env, logFile: join(logFolder, 'fake-asterisk.log') }),
    say,
  );
}
