import { createServer, type Socket } from 'node:net';
import { asteriskManagerTransport } from './asterisk-manager-transport.ts';
import type { RawMessage } from './raw-message.ts';

const lastWords = 'Event: TheEnd\r\n\r\n';

/**
 * What the transport makes of `text` when Asterisk says it in pieces of the given lengths (the last goes on for the
 * rest): its messages, without those of the log-in.
 */
export async function play(text: string, lengths: readonly number[] = []): Promise<readonly RawMessage[]> {
  const server = createServer((socket) => {
    socket.write('Asterisk Call Manager/11.0.0\r\n');
    socket.once('data', (logIn) => void say(socket, accept(String(logIn)) + text + lastWords, lengths));
    socket.on('error', () => {});
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const messages = await listen(port);
  server.close();
  return messages;
}

function listen(port: number): Promise<readonly RawMessage[]> {
  return new Promise((resolve, reject) => {
    const messages: RawMessage[] = [];
    const address = { host: '127.0.0.1', port, user: 'alize', secret: 'secret' };
    const connection = asteriskManagerTransport(address, {
      onLoggedIn() {},
      onRefused: () => reject(new Error('The log-in was refused')),
      onMessage(message) {
        if (message.get('event')?.[0] !== 'TheEnd') return void messages.push(message);
        connection.close();
      },
      onClosed: () => resolve(messages.slice(1)),
    });
  });
}

function accept(logIn: string): string {
  const id = /ActionID: (.*)\r\n/.exec(logIn)?.[1];
  return `Response: Success\r\nActionID: ${id}\r\nMessage: Authentication accepted\r\n\r\n`;
}

async function say(socket: Socket, text: string, lengths: readonly number[]): Promise<void> {
  const bytes = Buffer.from(text);
  let from = 0;
  for (const length of [...lengths, bytes.length]) {
    socket.write(bytes.subarray(from, from + length));
    from += length;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
