import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { sweepDeliveries, sweepIdempotent, sweepSessions } from '@alize/db';
import { startLoop } from '@alize/runtime';
import { getRequestListener } from '@hono/node-server';
import { createApiMetrics } from './api-metrics.ts';
import type { ApiParts } from './api-parts.ts';
import { createApp } from './app.ts';
import { startAppointmentRounds } from './appointments/rounds.ts';
import { createEventFeed } from './event-feed.ts';
import { events } from './events.ts';
import { createForecasts } from './forecast/forecasts.ts';
import { createImports } from './imports/imports.ts';
import { sweepDrops } from './outbox/drops.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createSenders } from './outbox/senders.ts';
import { createPasswords } from './password.ts';
import { createRateLimit } from './rate-limit.ts';
import { startRetention } from './retention.ts';
import { createRetiming } from './retiming.ts';
import type { Api } from './routing.ts';
import { createSeatTickets } from './seat-tickets.ts';
import { createSipProxy } from './sip-proxy.ts';
import { readStaticFiles } from './static-files.ts';
import { createReports } from './surveys/reports.ts';
import { createSorting } from './surveys/sorting.ts';
import { createSurveyThread } from './surveys/survey-thread.ts';
import { createUploadStore } from './upload-store.ts';

export type { ApiParts } from './api-parts.ts';
export type { FirstLogIn } from './demonstration/seed.ts';
export { seedDemonstration, syncTrunks } from './demonstration/seed.ts';

const consoleFolder = fileURLToPath(new URL('../../console/dist/', import.meta.url));
const hourMs = 3_600_000;

/** The api, ready to answer: `app` by requests of its own (`app.request`), `attach` on a Node server. */
export interface RunningApi {
  readonly app: ReturnType<typeof createApp>;
  /** Answers the server's requests and WebSocket upgrades; listening and closing it is the caller's. */
  attach(server: Server): void;
  /** Ends everything in flight but the database, which is the caller's. */
  close(): Promise<void>;
}

/** Puts the api together over an open, migrated database. */
export async function createApi(parts: ApiParts): Promise<RunningApi> {
  const surveys = createSurveyThread(parts);
  const api: Api = {
    ...parts,
    passwords: createPasswords(parts.random),
    feed: await createEventFeed(parts),
    outbox: createOutbox(parts, createSenders(parts)),
    imports: createImports(parts),
    uploads: createUploadStore(parts),
    forecasts: createForecasts(parts),
    retiming: createRetiming(parts),
    sorting: createSorting(parts),
    surveys,
    reports: createReports(parts, surveys),
    keysInWork: new Set(),
    tickets: createSeatTickets(parts.random),
    rateLimit: createRateLimit(),
    metrics: createApiMetrics(),
    files: readStaticFiles(parts.consoleFolder ?? consoleFolder),
  };
  await api.imports.recover();
  await api.sorting.recover();
  const sip = createSipProxy(api);
  const sweeping = startLoop({
    clock: api.clock,
    everyMs: hourMs,
    job: () => sweep(api),
    onError: (error) => events.sweepFailed(api.log, error),
  });
  const retention = startRetention(api);
  const appointmentRounds = startAppointmentRounds(api);
  const app = createApp(api);
  return {
    app,
    attach(server) {
      server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));
      server.on('upgrade', (request, socket: Duplex, head) => {
        const path = request.url?.split('?')[0];
        if (path !== '/sip') return socket.destroy();
        socket.on('error', () => socket.destroy());
        sip.upgrade(request, socket, head).catch((error: unknown) => {
          events.requestFailed(api.log, { error, method: 'UPGRADE' });
          socket.destroy();
        });
      });
    },
    async close() {
      await Promise.all([
        ...[sip.stop(), api.imports.stop(), api.forecasts.stop(), api.feed.stop()],
        ...[
          sweeping.stop(),
          retention.stop(),
          appointmentRounds.stop(),
          api.retiming.stop(),
          api.sorting.stop(),
          api.surveys.stop(),
          api.outbox.stop(),
        ],
      ]);
    },
  };
}

/** What has had its time: sessions, answers kept for repeated requests, deliveries, files never imported or long dropped. */
async function sweep(api: Api): Promise<void> {
  await sweepSessions(api.database.db, api.clock.nowMs());
  await sweepIdempotent(api.database.db, api.clock.nowMs());
  while ((await sweepDeliveries(api.database.db, api.clock.nowMs())) > 0);
  await api.uploads.sweep();
  await sweepDrops(api.settings, api.clock.nowMs());
}
