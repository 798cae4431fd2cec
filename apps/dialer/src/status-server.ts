import { createServer, type Server } from 'node:http';
import type { Metrics } from '@alize/runtime';

/** What the dialer's own port answers: `/healthz` (the process runs), `/readyz` (it can place calls), `/metrics`. */
export function startStatusServer(options: {
  readonly host: string;
  readonly port: number;
  readonly metrics: Metrics;
  /** ready: dials. spare: another process dials, this one waits. not_ready: neither. */
  readonly standing: () => 'ready' | 'spare' | 'not_ready';
}): Server {
  const { metrics, standing } = options;
  const server = createServer(async (request, response) => {
    if (request.url === '/healthz') {
      response.end('ok\n');
    } else if (request.url === '/readyz') {
      const now = standing();
      response.writeHead(now === 'not_ready' ? 503 : 200).end(`${now}\n`);
    } else if (request.url === '/metrics') {
      response.setHeader('content-type', metrics.contentType).end(await metrics.text());
    } else {
      response.writeHead(404).end();
    }
  });
  return server.listen(options.port, options.host);
}
