import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { eventually } from './real-centre.ts';

interface Heard {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a webhook tells, as its receiver reads it. */
export interface Told {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A real HTTP server on loopback, as a client's CRM that takes our webhooks. */
export class WebhookReceiver {
  readonly #heard: Heard[] = [];
  readonly #server = createServer(async (request, response) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    this.#heard.push({ headers, body: await text(request) });
    response.writeHead(204).end();
  });

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    // An address is a text for pipes only.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/crm`;
  }

  /** What was told of this kind; waits until so much was, and throws when a signature is not that of the secret. */
  async told(type: string, secret: string, count = 1): Promise<readonly Told[]> {
    const ofKind = () => this.#heard.filter(({ body }) => JSON.parse(body).type === type);
    await eventually(`${count} webhooks ${type}`, () => ofKind().length >= count);
    const webhook = new Webhook(secret);
    // Whoever asks for a kind knows what it holds.
    return ofKind().map(({ body, headers }) => webhook.verify(body, headers) as Told);
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
