import { randomBytes } from 'node:crypto';
import { openDatabase } from '@alize/db';
import { createIds, createLog, readSettings, systemClock } from '@alize/runtime';
import { createOutbox } from '../src/outbox/outbox.ts';
import { createSenders } from '../src/outbox/senders.ts';

/** An outbox as a process of its own, so that it can be killed; its clock is ahead by as much as it is told. */
const aheadMs = Number(process.argv[2]);
const settings = readSettings(process.env);
const clock = { ...systemClock, nowMs: () => systemClock.nowMs() + aheadMs };
const parts = {
  ...{ settings, clock, ids: createIds(clock), database: openDatabase(settings.databasePlace) },
  log: createLog({ name: 'outbox', level: 'silent' }),
  random: (bytesCount: number) => randomBytes(bytesCount),
};
createOutbox(parts, createSenders(parts));
process.stdout.write('up\n');
