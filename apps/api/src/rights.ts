import type { Role } from '@alize/model';

/** Who may ask: nobody known is needed, anyone logged in, or these roles. */
export type Right = 'public' | 'anyone' | readonly Role[];

const administrators = ['administrator'] as const;
const leaders = ['administrator', 'manager'] as const;
const watchers = ['administrator', 'manager', 'supervisor'] as const;
const agents = ['agent'] as const;

/**
 * Every route and who may use it. A route that is not in here is answered 404: nothing is open by oversight.
 */
export const rights: Readonly<Record<string, Right>> = {
  'POST /v1/session': 'public',
  'GET /v1/session': 'anyone',
  'DELETE /v1/session': 'anyone',
  'PATCH /v1/session': 'anyone',
  'POST /v1/session/client': ['administrator'],
  'GET /v1/openapi.json': 'anyone',
  'GET /v1/events': 'anyone',

  'GET /v1/setup': watchers,
  'GET /v1/campaigns': watchers,
  'POST /v1/campaigns': leaders,
  'GET /v1/campaigns/:id': watchers,
  'PATCH /v1/campaigns/:id': leaders,
  'POST /v1/campaigns/:id/start': leaders,
  // A supervisor on the floor must be able to stop the calls, not to start them.
  'POST /v1/campaigns/:id/pause': watchers,
  'POST /v1/campaigns/:id/stop': leaders,
  'GET /v1/campaigns/:id/pacing': watchers,
  'GET /v1/campaigns/:id/pacing/at': watchers,
  'POST /v1/campaigns/:id/forecast': watchers,

  'OPTIONS /v1/uploads': leaders,
  'POST /v1/uploads': leaders,
  'GET /v1/uploads/:id': leaders,
  'PATCH /v1/uploads/:id': leaders,
  'DELETE /v1/uploads/:id': leaders,
  'POST /v1/uploads/:id/preview': leaders,
  'POST /v1/campaigns/:id/imports': leaders,
  'GET /v1/campaigns/:id/imports': watchers,
  'GET /v1/lists/:id/imports': watchers,
  'GET /v1/imports/:id': watchers,
  'POST /v1/imports/:id/commit': leaders,
  'POST /v1/imports/:id/cancel': leaders,
  'POST /v1/imports/:id/undo': leaders,
  'GET /v1/imports/:id/errors': leaders,
  'GET /v1/imports/:id/bad-rows.csv': leaders,
  'GET /v1/mapping-templates': leaders,
  'POST /v1/mapping-templates': leaders,
  'DELETE /v1/mapping-templates/:id': leaders,

  'POST /v1/campaigns/:id/lists': leaders,
  'GET /v1/campaigns/:id/lists': watchers,
  'GET /v1/lists/:id': watchers,
  'PATCH /v1/lists/:id': leaders,
  'GET /v1/lists/:id/leads': watchers,
  'POST /v1/campaigns/:id/leads': leaders,
  'GET /v1/campaigns/:id/leads': watchers,
  'GET /v1/leads/:id': watchers,
  'PATCH /v1/leads/:id': leaders,
  'GET /v1/campaigns/:id/leads.csv': leaders,
  'GET /v1/campaigns/:id/leads.xlsx': leaders,
  'GET /v1/lists/:id/leads.csv': leaders,
  'GET /v1/lists/:id/leads.xlsx': leaders,

  'POST /v1/agent/sign-in': agents,
  'POST /v1/agent/sign-out': agents,
  'POST /v1/agent/ready': agents,
  'POST /v1/agent/pause': agents,
  'POST /v1/agent/hang-up': agents,
  'GET /v1/agent': agents,
  'PUT /v1/agent/call/:attemptId/draft': agents,
  'POST /v1/agent/call/:attemptId/disposition': agents,
  'POST /v1/agent/call/:attemptId/withdrawal': agents,

  'GET /v1/live': watchers,
  'GET /v1/attempts': watchers,
  'GET /v1/attempts.csv': leaders,
  'GET /v1/attempts.xlsx': leaders,
  'GET /v1/attempts/:id': watchers,
  'GET /v1/outcomes': watchers,
  'GET /v1/outcomes.csv': leaders,
  'GET /v1/outcomes.xlsx': leaders,

  'GET /v1/users': leaders,
  'POST /v1/users': leaders,
  'PATCH /v1/users/:id': leaders,

  'GET /v1/suppressions': watchers,
  'POST /v1/suppressions': leaders,
  'GET /v1/suppressions.csv': leaders,
  'POST /v1/suppressions/search': watchers,
  'POST /v1/suppressions/several': leaders,
  'POST /v1/suppressions/import': leaders,
  'DELETE /v1/suppressions/:id': leaders,

  'GET /v1/client': watchers,
  'PATCH /v1/client': leaders,
  'GET /v1/caller-ids': watchers,
  'POST /v1/caller-ids': leaders,
  'PATCH /v1/caller-ids/:id': leaders,
  'DELETE /v1/caller-ids/:id': leaders,

  'GET /v1/consents': watchers,
  'POST /v1/consents': leaders,
  'POST /v1/consents/search': watchers,
  'POST /v1/consents/import': leaders,
  'POST /v1/consents/:id/withdrawal': watchers,
  'POST /v1/relations': leaders,
  'POST /v1/relations/search': watchers,
  'POST /v1/outside-attempts/import': leaders,

  // The registers are the centre's: they hold for every client.
  'GET /v1/registers': watchers,
  'PUT /v1/registers/:id': administrators,
  'POST /v1/registers/:id/checked': administrators,

  'GET /v1/rule-settings': watchers,
  'POST /v1/rule-settings': leaders,
  'DELETE /v1/rule-settings/:id': leaders,

  'POST /v1/compliance/abandonment': watchers,
  'POST /v1/compliance/rulings': watchers,
  'GET /v1/compliance/packs': watchers,
  'GET /v1/compliance/packs/:id': watchers,

  'GET /v1/campaigns/:id/refusals': watchers,
  'POST /v1/campaigns/:id/refusals/reopen': leaders,
  'GET /v1/campaigns/:id/abandonment': watchers,
  'GET /v1/compliance/chain': leaders,
  'GET /v1/compliance/evidence': leaders,
  'GET /v1/compliance/evidence.html': leaders,
  'GET /v1/compliance/evidence.csv': leaders,
  'POST /v1/compliance/person-file': leaders,
  'POST /v1/compliance/erasure': leaders,

  'GET /v1/scripts': watchers,
  'POST /v1/scripts': leaders,
  'GET /v1/scripts/:id': watchers,
};
