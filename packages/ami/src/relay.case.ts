import { createServer, connect as openSocket, type Server, type Socket } from 'node:net';

/** A wire between the link and Asterisk that can be cut, held and broken off in mid-message. */
export class Relay {
  readonly #server: Server;
  readonly #pairs = new Set<{ readonly client: Socket; readonly upstream: Socket }>();
  #isHeld = false;
  connectionsCount = 0;

  constructor(target: { readonly host: string; readonly port: number }) {
    this.#server = createServer((client) => {
      this.connectionsCount += 1;
      const upstream = openSocket(target.port, target.host);
      const pair = { client, upstream };
      this.#pairs.add(pair);
      this.#join(client, upstream);
      this.#join(upstream, client);
      client.on('close', () => this.#pairs.delete(pair));
    });
  }

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  }

  /** Connections stay open and nothing passes; what is on its way is lost at the next `cut`. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Resets both ends, after `lastWords` to the client. */
  cut(lastWords = ''): void {
    this.#isHeld = false;
    for (const { client, upstream } of this.#pairs) {
      upstream.resetAndDestroy();
      client.end(lastWords);
    }
    this.#pairs.clear();
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.cut();
    });
  }

  #join(from: Socket, to: Socket): void {
    from.on('error', () => {});
    from.on('close', () => to.destroy());
    from.on('data', (data) => {
      if (!this.#isHeld && to.writable) to.write(data);
    });
  }
}
