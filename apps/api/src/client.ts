import { hc } from 'hono/client';
import type { App } from './app.ts';

/**
 * The api, typed from its routes: `const api = createApiClient(); const live = await (await api.v1.live.$get()).json()`.
 * `origin` is where the api answers; empty for the page's own origin.
 */
export function createApiClient(origin = '') {
  return hc<App>(origin);
}

export type ApiClient = ReturnType<typeof createApiClient>;

/** What `GET /v1/compliance/packs/{id}` answers a rule as. */
export type { Rule } from '@alize/compliance';
