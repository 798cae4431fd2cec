import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a receiver was told. */
export interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly id: string;
  readonly body: string;
}

/** A real HTTP server on loopback that webhooks are sent to. */
export async function startReceiver(
  answer: (heard: Heard, count: number) => number | Promise<number> = () => 200,
) {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const server: Server = createServer(async (request, response) => {
    const message: Heard = {
      ...{ path: request.url ?? '', headers: request.headers, id: String(request.headers['webhook-id']) },
      body: await text(request),
    };
    heard.push(message);
    for (const look of waiting) look();
    const status = await answer(message, heard.length);
    response.writeHead(status).end('noté');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An address is a text for pipes only.
  const { port } = server.address() as AddressInfo;
  return {
    heard,
    url: `http://127.0.0.1:${port}/crochet`,
    /** Resolves as soon as what was heard is as it should be. */
    until: (holds: (heard: readonly Heard[]) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!holds(heard)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
