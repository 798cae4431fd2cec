import { type Language, languages } from '@alize/model';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { events } from './events.ts';
import { authorize, refuseForeignOrigin, speak } from './guard.ts';
import { isFileType, refuseForeignBody } from './known-body.ts';
import { refuseUnknownQuery } from './known-query.ts';
import { onlyOnce } from './only-once.ts';
import { Problem, problemResponse } from './problem.ts';
import { writeOpenApi } from './reference/openapi.ts';
import { referencePage } from './reference/reference-page.ts';
import { abandonmentRoutes, accountPath } from './routes/abandonment-routes.ts';
import { agentRoutes } from './routes/agent-routes.ts';
import { apiKeyRoutes } from './routes/api-key-routes.ts';
import { appointmentRoutes } from './routes/appointment-routes.ts';
import { bookingRoutes } from './routes/booking-routes.ts';
import { calendarRoutes } from './routes/calendar-routes.ts';
import { callerIdRoutes } from './routes/caller-id-routes.ts';
import { campaignRoutes } from './routes/campaign-routes.ts';
import { complianceRoutes } from './routes/compliance-routes.ts';
import { consentRoutes } from './routes/consent-routes.ts';
import { deliveryRoutes } from './routes/delivery-routes.ts';
import { eventRoutes } from './routes/event-routes.ts';
import { handoverRoutes } from './routes/handover-routes.ts';
import { healthRoutes } from './routes/health-routes.ts';
import { importRoutes } from './routes/import-routes.ts';
import { leadFileRoutes } from './routes/lead-file-routes.ts';
import { leadRoutes } from './routes/lead-routes.ts';
import { listRoutes } from './routes/list-routes.ts';
import { pacingRoutes } from './routes/pacing-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { proofRoutes } from './routes/proof-routes.ts';
import { publicAppointmentRoutes } from './routes/public-appointment-routes.ts';
import { publicHandoverRoutes } from './routes/public-handover-routes.ts';
import { publicInterviewRoutes } from './routes/public-interview-routes.ts';
import { registerRoutes } from './routes/register-routes.ts';
import { relationRoutes } from './routes/relation-routes.ts';
import { resultRoutes } from './routes/result-routes.ts';
import { ruleSettingRoutes } from './routes/rule-setting-routes.ts';
import { scriptDraftRoutes } from './routes/script-draft-routes.ts';
import { scriptRoutes } from './routes/script-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { suppressionRoutes } from './routes/suppression-routes.ts';
import { surveyRoutes } from './routes/survey-routes.ts';
import { templateRoutes } from './routes/template-routes.ts';
import { uploadRoutes } from './routes/upload-routes.ts';
import { webhookRoutes } from './routes/webhook-routes.ts';
import { type Api, type Env, makeRouter } from './routing.ts';
import { countRequests, secureHeaders, wakeFeed } from './surroundings.ts';

/** Whatever is no file must fit in this. */
const jsonBytesMax = 1024 * 1024;
/** A hundred thousand calls with all their instants. */
const accountBytesMax = 40 * 1024 * 1024;
/** A thousand leads with the wording of their consents. */
const leadsBytesMax = 16 * 1024 * 1024;

/** Every route of the api, with its types: the console's client is made from them. */
export function createRoutes(api: Api) {
  return makeRouter()
    .route('/', sessionRoutes(api))
    .route('/', campaignRoutes(api))
    .route('/', pacingRoutes(api))
    .route('/', listRoutes(api))
    .route('/', uploadRoutes(api))
    .route('/', importRoutes(api))
    .route('/', templateRoutes(api))
    .route('/', leadRoutes(api))
    .route('/', leadFileRoutes(api))
    .route('/', agentRoutes(api))
    .route('/', calendarRoutes(api))
    .route('/', bookingRoutes(api))
    .route('/', appointmentRoutes(api))
    .route('/', publicAppointmentRoutes(api))
    .route('/', surveyRoutes(api))
    .route('/', publicInterviewRoutes(api))
    .route('/', resultRoutes(api))
    .route('/', handoverRoutes(api))
    .route('/', publicHandoverRoutes(api))
    .route('/', peopleRoutes(api))
    .route('/', apiKeyRoutes(api))
    .route('/', webhookRoutes(api))
    .route('/', deliveryRoutes(api))
    .route('/', suppressionRoutes(api))
    .route('/', callerIdRoutes(api))
    .route('/', consentRoutes(api))
    .route('/', relationRoutes(api))
    .route('/', registerRoutes(api))
    .route('/', ruleSettingRoutes(api))
    .route('/', abandonmentRoutes(api))
    .route('/', complianceRoutes(api))
    .route('/', proofRoutes(api))
    .route('/', scriptRoutes(api))
    .route('/', scriptDraftRoutes(api));
}

export type App = ReturnType<typeof createRoutes>;

/** The whole application: the routes behind their guards, and what surrounds them. */
export function createApp(api: Api) {
  const app = makeRouter();
  const routes = createRoutes(api);
  const document = once(() => writeOpenApi(routes));
  const limitBody = limitTo(jsonBytesMax);
  const limitAccount = limitTo(accountBytesMax);
  const limitLeads = limitTo(leadsBytesMax);
  app.use(secureHeaders(api.settings.origin), speak, countRequests(api.metrics));
  app.use('/v1/*', refuseForeignOrigin(api), authorize(api), refuseUnknownQuery(routes), wakeFeed(api));
  app.use('/v1/*', refuseForeignBody(routes));
  app.use('/v1/*', (context, next) => {
    // A file is measured by its handler, as it reads it.
    if (isFileType(context.req.header('content-type'))) return next();
    const { path } = context.req;
    if (path === accountPath) return limitAccount(context, next);
    return leadsPath.test(path) ? limitLeads(context, next) : limitBody(context, next);
  });
  app.use('/v1/*', onlyOnce(api));
  app.route('/', routes);
  app.route('/', eventRoutes(api));
  app.route('/', healthRoutes(api));
  app.get('/v1/openapi.json', (context) => context.json(document()));
  app.get('/v1/reference', (context) => {
    const asked = languages.find((language) => language === context.req.query('language'));
    return context.html(referencePage(document(), asked ?? context.var.language));
  });
  app.get('*', (context) => api.files.answer(context.req.path) ?? context.notFound());
  app.notFound((context) => problemResponse(new Problem('not_found'), context.var.language));
  app.onError((error, context) => {
    const language = context.var.language ?? 'fr';
    const problem = problemOf(error, language);
    if (problem.code === 'failed') events.requestFailed(api.log, { error, method: context.req.method });
    return problemResponse(problem, language);
  });
  return app;
}

/** Made when first asked for, and kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const leadsPath = /^\/v1\/campaigns\/[^/]+\/leads$/;

/**
 * Refuses a body above `maxSize`. The limiter copies a body of unknown length, and can copy only a request of the
 * platform's own class, which Node's is not; and Node gives a DELETE without a body an empty stream all the same.
 */
function limitTo(maxSize: number): MiddlewareHandler<Env> {
  const limit = bodyLimit({
    maxSize,
    onError() {
      throw new Problem('body_too_large');
    },
  });
  return (context, next) => {
    const { raw } = context.req;
    // A GET has no body; to look for one would make a whole request of the platform's class of each.
    if (raw.method === 'GET') return next();
    if (!raw.headers.has('content-length')) {
      const { url, method, headers, body, signal } = raw;
      const init = { method, headers, body, signal };
      context.req.raw = new Request(url, { ...init, ...(body && { duplex: 'half' }) });
    }
    return limit(context, next);
  };
}

/** Hono's own refusal is that of a body that is no JSON, the asker's fault; anything else unknown is ours. */
function problemOf(error: Error, language: Language): Problem {
  if (error instanceof Problem) return error;
  const isAskers = 'status' in error && typeof error.status === 'number' && error.status < 500;
  if (!isAskers) return new Problem('failed');
  return new Problem('invalid_request', { errors: [{ pointer: '', detail: noJson[language] }] });
}

const noJson: Readonly<Record<Language, string>> = {
  fr: 'Le corps n’est pas du JSON lisible : envoyez un document JSON complet, en UTF-8.',
  en: 'The body is no readable JSON: send a whole JSON document, in UTF-8.',
};
