import { Agent, request } from 'node:http';

/** One call of the api, or of what stands beside it. */
export interface Call {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Measured {
  /** Milliseconds of each call, from its sending to the end of its answer, in rising order. */
  readonly sortedMs: readonly number[];
  readonly perSecond: number;
}

/** Calls one after the other on each of so many connections that stay open, for so long. Rejects at the first refusal. */
export async function load(
  callOf: (index: number) => Call,
  connections: number,
  lastsMs: number,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const taken: number[] = [];
  let index = 0;
  const begunAt = performance.now();
  const untilAt = begunAt + lastsMs;
  const work = async () => {
    while (performance.now() < untilAt) {
      const call = callOf(index);
      index += 1;
      const sentAt = performance.now();
      await send(call, agent);
      taken.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  const lastedMs = performance.now() - begunAt;
  agent.destroy();
  return { sortedMs: taken.sort((one, other) => one - other), perSecond: (1000 * taken.length) / lastedMs };
}

function send({ port, method, path, headers, body }: Call, agent: Agent): Promise<void> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const length =
    text === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  const sent = request(
    { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } },
    (response) => {
      const { statusCode = 0 } = response;
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        if (statusCode < 300) return resolve();
        reject(
          new Error(
            `${method} ${path} was answered ${statusCode}: ${Buffer.concat(parts).toString().slice(0, 300)}`,
          ),
        );
      });
    },
  );
  sent.on('error', reject);
  sent.end(text);
  return promise;
}

/** Event streams of agents, each a request that stays open; counts the agents’ changes that come. */
export function openStreams(port: number, count: number, headers: Readonly<Record<string, string>>) {
  let frames = 0;
  const requests = Array.from({ length: count }, () => {
    const stream = request({ host: '127.0.0.1', port, path: '/v1/events', headers }, (response) => {
      // A frame may be cut in two: what follows its last line end waits for the rest.
      let rest = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        const lines = (rest + part).split('\n');
        rest = lines.pop() ?? '';
        frames += lines.filter((line) => line.startsWith('data:') && line.includes('agent.changed')).length;
      });
    });
    // Closed by us at the end.
    stream.on('error', () => {});
    stream.end();
    return stream;
  });
  return {
    get frames() {
      return frames;
    },
    close() {
      for (const stream of requests) stream.destroy();
    },
  };
}
