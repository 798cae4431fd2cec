import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { Settings } from '@alize/runtime';
import { LaunchError } from './steps.ts';

interface WantedPort {
  readonly setting: string;
  readonly protocol: 'tcp' | 'udp';
  readonly host: string;
  readonly port: number;
}

/** Throws LaunchError when one of the ports that these settings need is taken, or asked for twice. */
export async function refuseTakenPorts(settings: Settings): Promise<void> {
  const ports = wantedPorts(settings);
  const seen = new Map<string, string>();
  for (const { setting, protocol, host, port } of ports) {
    const key = `${protocol} ${port}`;
    const other = seen.get(key);
    if (other)
      throw new LaunchError(`${setting} and ${other} are both ${port}: give one of them another port.`);
    seen.set(key, setting);
    const refusal = await (protocol === 'tcp' ? tryTcp(host, port) : tryUdp(host, port));
    if (refusal) throw new LaunchError(sentence(refusal, { setting, protocol, host, port }));
  }
}

function wantedPorts(settings: Settings): readonly WantedPort[] {
  const loopback = '127.0.0.1';
  const ours: WantedPort[] = [
    { setting: 'ALIZE_PORT', protocol: 'tcp', host: settings.host, port: settings.port },
    { setting: 'ALIZE_DIALER_PORT', protocol: 'tcp', host: loopback, port: settings.dialerPort },
  ];
  if (settings.asterisk === 'external') return ours;
  const ami: WantedPort = {
    setting: 'ALIZE_AMI_PORT',
    protocol: 'tcp',
    host: loopback,
    port: settings.ami.port,
  };
  if (settings.asterisk === 'fake') return [...ours, ami];
  const webSocketPort = Number(new URL(settings.sipSocketUrl).port || 80);
  return [
    ...ours,
    ami,
    { setting: 'ALIZE_ASTERISK_HTTP_PORT', protocol: 'tcp', host: loopback, port: webSocketPort },
    { setting: 'ALIZE_SIP_PORT', protocol: 'udp', host: loopback, port: settings.sipPort },
    { setting: 'ALIZE_DEMO_SIP_PORT', protocol: 'udp', host: loopback, port: settings.demonstrationSipPort },
    { setting: 'ALIZE_RTP_FROM', protocol: 'udp', host: loopback, port: settings.rtpPortFrom },
  ];
}

function sentence(code: string, { setting, protocol, host, port }: WantedPort): string {
  if (code === 'EACCES')
    return `Port ${port} needs root: run as root, or set ${setting} to a port above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}: set ALIZE_HOST to one that it has.`;
  return `Port ${port} (${protocol}) is taken: end the program that listens there, or set ${setting} to a free port.`;
}

function tryTcp(host: string, port: number): Promise<string | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

function tryUdp(host: string, port: number): Promise<string | null> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    socket.bind({ address: host, port, exclusive: true }, () => socket.close(() => resolve(null)));
  });
}
