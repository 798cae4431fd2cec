import { randomBytes } from 'node:crypto';
import { createAsteriskLink } from '@alize/ami';
import { isZoneDataRecent, zoneDataDemanded } from '@alize/compliance';
import { openDatabase } from '@alize/db';
import { createIds, createLog, createMetrics, readSettings, systemClock } from '@alize/runtime';
import { Dialer } from './dialer.ts';
import { startHeartbeat } from './heartbeat.ts';
import { holderName, isHolderGone } from './holder.ts';
import { createNotices } from './notices.ts';
import { startStatusServer } from './status-server.ts';

const settings = readSettings(process.env);
const log = createLog({ name: 'dialer', level: settings.logLevel });
const metrics = createMetrics('dialer');
const notices = createNotices(log, metrics);
const zoneDataVersion = process.versions.tz ?? 'unknown';
if (!isZoneDataRecent(zoneDataVersion)) {
  // Hours of the law would be read off the wrong clock: no call is better than that.
  notices.zoneDataTooOld(zoneDataVersion, zoneDataDemanded);
  process.exit(1);
}
const database = openDatabase(settings.databasePlace);
const link = createAsteriskLink({
  ...settings.ami,
  clock: systemClock,
  random: Math.random,
  onProblem: (problem) => notices.failed(problem.kind, problem.cause),
});
const dialer = new Dialer({
  database,
  link,
  clock: systemClock,
  ids: createIds(systemClock),
  random: randomBytes,
  notices,
  holder: holderName(),
  isGone: isHolderGone,
  zoneDataVersion,
});

dialer.start();
const stopHeartbeat = startHeartbeat(() => dialer.noteData());
const server = startStatusServer({
  host: settings.host,
  port: settings.dialerPort,
  metrics,
  standing: () => (dialer.isReady ? 'ready' : dialer.isLeader ? 'not_ready' : 'spare'),
});

async function stop(): Promise<void> {
  stopHeartbeat();
  server.close();
  await dialer.stop();
  await database.close();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
