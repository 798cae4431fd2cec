import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { DatabaseLostError, migrate, openDatabase } from '@alize/db';
import { createIds, createLog, readSettings, SettingsError, systemClock } from '@alize/runtime';
import { syncTrunks } from './demonstration/seed.ts';
import { events } from './events.ts';
import { createApi } from './index.ts';

/** How long requests in flight may take to end when the process is stopped. */
const graceMs = 1000;

/** The api as a process: settings from the environment, one database file, one port, until SIGTERM or SIGINT. */
async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLog({ name: 'api', level: settings.logLevel });
  const database = openDatabase(settings.databasePlace);
  await migrate(database.db);
  const ids = createIds(systemClock);
  await syncTrunks({ db: database.db, ids }, settings.trunks);
  const random = (bytesCount: number) => randomBytes(bytesCount);
  const api = await createApi({ settings, database, clock: systemClock, ids, log, random });
  const server = createServer();
  api.attach(server);
  server.listen(settings.port, settings.host);
  await once(server, 'listening');
  events.listening(log, { host: settings.host, port: settings.port, origin: settings.origin });

  /** Takes no new request, ends streams and telephones, lets requests in flight end, then closes the file. */
  const stop = async (signal: string) => {
    events.stopping(log, { signal });
    const closed = once(server, 'close');
    server.close();
    await api.close();
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(cut);
    await database.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
}

/** What people can mend is told in a sentence; anything else is a fault of ours, with its stack. */
function explain(error: unknown): string {
  if (error instanceof SettingsError || error instanceof DatabaseLostError) return error.message;
  const isPortTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (isPortTaken)
    return 'The port of the api is taken: stop what listens there, or set ALIZE_PORT to another.';
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

start().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
