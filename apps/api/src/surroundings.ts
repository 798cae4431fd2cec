import { createMiddleware } from 'hono/factory';
import type { ApiMetrics } from './api-metrics.ts';
import type { Api, Env } from './routing.ts';

/** What every answer carries. Styles may be inline, for the console's components set them; scripts never. */
export function secureHeaders(origin: string) {
  const socketOrigin = origin.replace(/^http/, 'ws');
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "media-src 'self' blob: mediastream:",
    `connect-src 'self' ${socketOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  return createMiddleware<Env>(async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'same-origin');
    headers.set('permissions-policy', 'microphone=(self), camera=(), geolocation=()');
    headers.set('cross-origin-opener-policy', 'same-origin');
    for (const [name, value] of Object.entries(context.var.rateHeaders ?? {})) headers.set(name, value);
    if (origin.startsWith('https:')) headers.set('strict-transport-security', 'max-age=31536000');
    if (context.req.path.startsWith('/v1/') && !headers.has('cache-control')) {
      headers.set('cache-control', 'no-store');
    }
  });
}

/** Counts answers by method and status; paths would bear ids. */
export const countRequests = (metrics: ApiMetrics) =>
  createMiddleware<Env>(async (context, next) => {
    const startedAt = performance.now();
    await next();
    metrics.requests.inc({ method: context.req.method, status: context.res.status });
    metrics.requestSeconds.observe((performance.now() - startedAt) / 1000);
  });

/** This process's own commits do not change `data_version`, so feed and outbox are told after each request that writes. */
export const wakeFeed = (api: Api) =>
  createMiddleware<Env>(async (context, next) => {
    await next();
    if (context.req.method === 'GET') return;
    api.feed.wake();
    api.outbox.wake();
  });
