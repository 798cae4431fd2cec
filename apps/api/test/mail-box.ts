import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A mail server on loopback that takes everything: as much of RFC 5321 as a sender needs. */
export async function startMailBox() {
  const messages: { readonly to: string; readonly data: string }[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let [text, to, isData] = ['', '', false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const obey = (line: string) => {
      if (/^EHLO|^HELO/i.test(line)) return say('250 localhost');
      if (/^RCPT/i.test(line)) to = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n');
      isData = /^DATA/i.test(line);
      say(isData ? '354 go on' : '250 ok');
    };
    socket.setEncoding('utf8').on('data', (piece) => {
      text += piece;
      for (;;) {
        const mark = isData ? '\r\n.\r\n' : '\r\n';
        const at = text.indexOf(mark);
        if (at < 0) return;
        const part = text.slice(0, at);
        text = text.slice(at + mark.length);
        if (!isData) obey(part);
        else {
          messages.push({ to, data: part });
          isData = false;
          say('250 taken');
        }
      }
    });
    say('220 localhost');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An address is a text for pipes only.
  const { port } = server.address() as AddressInfo;
  return {
    messages,
    url: `smtp://127.0.0.1:${port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
