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
  person_in_call: {
    status: 409,
    fr: 'Un appel avec cette personne est en cours ou n’est pas encore qualifié : réessayez quand il le sera.',
    en: 'A call with this person is under way or has no disposition yet: try again when it has.',
  },
  callback_time_needed: {
    status: 422,
    fr: 'Choisissez pour le rappel une date à venir, dans les 90 jours.',
    en: 'Choose a time to come for the callback, within 90 days.',
  },
  dial_mode_unavailable: {
    status: 422,
    fr: 'Ce mode de numérotation n’est pas encore disponible : choisissez progressif, accéléré ou prédictif.',
    en: 'This dial mode is not available yet: choose progressive, power or predictive.',
  },
  abandon_aim_above_limit: {
    status: 422,
    fr: 'Cet objectif d’abandons dépasse ce que permet la loi des personnes appelées : choisissez-le plus bas.',
    en: 'This aim for abandoned calls is above what the law of the people called lets pass: choose a lower one.',
  },
  forecast_agents_needed: {
    status: 422,
    fr: 'Dites combien d’agents travaillent : « agents », ou « teams » par centre, mais pas les deux.',
    en: 'Say how many agents work: “agents”, or “teams” by site, and not both.',
  },
  forecast_hours_needed: {
    status: 422,
    fr: 'Dites de quelle heure à quelle heure on appelle, la fin après le début : le planning de la campagne n’en dit rien pour ce jour.',
    en: 'Say from which hour to which calls are placed, the end after the beginning: the campaign’s schedule says nothing for that day.',
  },
  forecast_leads_needed: {
    status: 422,
    fr: 'La campagne n’a pas de fiche à appeler : importez un fichier, ou indiquez un nombre de fiches (« leads »).',
    en: 'The campaign has no lead to call: import a file, or give a number of leads (“leads”).',
  },
  forecast_day_unknown: {
    status: 422,
    fr: 'Ce jour ne peut pas être rejoué : choisissez un jour passé où la campagne a appelé.',
    en: 'This day cannot be replayed: choose a past day on which the campaign placed calls.',
  },
  forecast_too_large: {
    status: 422,
    fr: 'Cette prévision demanderait trop de calcul : réduisez le nombre d’agents, d’heures ou de variantes.',
    en: 'This forecast would take too much reckoning: ask for fewer agents, hours or variants.',
  },
  forecast_line_full: {
    status: 429,
    fr: 'Trop de prévisions attendent déjà leur tour : réessayez dans une minute.',
    en: 'Too many forecasts are waiting for their turn already: try again in a minute.',
  },
  number_taken: {
    status: 409,
    fr: 'Ce numéro est déjà dans le registre du donneur d’ordre : modifiez son entrée.',
    en: 'This number is in the client’s registry already: change its entry.',
  },
  already_suppressed: {
    status: 409,
    fr: 'Ce numéro est déjà sur cette liste d’opposition, pour aussi longtemps : il n’y a rien à faire.',
    en: 'This number is on this suppression list already, for as long: there is nothing to do.',
  },
  already_on_record: {
    status: 409,
    fr: 'Ce consentement ou cette relation est déjà enregistré : même numéro, même objet, même instant.',
    en: 'This consent or relation is on record already: same number, same object, same instant.',
  },
  rule_already_set: {
    status: 409,
    fr: 'Cette règle est déjà écartée pour ce donneur d’ordre : retirez d’abord ce réglage.',
    en: 'This rule is set aside for this client already: take that setting back first.',
  },
  caller_id_in_use: {
    status: 409,
    fr: 'Une campagne en cours présente ce numéro : mettez-la en pause ou donnez-lui un autre numéro d’abord.',
    en: 'A running campaign shows this number: pause it or give it another number first.',
  },
  register_unreadable: {
    status: 422,
    fr: 'Rien n’a été remplacé : corrigez les lignes indiquées, sans quoi des personnes inscrites manqueraient à notre copie.',
    en: 'Nothing was replaced: mend the lines that are named, or listed people would be missing from our copy.',
  },
  register_older: {
    status: 409,
    fr: 'Ce registre a été consulté plus récemment : envoyez une copie plus récente.',
    en: 'This register was consulted more recently: send a newer copy.',
  },
  caller_id_category_wrong: {
    status: 422,
    fr: 'Cette catégorie ne va pas avec ce numéro : choisissez celle que le plan de numérotation lui donne.',
    en: 'This category does not go with this number: choose the one that the numbering plan gives it.',
  },
  caller_id_unlawful: {
    status: 422,
    fr: 'La campagne ne peut pas démarrer : le numéro présenté n’est pas permis pour ce mode de numérotation. Choisissez-en un autre ou corrigez le réglage que les règles nomment.',
    en: 'The campaign cannot start: its caller ID is not allowed for this dial mode. Choose another, or mend the setting that the rules name.',
  },
  rule_unknown: {
    status: 422,
    fr: 'Aucune règle ne porte cet identifiant : choisissez-en une dans la liste des règles.',
    en: 'No rule bears this id: choose one from the list of rules.',
  },
  rule_is_law: {
    status: 422,
    fr: 'Cette règle est la loi : elle ne peut être ni désactivée ni écartée.',
    en: 'This rule is the law: it can neither be switched off nor set aside.',
  },
  rule_kind_wrong: {
    status: 422,
    fr: 'Une règle POLICY se désactive (« off »), une règle CODE s’écarte (« override »).',
    en: 'A POLICY rule is switched off (“off”), a CODE rule is set aside (“override”).',
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
  number_unreadable: {
    status: 422,
    fr: 'Ce n’est pas un numéro de téléphone : écrivez-le au format international (+33 6…), ou comme on le compose dans son pays en précisant ce pays.',
    en: 'This is no telephone number: write it internationally (+33 6…), or as it is dialled in its country and say which country.',
  },
  no_abandonment_rule: {
    status: 422,
    fr: 'Ce jeu de règles ne comptait pas les appels abandonnés à cette date : choisissez-en un autre, ou un autre instant.',
    en: 'This rule pack did not count abandoned calls on that day: choose another, or another instant.',
  },
  time_zone_unknown: {
    status: 422,
    fr: 'Ce fuseau horaire n’existe pas : donnez un nom IANA, par exemple Europe/Paris.',
    en: 'This time zone does not exist: give an IANA name, for example Europe/Paris.',
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
    fr: 'Le type de contenu doit être application/json, text/csv ou application/octet-stream.',
    en: 'The content type must be application/json, text/csv or application/octet-stream.',
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
  /** The rules that refuse, each with what it says. */
  readonly rules?: readonly {
    readonly rule: string;
    readonly strength: string;
    readonly citation: string;
    readonly text: string;
  }[];
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
    ...(problem.details.rules ? { rules: problem.details.rules } : {}),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8' });
  const { retryAfterSeconds } = problem.details;
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  return new Response(JSON.stringify(body), { status: kind.status, headers });
}
