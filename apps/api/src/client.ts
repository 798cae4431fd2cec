import { type ClientRequestOptions, hc } from 'hono/client';
import type { App } from './app.ts';

/**
 * The api, typed from its routes: `const api = createApiClient(); const live = await (await api.v1.live.$get()).json()`.
 * `origin` is where the api answers; empty for the page's own origin. `options` go with each request.
 */
export function createApiClient(origin = '', options?: ClientRequestOptions) {
  return hc<App>(origin, options);
}

export type ApiClient = ReturnType<typeof createApiClient>;

/** What `GET /v1/compliance/packs/{id}` answers a rule as. */
export type { Rule } from '@alize/compliance';
