import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAsteriskLink } from '@alize/ami';
import {
  appendCommand,
  type Database,
  type Db,
  liesInFile,
  markPresent,
  migrate,
  openDatabase,
  takeSeat,
} from '@alize/db';
import { createNotices, Dialer } from '@alize/dialer';
import type { Command, UserId } from '@alize/model';
import { createIds, createLog, createMetrics, type IdSource } from '@alize/runtime';
import { type Centre, type CentreOptions, setUpCentre } from './centre.ts';
import type { CrashPoints } from './crash-points.ts';
import { type CalleePlan, type FakeAsterisk, startFakeAsterisk } from './fake-asterisk/index.ts';
import { VirtualClock } from './virtual-clock.ts';

export interface BedOptions extends CentreOptions {
  readonly planFor: (number: string) => CalleePlan;
  /** Local time in Paris at which the bed's clock starts; a working Tuesday morning by default. */
  readonly startsAt?: string;
  /** Lets the first dialer die at a chosen moment. */
  readonly crashPoints?: CrashPoints;
  /** Makes the database; a SQLite file by default. */
  readonly makePlace?: () => Promise<Place>;
}

/** A database with its tables: its path or address, and what takes it away. */
interface Place {
  readonly place: string;
  remove(): Promise<void>;
}

/** How far the clock is moved in one go; what people and sockets do falls in between. */
const stepMs = 20;
/** How often a signed-in agent's browser is seen, as the api writes it. */
const presenceEveryMs = 400;

/**
 * A centre in one process: real database, real dialer, the fake Asterisk over a real socket, and a virtual
 * clock. Agents act through the command table, as the api has them do.
 */
export class Bed {
  readonly clock: VirtualClock;
  readonly database: Database;
  readonly fake: FakeAsterisk;
  readonly centre: Centre;
  readonly ids: IdSource;
  dialer: Dialer;
  readonly #options: BedOptions;
  readonly #place: Place;
  readonly #handles: Database[] = [];
  readonly #present = new Map<UserId, string>();
  #presentAtMs = 0;
  #dialersCount = 0;

  private constructor(parts: {
    options: BedOptions;
    clock: VirtualClock;
    place: Place;
    database: Database;
    fake: FakeAsterisk;
    centre: Centre;
    ids: IdSource;
  }) {
    this.#options = parts.options;
    this.clock = parts.clock;
    this.#place = parts.place;
    this.database = parts.database;
    this.fake = parts.fake;
    this.centre = parts.centre;
    this.ids = parts.ids;
    this.dialer = this.startDialer();
  }

  static async start(options: BedOptions): Promise<Bed> {
    const start = Temporal.PlainDateTime.from(options.startsAt ?? '2026-11-24T10:30').toZonedDateTime(
      'Europe/Paris',
    );
    const clock = new VirtualClock(start.epochMilliseconds);
    const place = await (options.makePlace ?? makeFile)();
    const database = openDatabase(place.place);
    clock.letFinish(() => database.connectionsInUse() === 0);
    const ids = createIds(clock);
    const fake = await startFakeAsterisk({
      clock,
      user: 'alize',
      secret: 'secret',
      planFor: options.planFor,
    });
    const centre = await setUpCentre(database, ids, clock.nowMs(), options);
    return new Bed({ options, clock, place, database, fake, centre, ids });
  }

  /** Another dialer over the same database, as a second process would be. */
  startDialer(): Dialer {
    this.#dialersCount += 1;
    const crashPoints = this.#dialersCount === 1 ? this.#options.crashPoints : undefined;
    const database = openDatabase(this.#place.place);
    this.clock.letFinish(() => database.connectionsInUse() === 0);
    this.#handles.push(database);
    const link = createAsteriskLink({
      host: '127.0.0.1',
      port: this.fake.port,
      user: 'alize',
      secret: 'secret',
      clock: this.clock,
      random: () => 0.5,
      onProblem: () => {},
    });
    const dialer = new Dialer({
      database: crashPoints?.wrapDatabase(database) ?? database,
      link: crashPoints?.wrapLink(link) ?? link,
      clock: this.clock,
      ids: this.ids,
      random: randomBytes,
      notices: createNotices(
        createLog({ name: 'bed', level: process.env.ALIZE_BED_LOG ?? 'silent' }),
        createMetrics('dialer'),
      ),
      holder: `bed-${this.#dialersCount}`,
      zoneDataVersion: process.versions.tz ?? '',
    });
    dialer.start();
    return dialer;
  }

  /** An agent sits down: signs in, and their browser calls in. They are on a pause, as everybody is at first. */
  async signIn(userId: UserId): Promise<string> {
    const seats = Array.from({ length: 99 }, (_, index) => `seat-${String(index + 1).padStart(3, '0')}`);
    const { clientId } = this.centre;
    const seat = await this.#write((db) =>
      db.transaction().execute(async (tx) => {
        const taken = await takeSeat(tx, { userId, clientId, seats, nowMs: this.clock.nowMs() });
        await appendCommand(tx, {
          atMs: this.clock.nowMs(),
          clientId,
          userId,
          command: { kind: 'agent.sign_in' },
        });
        return taken;
      }),
    );
    if (!seat) throw new Error('No seat is free');
    this.#present.set(userId, seat);
    await this.#showPresence();
    this.fake.agentJoins(seat);
    await this.run(100);
    return seat;
  }

  /** Everybody signs in and asks for calls. */
  async openForBusiness(): Promise<void> {
    for (const userId of this.centre.agentIds) {
      await this.signIn(userId);
      await this.ask(userId, { kind: 'agent.ready' });
    }
    await this.run(200);
  }

  /** The agent's browser is gone without a word: no presence, and the leg falls 5 s later. */
  loseBrowser(userId: UserId): void {
    const seat = this.#present.get(userId);
    this.#present.delete(userId);
    if (seat) this.clock.setTimer(5_000, () => this.fake.agentLeaves(seat));
  }

  async ask(userId: UserId, command: Command): Promise<void> {
    const { clientId } = this.centre;
    await this.#write((db) => appendCommand(db, { atMs: this.clock.nowMs(), clientId, userId, command }));
  }

  /** Lets time pass while every agent ends their wrap-up about a second after each call. */
  async work(ms: number): Promise<void> {
    const endMs = this.clock.nowMs() + ms;
    while (this.clock.nowMs() < endMs) {
      await this.run(Math.min(1_000, endMs - this.clock.nowMs()));
      await this.finishWrapUps();
    }
  }

  /** Whoever is in wrap-up has told what came of their call. */
  async finishWrapUps(): Promise<void> {
    const agents = await this.database.db.selectFrom('agent').selectAll().execute();
    for (const { state, user_id, attempt_id } of agents) {
      if (state === 'wrap_up' && attempt_id) {
        await this.ask(user_id, { kind: 'call.disposed', attemptId: attempt_id });
      }
    }
  }

  /** Lets time pass, presence included. */
  async run(ms: number): Promise<void> {
    const endMs = this.clock.nowMs() + ms;
    while (this.clock.nowMs() < endMs) {
      await this.clock.advance(Math.min(stepMs, endMs - this.clock.nowMs()));
      if (this.clock.nowMs() - this.#presentAtMs >= presenceEveryMs) await this.#showPresence();
    }
  }

  /** Lets time pass until `isSo`; throws when it is not within `maxMs`. */
  async until(what: string, isSo: () => boolean | Promise<boolean>, maxMs = 60_000): Promise<void> {
    const endMs = this.clock.nowMs() + maxMs;
    while (!(await isSo())) {
      if (this.clock.nowMs() >= endMs) throw new Error(`Not within ${maxMs} ms: ${what}`);
      await this.run(stepMs);
    }
  }

  async close(): Promise<void> {
    const stopped = this.dialer.stop();
    await this.clock.advance(2_000);
    await stopped;
    await this.fake.stop();
    for (const handle of [...this.#handles, this.database]) await handle.close();
    await this.#place.remove();
  }

  async #showPresence(): Promise<void> {
    this.#presentAtMs = this.clock.nowMs();
    if (this.#present.size === 0) return;
    await this.#write((db) => markPresent(db, [...this.#present.keys()], this.clock.nowMs()));
  }

  /**
   * Writes as the api does. PostgreSQL tells the dialers of a commit in real time, which the clock knows nothing of:
   * it stands still until each has heard, or a browser would seem long gone before its dialer hears that it is there.
   * What stands in a SQLite file, a dialer sees as soon as it looks.
   */
  async #write<T>(change: (db: Db) => Promise<T>): Promise<T> {
    if (liesInFile(this.#place.place)) return change(this.database.db);
    const before = this.#handles.map((handle) => handle.version());
    const result = await change(this.database.db);
    while (this.#handles.some((handle, index) => handle.version() === before[index])) {
      await new Promise(setImmediate);
    }
    return result;
  }
}

async function makeFile(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'alize-bed-'));
  const place = join(folder, 'alize.sqlite');
  const database = openDatabase(place);
  await migrate(database.db);
  await database.close();
  return { place, remove: async () => rmSync(folder, { recursive: true }) };
}
