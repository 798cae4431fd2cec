import pg from 'pg';

/** What a commit says to those who listen; migrate() puts the triggers that say it. */
export const changeChannel = 'alize_change';

/** What a notification lost on a broken connection would have said is found out after this long. */
const lookAnywayMs = 1_000;

/** How often others have committed, as far as is known; it grows once a second in any case. */
export interface PostgresWatch {
  readonly changes: number;
  stop(): Promise<void>;
}

/** Listens on a connection of its own, made anew at once when it breaks, then every second until it is there. `isOwn` tells the server processes that work for us. */
export function watchPostgres(settings: pg.ClientConfig, isOwn: (backend: number) => boolean): PostgresWatch {
  let changes = 0;
  let isStopped = false;
  let listener: Promise<pg.Client | null> = Promise.resolve(null);

  const listen = async (): Promise<pg.Client | null> => {
    const client = new pg.Client(settings);
    let heard = false;
    client.on('error', () => {});
    client.once('end', () => {
      if (heard && !isStopped) listener = listen();
    });
    client.on('notification', ({ processId }) => {
      if (!isOwn(processId)) changes += 1;
    });
    try {
      await client.connect();
      await client.query(`listen ${changeChannel}`);
      heard = true;
      changes += 1;
      return client;
    } catch {
      await client.end().catch(() => {});
      return null;
    }
  };
  const tend = async () => {
    changes += 1;
    if (!isStopped && (await listener) === null) listener = listen();
  };

  listener = listen();
  const tending = setInterval(() => void tend(), lookAnywayMs);
  tending.unref();
  return {
    get changes() {
      return changes;
    },
    async stop() {
      isStopped = true;
      clearInterval(tending);
      await (await listener)?.end();
    },
  };
}
