import { createSocket } from 'node:dgram';
import { Callee } from './callee.ts';
import { fateOf } from './laws.ts';
import { header, read, type SipMessage } from './sip-message.ts';

/**
 * A process that is the carrier and everybody who can be called through it. Each number's fate is drawn once and for
 * all (laws.ts), and every instant is noted by this process's clock alone.
 */
const [port, seed] = process.argv.slice(2).map(Number);
const address = `127.0.0.1:${port}`;
const callees = new Map<string, Callee>();
const socket = createSocket('udp4', (packet, asterisk) => {
  const message = read(packet.toString('latin1'));
  const callee = callees.get(header(message, 'call-id'));
  if (callee) callee.hear(message);
  else if (message.method === 'INVITE') ring(message, asterisk.port);
});

function ring(invite: SipMessage, asteriskPort: number): void {
  const callee = new Callee({
    invite,
    fate: fateOf(Number(seed), invite.user),
    tag: `callee${callees.size}`,
    address,
    send: (text) => socket.send(text, asteriskPort, '127.0.0.1'),
    nowMs: () => performance.timeOrigin + performance.now(),
  });
  callees.set(header(invite, 'call-id'), callee);
  callee.live();
}

function leave(): void {
  for (const callee of callees.values()) callee.close();
  socket.close();
  process.exit(0);
}

socket.bind(port, '127.0.0.1', () => process.send?.('ready'));
process.on('message', (message) => {
  if (message === 'report') process.send?.([...callees.values()].map(({ seen }) => seen));
});
process.on('disconnect', leave);
process.on('SIGTERM', leave);
