import { agentRoutes } from './routes/agent-routes.ts';
import { campaignRoutes } from './routes/campaign-routes.ts';
import { listRoutes } from './routes/list-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { resultRoutes } from './routes/result-routes.ts';
import { scriptRoutes } from './routes/script-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { suppressionRoutes } from './routes/suppression-routes.ts';
import { type ApiParts, makeRouter } from './routing.ts';

/** Every route of the api, with its types: the console's client is made from them. */
export function createRoutes(api: ApiParts) {
  return makeRouter()
    .route('/', sessionRoutes(api))
    .route('/', campaignRoutes(api))
    .route('/', listRoutes(api))
    .route('/', agentRoutes(api))
    .route('/', resultRoutes(api))
    .route('/', peopleRoutes(api))
    .route('/', suppressionRoutes(api))
    .route('/', scriptRoutes(api));
}

export type App = ReturnType<typeof createRoutes>;
