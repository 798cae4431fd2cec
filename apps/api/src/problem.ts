import type { Language } from '@alize/model';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

interface ProblemKind {
  readonly status: ContentfulStatusCode;
  readonly fr: string;
  readonly en: string;
}

/** Every way a request can fail: a stable code, its status, and what to tell people. */
export const problems = {
  invalid_request: {
    status: 400,
    fr: 'La demande est incomplète ou mal formée.',
    en: 'The request is incomplete or malformed.',
  },
  not_signed_in: {
    status: 401,
    fr: 'Connectez-vous pour continuer.',
    en: 'Log in to continue.',
  },
  wrong_log_in: {
    status: 401,
    fr: 'Identifiant ou mot de passe incorrect.',
    en: 'Wrong log-in or password.',
  },
  foreign_origin: {
    status: 403,
    fr: 'Cette demande ne vient pas de la console : ouvrez-la à son adresse habituelle.',
    en: 'This request does not come from the console: open it at its usual address.',
  },
  not_allowed: {
    status: 403,
    fr: 'Votre rôle ne permet pas cette action.',
    en: 'Your role does not allow this action.',
  },
  not_found: {
    status: 404,
    fr: 'Introuvable : l’élément a été retiré ou n’a jamais existé.',
    en: 'Not found: it was removed or never existed.',
  },
  client_not_chosen: {
    status: 409,
    fr: 'Choisissez d’abord un donneur d’ordre.',
    en: 'Choose a client first.',
  },
  name_taken: {
    status: 409,
    fr: 'Ce nom est déjà pris : choisissez-en un autre.',
    en: 'This name is taken: choose another.',
  },
  no_free_seat: {
    status: 409,
    fr: 'Tous les postes sont occupés : un autre agent doit se déconnecter, ou ALIZE_SEATS être augmenté.',
    en: 'All seats are taken: another agent must sign out, or ALIZE_SEATS be raised.',
  },
  not_at_a_seat: {
    status: 409,
    fr: 'Prenez d’abord votre poste.',
    en: 'Sign in to a seat first.',
  },
  call_not_yours: {
    status: 409,
    fr: 'Cet appel n’est plus le vôtre, ou il est déjà qualifié.',
    en: 'This call is no longer yours, or has its disposition already.',
  },
  callback_time_needed: {
    status: 422,
    fr: 'Choisissez pour le rappel une date à venir, dans les 90 jours.',
    en: 'Choose a time to come for the callback, within 90 days.',
  },
  dial_mode_unavailable: {
    status: 422,
    fr: 'Ce mode de numérotation n’est pas encore disponible : choisissez le mode progressif.',
    en: 'This dial mode is not available yet: choose progressive.',
  },
  schedule_invalid: {
    status: 422,
    fr: 'Le planning ne convient pas : chaque plage doit finir après son début, dans un fuseau horaire connu.',
    en: 'The schedule does not work: each window must end after it begins, in a known time zone.',
  },
  script_invalid: {
    status: 422,
    fr: 'Le script ne tient pas : une étape, une question ou un branchement est à corriger.',
    en: 'The script does not hold: a step, a question or a branch needs mending.',
  },
  trunk_and_caller_id_differ: {
    status: 422,
    fr: 'Le raccordement de démonstration va avec un numéro présenté de fiction, un vrai raccordement avec un vrai numéro.',
    en: 'The demonstration trunk goes with a fiction caller ID, a real trunk with a real one.',
  },
  unknown_part: {
    status: 422,
    fr: 'Un élément choisi (raccordement, numéro présenté, script ou membre de l’équipe) n’existe pas chez ce donneur d’ordre.',
    en: 'Something chosen (trunk, caller ID, script or team member) does not exist for this client.',
  },
  file_unreadable: {
    status: 422,
    fr: 'Ce fichier ne se lit pas comme un CSV : enregistrez-le en « CSV UTF-8 » et réessayez.',
    en: 'This file cannot be read as CSV: save it as “CSV UTF-8” and try again.',
  },
  last_administrator: {
    status: 422,
    fr: 'Il doit rester un administrateur actif : nommez-en un autre d’abord.',
    en: 'One active administrator must remain: appoint another first.',
  },
  body_too_large: {
    status: 413,
    fr: 'L’envoi est trop volumineux.',
    en: 'The upload is too large.',
  },
  wrong_content_type: {
    status: 415,
    fr: 'Le type de contenu doit être application/json ou application/octet-stream.',
    en: 'The content type must be application/json or application/octet-stream.',
  },
  too_many_tries: {
    status: 429,
    fr: 'Trop d’essais : attendez un quart d’heure avant de recommencer.',
    en: 'Too many tries: wait a quarter of an hour before trying again.',
  },
  failed: {
    status: 500,
    fr: 'Une erreur est survenue de notre côté ; elle est consignée.',
    en: 'Something failed on our side; it is on record.',
  },
  unavailable: {
    status: 503,
    fr: 'Le service n’est pas prêt : réessayez dans un instant.',
    en: 'The service is not ready: try again in a moment.',
  },
} as const satisfies Record<string, ProblemKind>;
export type ProblemCode = keyof typeof problems;

export interface ProblemDetails {
  /** What exactly does not fit, by JSON pointer into the request. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  /** When trying again makes sense. */
  readonly retryAfterSeconds?: number;
}

/** Thrown by a handler; only the outermost layer makes a response of it. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }
}

/** The problem as RFC 9457 has it, its sentence in the asker's language. */
export function problemResponse(problem: Problem, language: Language): Response {
  const kind = problems[problem.code];
  const body = {
    type: `urn:alize:problem:${problem.code}`,
    title: problem.code,
    status: kind.status,
    code: problem.code,
    detail: kind[language],
    ...(problem.details.errors ? { errors: problem.details.errors } : {}),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8' });
  const { retryAfterSeconds } = problem.details;
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  return new Response(JSON.stringify(body), { status: kind.status, headers });
}
