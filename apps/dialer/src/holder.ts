import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** A name for this process among all that ever ran: host, process id, a random part. */
export function holderName(): string {
  return `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`;
}

/** True when the process that a holder's name stands for ran on this host and runs no more. */
export function isHolderGone(holder: string): boolean {
  const [host, id] = holder.split(':');
  if (host !== hostname() || !/^\d+$/.test(id ?? '') || Number(id) === process.pid) return false;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
