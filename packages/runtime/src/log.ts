import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/**
 * Fields that bear personal data or secrets. Writers keep them out; this list is the second wall, so that a slip
 * prints `[personal]` and not a number.
 */
const personalFields = [
  'phoneNumber',
  'callerId',
  'name',
  'firstName',
  'lastName',
  'email',
  'password',
  'token',
  'secret',
  'cookie',
];

/** A JSON log on standard output, one line an event: a short fixed sentence, data in fields, nothing personal. */
export function createLog(options: { name: string; level: string }, destination?: DestinationStream): Log {
  const settings = {
    level: options.level,
    base: { process: options.name },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: personalFields.flatMap((field) => [field, `*.${field}`]), censor: '[personal]' },
  };
  return destination ? pino(settings, destination) : pino(settings);
}
