import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@alize/db';
import { type RunningAsterisk, startAsterisk, writeInstance } from '@alize/infra';
import { readSettings, type Settings, seatNames, systemClock } from '@alize/runtime';
import { answersAndStays, type FakeAsterisk, startFakeAsterisk } from '../src/fake-asterisk/index.ts';
import { plainSeatConf } from '../src/plain-seat.ts';
import { ApiSession } from './api-session.ts';
import { type CarriedCall, readCarrierBook } from './carrier-book.ts';

const house = new URL('../../..', import.meta.url).pathname;
export const password = 'un mot de passe long';

export interface RealCentreOptions {
  /** Names the instance and its folders. */
  readonly name: string;
  /** The first of 100 ports of this centre. */
  readonly portFrom: number;
  /** SIPp plays the telephones of the seats, which are browsers otherwise (telephone-agent.ts). */
  readonly hasTelephones?: boolean;
  /** The fake Asterisk stands for the real one and the carrier: whoever is called answers, and stays. */
  readonly isFake?: boolean;
  /** What the processes are told besides. */
  readonly env?: Readonly<Record<string, string>>;
}

type ProcessName = 'api' | 'dialer' | 'carrier' | 'telephones';

/**
 * A whole centre of real parts: Asterisk, SIPp as its carrier, the api and the dialer as processes over one SQLite
 * file. Processes are started and killed from here; people act through the api and the browser.
 */
export class RealCentre {
  readonly settings: Settings;
  readonly folder: string;
  readonly database: Database;
  readonly #env: NodeJS.ProcessEnv;
  readonly #root: string;
  readonly #name: string;
  readonly #browserSeats: number;
  readonly #isFake: boolean;
  readonly #children = new Map<ProcessName, ChildProcess>();
  #asterisk: RunningAsterisk | null = null;
  #fake: FakeAsterisk | null = null;

  get #carrierBook(): string {
    return join(this.folder, 'carrier-messages.log');
  }

  private constructor(options: RealCentreOptions) {
    const root = process.env.ALIZE_TEST_ASTERISK_ROOT;
    this.#isFake = options.isFake ?? false;
    if (!root && !this.#isFake)
      throw new Error('ALIZE_TEST_ASTERISK_ROOT must name a prepared root with Asterisk in it.');
    this.#root = root ?? '';
    this.#name = options.name;
    this.folder = mkdtempSync(join(tmpdir(), `alize-${options.name}-`));
    this.#env = {
      ...environment(this.folder, options.portFrom),
      ...(this.#isFake && { ALIZE_ASTERISK: 'fake' }),
      ...options.env,
    };
    this.settings = readSettings(this.#env);
    this.#browserSeats = options.hasTelephones ? 0 : this.settings.seatsCount;
    const seed = join(house, 'apps/api/src/seed-process.ts');
    execFileSync(process.execPath, [seed], { env: this.#env, stdio: ['ignore', 'ignore', 'inherit'] });
    this.database = openDatabase(this.settings.databasePlace);
  }

  static async start(options: RealCentreOptions): Promise<RealCentre> {
    const centre = new RealCentre(options);
    if (options.isFake) await centre.#startFake();
    else await centre.#startSwitch(options.hasTelephones ?? false);
    centre.startDialer();
    await centre.startApi();
    return centre;
  }

  async #startSwitch(hasTelephones: boolean): Promise<void> {
    const folder = await writeInstance(this.#instance());
    if (hasTelephones) await appendFile(join(folder, 'etc/pjsip.conf'), this.#startTelephones());
    await this.startAsterisk();
    this.startCarrier();
  }

  /** The leg of every seat is up from the start: the fake has no telephones. */
  async #startFake(): Promise<void> {
    const { ami, seatsCount } = this.settings;
    this.#fake = await startFakeAsterisk({ ...ami, clock: systemClock, planFor: () => answersAndStays });
    for (const seat of seatNames(seatsCount)) this.#fake.agentJoins(seat);
  }

  get asterisk(): RunningAsterisk {
    if (!this.#asterisk) throw new Error('Asterisk is not running');
    return this.#asterisk;
  }

  get origin(): string {
    return this.settings.origin;
  }

  async startAsterisk(): Promise<void> {
    this.#asterisk = startAsterisk(this.#instance());
    await this.#asterisk.ready;
  }

  async killAsterisk(): Promise<void> {
    this.asterisk.kill();
    await this.asterisk.exited;
  }

  startDialer(): void {
    this.#spawn('dialer', process.execPath, [join(house, 'apps/dialer/src/main.ts')]);
  }

  async startApi(): Promise<void> {
    this.#spawn('api', process.execPath, [join(house, 'apps/api/src/main.ts')]);
    await eventually(
      'the api answers',
      async () => (await fetch(`${this.origin}/readyz`).catch(() => null))?.ok === true,
    );
  }

  /** SIPp: what it does with a call is chosen by the last two digits (infra/sipp/README.md). */
  startCarrier(): void {
    const book = ['-trace_msg', '-message_file', this.#carrierBook, '-message_overwrite', 'false'];
    this.#startSipp('carrier', this.settings.demonstrationSipPort + 1, [...book, '-rtp_echo']);
  }

  /** A second SIPp, silent, as the telephones of the seats; what Asterisk has to know of them. */
  #startTelephones(): string {
    const port = this.settings.demonstrationSipPort + 2;
    this.#startSipp('telephones', port, []);
    // 00 answers at once, and stays.
    const seats = seatNames(this.settings.seatsCount);
    return seats.map((seat) => plainSeatConf(seat, `00@127.0.0.1:${port}`)).join('');
  }

  #startSipp(name: 'carrier' | 'telephones', port: number, more: readonly string[]): void {
    const scenario = ['-sf', join(house, 'infra/sipp/carrier.xml'), '-nostdin', ...more];
    const addresses = ['-i', '127.0.0.1', '-p', String(port), '-mi', '127.0.0.1', '-mp', String(port + 10)];
    this.#spawn(name, 'sipp', [...scenario, ...addresses]);
  }

  /** The carrier's own book of the calls that it received. */
  carried(): readonly CarriedCall[] {
    return existsSync(this.#carrierBook) ? readCarrierBook(readFileSync(this.#carrierBook, 'utf8')) : [];
  }

  /** The numbers of the INVITEs that the carrier, or the fake, received, each call once. */
  invites(): readonly string[] {
    return (this.#fake?.dialled ?? this.carried()).map(({ number }) => number);
  }

  /** kill -9, and wait until it is gone. */
  async kill(name: ProcessName, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#children.get(name);
    this.#children.delete(name);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  /** Logs somebody in: `responsable`, `superviseur`, `agent`, or an agent added by `addAgents`. */
  logIn(login: string): Promise<ApiSession> {
    return ApiSession.logIn(this.origin, login, password);
  }

  async stop(): Promise<void> {
    for (const name of ['api', 'dialer'] as const) await this.kill(name, 'SIGTERM');
    for (const name of ['carrier', 'telephones'] as const) await this.kill(name, 'SIGKILL');
    await this.#asterisk?.stop();
    await this.#fake?.stop();
    await this.database.close();
    if (process.env.ALIZE_TEST_KEEP) console.log(`kept: ${this.folder}`);
    else rmSync(this.folder, { recursive: true, force: true });
  }

  #instance() {
    const settings = { ...this.settings, seatsCount: this.#browserSeats };
    return { root: this.#root, name: this.#name, settings };
  }

  #spawn(name: ProcessName, program: string, args: readonly string[]): void {
    // Ended with us, should the tests be cut off.
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], {
      env: this.#env,
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = createWriteStream(join(this.folder, `${name}.log`), { flags: 'a' });
    child.stdout.pipe(output);
    child.stderr.pipe(output);
    this.#children.set(name, child);
  }
}

function environment(folder: string, portFrom: number): NodeJS.ProcessEnv {
  const { ALIZE_TEST_ASTERISK_ROOT: _, ...outside } = process.env;
  return {
    ...outside,
    ALIZE_DATA: folder,
    ALIZE_PORT: String(portFrom),
    ALIZE_DIALER_PORT: String(portFrom + 1),
    ALIZE_AMI_PORT: String(portFrom + 2),
    ALIZE_ASTERISK_HTTP_PORT: String(portFrom + 3),
    ALIZE_SIP_PORT: String(portFrom + 4),
    ALIZE_DEMO_SIP_PORT: String(portFrom + 5),
    ALIZE_DEMO_TRUNK_ADDRESS: `127.0.0.1:${portFrom + 6}`,
    ALIZE_RTP_FROM: String(portFrom + 20_000),
    ALIZE_RTP_TO: String(portFrom + 20_400),
    ALIZE_SEATS: '20',
    ALIZE_AMI_SECRET: 'a-secret-of-the-tests',
    ALIZE_SEAT_KEY: 'a-key-of-the-tests',
    ALIZE_SECRET_KEY: 'a-secret-key-of-the-tests',
    ALIZE_FIRST_PASSWORD: password,
    ALIZE_LOG_LEVEL: 'debug',
  };
}

/** Waits until `isSo`, asking every `everyMs`; throws when it is not within `maxMs`. */
export async function eventually(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  maxMs = 20_000,
  everyMs = 50,
): Promise<void> {
  const endAt = performance.now() + maxMs;
  while (!(await isSo())) {
    if (performance.now() > endAt) throw new Error(`Not within ${maxMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
