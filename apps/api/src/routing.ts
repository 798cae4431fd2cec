import type { ChangeAuthor } from '@alize/db';
import type { ApiKeyId, ApiScope, ClientId, Language, Role, SessionId, SiteId, UserId } from '@alize/model';
import type { HttpBindings } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ApiMetrics } from './api-metrics.ts';
import type { ApiParts } from './api-parts.ts';
import type { EventFeed } from './event-feed.ts';
import { faultsOf } from './fault-words.ts';
import type { Forecasts } from './forecast/forecasts.ts';
import type { Imports } from './imports/imports.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Passwords } from './password.ts';
import { pointerOfNul } from './pointer-of-nul.ts';
import { Problem } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Retiming } from './retiming.ts';
import type { SeatTickets } from './seat-tickets.ts';
import type { StaticFiles } from './static-files.ts';
import type { Reports } from './surveys/reports.ts';
import type { Sorting } from './surveys/sorting.ts';
import type { SurveyThread } from './surveys/survey-thread.ts';
import type { UploadStore } from './upload-store.ts';

/** What the routes share besides: made once, in `createApi`. */
export interface Api extends ApiParts {
  readonly passwords: Passwords;
  readonly feed: EventFeed;
  readonly outbox: Outbox;
  readonly imports: Imports;
  readonly uploads: UploadStore;
  readonly forecasts: Forecasts;
  readonly retiming: Retiming;
  readonly sorting: Sorting;
  readonly surveys: SurveyThread;
  readonly reports: Reports;
  /** Idempotency keys of requests under way in this process; another process is held off by the table. */
  readonly keysInWork: Set<string>;
  readonly tickets: SeatTickets;
  readonly rateLimit: RateLimit;
  readonly metrics: ApiMetrics;
  readonly files: StaticFiles;
}

/** The person behind a request: at the console, or by a key that acts in their name. */
export interface Asker {
  readonly by:
    | { readonly kind: 'session'; readonly sessionId: SessionId }
    | { readonly kind: 'key'; readonly keyId: ApiKeyId; readonly scopes: readonly ApiScope[] };
  readonly userId: UserId;
  readonly role: Role;
  readonly siteId: SiteId;
  /** Null for an administrator who has not chosen a client yet. */
  readonly clientId: ClientId | null;
  readonly language: Language;
  /** Of the person's site. */
  readonly timeZone: string;
}

export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: {
    asker: Asker;
    language: Language;
    /** What the answer says of the asker's calls left; not there before they are counted. */
    rateHeaders?: Readonly<Record<string, string>>;
  };
}

/** The client whose data the request is about. Throws `client_not_chosen` for an administrator without one. */
export function clientOf(context: Context<Env>): ClientId {
  const { clientId } = context.var.asker;
  if (!clientId) throw new Problem('client_not_chosen');
  return clientId;
}

/** Who corrects a lead by this request. */
export function authorOf(context: Context<Env>): ChangeAuthor {
  const { by, userId } = context.var.asker;
  return { whom: by.kind === 'key' ? 'api_key' : 'user', userId, attemptId: null };
}

/** A router whose requests are checked against their schemas; what does not fit is a problem with pointers. */
export function makeRouter() {
  return new OpenAPIHono<Env>({
    defaultHook(result, context) {
      if (result.success) return refuseNul(result.data, context.var.language);
      throw new Problem('invalid_request', { errors: faultsOf(result.error, context.var.language) });
    },
  });
}

function refuseNul(data: unknown, language: Language): void {
  const pointer = pointerOfNul(data);
  if (pointer !== null)
    throw new Problem('invalid_request', { errors: [{ pointer, detail: nul[language] }] });
}

const nul: Readonly<Record<Language, string>> = {
  fr: 'Ce texte contient le caractère nul (U+0000), qui ne peut pas être enregistré : retirez-le.',
  en: 'This text has the NUL character (U+0000), which cannot be stored: take it out.',
};
