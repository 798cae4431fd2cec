// The first step of every command, in plain JavaScript: runs on any Node from 20 on, with nothing installed.
// Installs the dependencies when they are missing or old, then hands over to the Node that they bring.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const house = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const nodeBinary = join(house, 'node_modules', 'node', 'bin', 'node');
const stamp = join(house, 'node_modules', '.alize-installed');

const command = process.argv[2] ?? '';
if (!['start', 'test', 'check'].includes(command)) stop('Usage: npm start | npm test | npm run check.');
process.chdir(house);
installDependencies();
refuseOldZoneData();
loadEnvironmentFile();
handOver();

function installDependencies() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(nodeBinary) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  const startedAt = Date.now();
  console.log('Installing the dependencies (about a minute, once) …');
  rmSync(stamp, { force: true });
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
  });
  if (status !== 0)
    stop('npm ci failed, see above: check the network, the registry that npm uses, and the free disk space.');
  if (!existsSync(nodeBinary))
    stop('npm did not run the install script of the package "node": allow it (allowScripts) and try again.');
  writeFileSync(stamp, lock);
  console.log(`Installing the dependencies: ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`);
}

/** Older zone data has the hours of Vancouver, Edmonton and Casablanca wrong, and people would be called at night. */
function refuseOldZoneData() {
  const asked = spawnSync(nodeBinary, ['-p', 'process.versions.tz'], { encoding: 'utf8' });
  const zones = asked.stdout?.trim() ?? '';
  if (asked.status !== 0)
    stop(`${nodeBinary} does not run on this machine: delete node_modules and try again.`);
  if (zones < '2026c')
    stop(`The time-zone data of Node is ${zones}, and 2026c is needed: delete node_modules and try again.`);
}

function loadEnvironmentFile() {
  if (!existsSync('.env')) return;
  if (!process.loadEnvFile) stop('Reading .env needs Node 20.12 or later.');
  process.loadEnvFile('.env');
}

/** Signals are passed on; the channel tells the child should this process be killed outright. */
function handOver() {
  const bin = [dirname(nodeBinary), join(house, 'node_modules', '.bin'), process.env.PATH].join(':');
  const child = spawn(nodeBinary, [join('infra', 'launch', `${command}.ts`)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: bin },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(`The pinned Node could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
