import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { DeliveryError } from './delivery-error.ts';
import { isPublicAddress } from './public-address.ts';

/** An address that a name stands for. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a host. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

export interface SafeRequest {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Hosts, in lower case, that may be private, speak http, and listen on any port. */
  readonly allowedHosts: readonly string[];
  /** From asking for the name to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Of the answer's body. */
  readonly bytesMax: number;
  /** What of a longer body: the request fails with `too_large`, or the rest is not read. Left out: it fails. */
  readonly longer?: 'refuse' | 'cut';
  /** Left out: the system's resolver. */
  readonly resolve?: Resolve;
}

export interface SafeAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Asks an address that somebody else has named. Only https on ports 443 and 8443, only machines of the public Internet,
 * unless the host is allowed by name; the name is resolved once, and the connection goes to the addresses that were
 * looked at. Redirections are not followed: they come back as they are, like every other status. Throws DeliveryError:
 * `address_refused`, `unreachable`, `timed_out`, `too_large`.
 */
export async function safeFetch(url: string | URL, request: SafeRequest): Promise<SafeAnswer> {
  const { address, isAllowed } = readAddress(url, request.allowedHosts);
  const signal = AbortSignal.timeout(request.timeoutMs);
  try {
    const host = address.hostname.replace(/^\[|\]$/g, '');
    const found = await within(signal, resolveOnce(host, isAllowed, request.resolve ?? resolveBySystem));
    return await exchange(address, { ...request, found, signal });
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    throw new DeliveryError(signal.aborted ? 'timed_out' : 'unreachable', { cause: error });
  }
}

/**
 * True when an address has a form that `safeFetch` takes: the name behind it is resolved only when it is asked. Of a
 * host given by its number this is the whole check.
 */
export function isAddressAllowed(url: string, allowedHosts: readonly string[]): boolean {
  try {
    const { address, isAllowed } = readAddress(url, allowedHosts);
    const host = address.hostname.replace(/^\[|\]$/g, '');
    return isAllowed || isIP(host) === 0 || isPublicAddress(host);
  } catch {
    return false;
  }
}

const ports = ['', '443', '8443'];

/** The URL standard turns decimal, octal, hexadecimal and shortened numbers into the dotted form. */
function readAddress(url: string | URL, allowedHosts: readonly string[]) {
  if (!URL.canParse(url)) throw new DeliveryError('address_refused');
  const address = new URL(url);
  const isAllowed = allowedHosts.includes(address.hostname.toLowerCase().replace(/^\[|\]$/g, ''));
  const isWellFormed =
    address.username === '' &&
    address.password === '' &&
    (isAllowed
      ? ['https:', 'http:'].includes(address.protocol)
      : address.protocol === 'https:' && ports.includes(address.port));
  if (!isWellFormed) throw new DeliveryError('address_refused');
  return { address, isAllowed };
}

const resolveBySystem: Resolve = (host) => lookup(host, { all: true });

/** The addresses to connect to. One that is not public among them, and none is trusted. */
async function resolveOnce(
  host: string,
  isAllowed: boolean,
  resolve: Resolve,
): Promise<readonly ResolvedAddress[]> {
  const family = isIP(host);
  const found = family === 0 ? await resolve(host) : [{ address: host, family }];
  if (found.length === 0) throw new DeliveryError('unreachable');
  if (!isAllowed && !found.every(({ address }) => isPublicAddress(address)))
    throw new DeliveryError('address_refused');
  return found;
}

type Exchange = SafeRequest & {
  readonly found: readonly ResolvedAddress[];
  readonly signal: AbortSignal;
};

function exchange(address: URL, asked: Exchange): Promise<SafeAnswer> {
  const { method, headers, body, found, signal } = asked;
  const start = address.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((answer, fail) => {
    const request = start(
      address,
      // No agent: a connection is of one request, so that none outlives the check of its address.
      { method, headers: { ...headers }, agent: false, lookup: lookupOf(found), signal },
      (response) => {
        readBody(response, asked).then((read) => {
          answer({ status: response.statusCode ?? 0, headers: headersOf(response), body: read });
        }, fail);
      },
    );
    request.on('error', fail);
    request.end(body);
  });
}

/** In place of the resolver: the addresses that were looked at, whatever the name says by now. */
function lookupOf(found: readonly ResolvedAddress[]): LookupFunction {
  return (_host, options, tell) => {
    if (options.all) return tell(null, [...found]);
    const [first] = found;
    tell(null, first?.address ?? '', first?.family ?? 4);
  };
}

async function readBody(response: IncomingMessage, { bytesMax, longer, signal }: Exchange): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of response) {
      // A response without an encoding gives Buffers.
      pieces.push(piece as Buffer);
      bytes += (piece as Buffer).length;
      if (bytes <= bytesMax) continue;
      if (longer === 'cut') break;
      throw new DeliveryError('too_large', { status: response.statusCode ?? null });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new DeliveryError('timed_out', { status: response.statusCode ?? null, cause: error });
  }
  return Buffer.concat(pieces).subarray(0, bytesMax);
}

function headersOf(response: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

/** What is awaited, or the signal's reason when that comes first. */
function within<T>(signal: AbortSignal, awaited: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    awaited.then(resolve, reject);
  });
}
