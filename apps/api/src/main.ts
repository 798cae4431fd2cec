import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { migrate, openDatabase } from '@alize/db';
import { createIds, createLog, readSettings, systemClock } from '@alize/runtime';
import { syncTrunks } from './demonstration/seed.ts';
import { events } from './events.ts';
import { createApi } from './index.ts';

/** The api as a process: settings from the environment, one database file, one port, until SIGTERM or SIGINT. */
const settings = readSettings(process.env);
const log = createLog({ name: 'api', level: settings.logLevel });
const database = openDatabase(settings.databaseFile);
await migrate(database.db);
const ids = createIds(systemClock);
await syncTrunks({ db: database.db, ids }, settings.trunks);

const api = await createApi({
  settings,
  database,
  clock: systemClock,
  ids,
  log,
  random: (bytesCount) => randomBytes(bytesCount),
});
const server = createServer();
api.attach(server);
server.listen(settings.port, settings.host);
await once(server, 'listening');
events.listening(log, { host: settings.host, port: settings.port, origin: settings.origin });

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));

/** Takes no new request, lets those in flight end, cuts streams and telephones, then closes the file. */
async function stop(signal: string): Promise<void> {
  events.stopping(log, { signal });
  const closed = once(server, 'close');
  server.close();
  await api.close();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 1000);
  await closed;
  clearTimeout(cut);
  await database.close();
}
