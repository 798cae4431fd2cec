import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isAddressAllowed, isPublicAddress, type Resolve, safeFetch } from './index.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real server on loopback; its port. */
async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An address is a text for pipes only.
  return (server.address() as AddressInfo).port;
}

const standard = { method: 'POST', body: 'x', allowedHosts: [], timeoutMs: 2_000, bytesMax: 1_000 };
const codeOf = async (url: string, change: Partial<Parameters<typeof safeFetch>[1]> = {}) =>
  safeFetch(url, { ...standard, ...change }).then(
    () => 'answered',
    (error) => error.code,
  );
const namesAs =
  (...addresses: readonly string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('an address that somebody named', () => {
  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://0/',
    'https://10.1.2.3/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://100.100.100.200/',
    'https://169.254.169.254/latest/meta-data/',
    'https://0xa9fea9fe/',
    'https://168.63.129.16/',
    'https://192.0.0.192/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::127.0.0.1]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[64:ff9b:1::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:0:7f00:1::]/',
    'https://[fe80::1]/',
    'https://[fec0::1]/',
    'https://[fc00::1]/',
    'https://[fd00:ec2::254]/',
    'https://[ff02::1]/',
    'https://[2001:db8::1]/',
    'https://①②⑦.⓪.⓪.①/',
  ])('%s is refused without a connection', async (url) => {
    expect(await codeOf(url)).toBe('address_refused');
    expect(isAddressAllowed(url, [])).toBe(false);
  });

  test.each([
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'data:text/plain,x',
    'https://example.org:22/',
    'https://example.org:6379/',
    'https://user:password@example.org/',
    'https://user@example.org/',
    'not an address',
    '',
  ])('%s is refused for its form', async (url) => {
    expect(await codeOf(url, { resolve: namesAs('192.0.78.9') })).toBe('address_refused');
    expect(isAddressAllowed(url, [])).toBe(false);
  });

  test.each(['127.0.0.1', '::1', '::ffff:10.0.0.1', '169.254.169.254', 'fe80::1%eth0'])(
    'a name that stands for %s is refused',
    async (address) => {
      expect(await codeOf('https://hook.example.org/', { resolve: namesAs(address) })).toBe(
        'address_refused',
      );
    },
  );

  test('a name that stands for a public and a private address is refused', async () => {
    const resolve = namesAs('192.0.78.9', '127.0.0.1');
    expect(await codeOf('https://hook.example.org/', { resolve })).toBe('address_refused');
  });

  test('public addresses are public, also behind the prefix of a network of IPv6 alone', () => {
    const known = ['192.0.78.9', '8.8.8.8', '2606:4700::1111', '64:ff9b::808:808'];
    expect(known.filter(isPublicAddress)).toEqual(known);
    expect(isPublicAddress('example.org')).toBe(false);
  });
});

test('a name is resolved once: what it says afterwards has no effect', async () => {
  let asked = 0;
  const port = await listen((_request, response) => response.end('inside'));
  const rebinding: Resolve = async () => {
    asked += 1;
    return [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
  };
  const url = `https://hook.example.org:${port}/`;
  expect(await codeOf(url, { resolve: rebinding })).toBe('address_refused');
  // Allowed by name: the first answer is a machine that is not there, the second would have been this server.
  asked = 0;
  const allowed = { resolve: rebinding, allowedHosts: ['hook.example.org'], timeoutMs: 300 };
  expect(['timed_out', 'unreachable']).toContain(await codeOf(`http://hook.example.org:${port}/`, allowed));
  expect(asked).toBe(1);
});

describe('a host that is allowed by name', () => {
  const allowed = { allowedHosts: ['crm.intra', '127.0.0.1'] };

  test('is reached at the address that its name stood for, by http and on any port', async () => {
    const heard: string[] = [];
    const port = await listen((request, response) => {
      heard.push(`${request.method} ${request.url} ${request.headers.host} ${request.headers['x-a']}`);
      response.writeHead(201, { 'X-B': 'c' }).end('taken');
    });
    const answer = await safeFetch(`http://crm.intra:${port}/hook?a=1`, {
      ...{ ...standard, ...allowed, headers: { 'x-a': 'b' } },
      resolve: namesAs('127.0.0.1'),
    });
    expect(heard).toEqual([`POST /hook?a=1 crm.intra:${port} b`]);
    expect({ ...answer, body: answer.body.toString() }).toMatchObject({
      status: 201,
      headers: { 'x-b': 'c' },
      body: 'taken',
    });
  });

  test('does not lead elsewhere: a redirection is an answer like any other', async () => {
    const port = await listen((_request, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    );
    const answer = await safeFetch(`http://127.0.0.1:${port}/`, { ...standard, ...allowed });
    expect(answer.status).toBe(302);
  });

  test('has so much time in all, also when it sends a byte now and then', async () => {
    const port = await listen((_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await codeOf(`http://127.0.0.1:${port}/`, { ...allowed, timeoutMs: 200 })).toBe('timed_out');
    const silent = await listen(() => {});
    expect(await codeOf(`http://127.0.0.1:${silent}/`, { ...allowed, timeoutMs: 200 })).toBe('timed_out');
    const resolve: Resolve = () => new Promise(() => {});
    expect(await codeOf('http://crm.intra/', { ...allowed, resolve, timeoutMs: 200 })).toBe('timed_out');
  });

  test('has so much room for its answer', async () => {
    const port = await listen((_request, response) => {
      const write = () => {
        while (response.write('x'.repeat(10_000)));
        response.once('drain', write);
      };
      write();
    });
    const url = `http://127.0.0.1:${port}/`;
    expect(await codeOf(url, allowed)).toBe('too_large');
    const cut = await safeFetch(url, { ...standard, ...allowed, longer: 'cut' });
    expect(cut.body.length).toBe(standard.bytesMax);
  });

  test('that is not there is unreachable', async () => {
    const port = await listen((_request, response) => response.end());
    servers[0]?.close();
    expect(await codeOf(`http://127.0.0.1:${port}/`, allowed)).toBe('unreachable');
    const resolve: Resolve = async () => {
      throw new Error('ENOTFOUND');
    };
    expect(await codeOf('http://crm.intra/', { ...allowed, resolve })).toBe('unreachable');
    expect(await codeOf('http://crm.intra/', { ...allowed, resolve: namesAs() })).toBe('unreachable');
  });
});
