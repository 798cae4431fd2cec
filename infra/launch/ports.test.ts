import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { readSettings } from '@alize/runtime';
import { expect, test } from 'vitest';
import { refuseTakenPorts } from './ports.ts';

test('a port that is taken is refused with its number and its setting', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // listen(0) on TCP gives an AddressInfo; a string only comes from a socket file.
  const { port } = server.address() as AddressInfo;
  const settings = readSettings({ ALIZE_PORT: String(port), ALIZE_ASTERISK: 'external' });
  await expect(refuseTakenPorts(settings)).rejects.toThrow(
    `Port ${port} (tcp) is taken: end the program that listens there, or set ALIZE_PORT to a free port.`,
  );
  server.close();
});

test('one port given to two things is refused with both names', async () => {
  const settings = readSettings({
    ALIZE_PORT: '8398',
    ALIZE_DIALER_PORT: '8398',
    ALIZE_ASTERISK: 'external',
  });
  await expect(refuseTakenPorts(settings)).rejects.toThrow(/ALIZE_DIALER_PORT and ALIZE_PORT are both 8398/);
});
