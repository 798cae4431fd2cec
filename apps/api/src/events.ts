import type { ListId, UserId } from '@alize/model';
import type { Log } from '@alize/runtime';

/** Every line that this process logs: a fixed sentence, data in fields, nothing personal. */
export const events = {
  listening: (log: Log, data: { host: string; port: number; origin: string }) =>
    log.info(data, 'api listens'),
  stopping: (log: Log, data: { signal: string }) => log.info(data, 'api stops'),
  requestFailed: (log: Log, { error, method }: { error: unknown; method: string }) =>
    log.error({ err: error, method }, 'request failed'),
  feedFailed: (log: Log, error: unknown) => log.error({ err: error }, 'event table could not be read'),
  sessionCheckFailed: (log: Log, error: unknown) => log.error({ err: error }, 'session could not be checked'),
  importEnded: (log: Log, data: { listId: ListId; answer: string }) => log.info(data, 'list import ended'),
  importFailed: (log: Log, error: unknown) => log.error({ err: error }, 'list import failed'),
  presenceFailed: (log: Log, error: unknown) => log.error({ err: error }, 'presence could not be written'),
  telephoneUp: (log: Log, data: { userId: UserId }) => log.info(data, 'agent telephone connected'),
  telephoneDown: (log: Log, data: { userId: UserId; reason: string }) =>
    log.info(data, 'agent telephone disconnected'),
  asteriskSocketFailed: (log: Log, error: unknown) =>
    log.warn({ err: error }, 'SIP socket to Asterisk failed'),
} as const;
