import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import type { Settings } from '@alize/runtime';
import type { Addresses } from '../asterisk/place.ts';

/**
 * Which of this machine's addresses Asterisk uses: towards each trunk the one that the route to it leaves by; for the
 * agents' sound `ALIZE_MEDIA_ADDRESS`, else loopback while the console is on loopback only, else the default route's.
 */
export async function localAddresses(settings: Settings, env = process.env): Promise<Addresses> {
  const trunks = settings.trunks.map(
    async ({ name, address }) => [name, await addressTowards(hostOf(address))] as const,
  );
  return {
    seatMedia: env.ALIZE_MEDIA_ADDRESS?.trim() || (await standardMediaAddress(settings)),
    trunks: Object.fromEntries(await Promise.all(trunks)),
  };
}

async function standardMediaAddress(settings: Settings): Promise<string> {
  const consoleHost = new URL(settings.origin).hostname;
  if (consoleHost === 'localhost' || consoleHost === loopback) return loopback;
  const isOneAddress = /^\d+\.\d+\.\d+\.\d+$/.test(settings.host) && !/^(0|127)\./.test(settings.host);
  // 192.0.2.1 stands for anywhere (RFC 5737); nothing is sent to it.
  return isOneAddress ? settings.host : addressTowards('192.0.2.1');
}

/** The address that a packet to `host` would leave by; loopback when there is no way. Connecting UDP sends nothing. */
async function addressTowards(host: string): Promise<string> {
  try {
    const { address } = await lookup(host, 4);
    return await connectedAddress(address);
  } catch {
    return loopback;
  }
}

function connectedAddress(remote: string): Promise<string> {
  const socket = createSocket('udp4');
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.connect(9, remote, () => {
      resolve(socket.address().address);
      socket.close();
    });
  });
}

const loopback = '127.0.0.1';

function hostOf(address: string): string {
  return address.replace(/:\d+$/, '');
}
