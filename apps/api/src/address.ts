import type { Context } from 'hono';
import type { Env } from './routing.ts';

/** Behind a proxy on this machine, the address that the proxy saw; else that of the socket. */
export function addressOf(context: Context<Env>): string {
  const address = context.env?.incoming?.socket.remoteAddress ?? 'unknown';
  const isLocal = address === '::1' || address.endsWith('127.0.0.1');
  const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return (isLocal && forwarded) || address;
}
