import type { ApiScope, Language } from '@alize/model';
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
    fr: 'La demande est incomplète ou mal formée : corrigez ce qui est indiqué, puis recommencez.',
    en: 'The request is incomplete or malformed: mend what is named, then ask again.',
  },
  not_signed_in: {
    status: 401,
    fr: 'Connectez-vous pour continuer.',
    en: 'Log in to continue.',
  },
  key_refused: {
    status: 401,
    fr: 'Cette clé d’API est inconnue, expirée ou révoquée : créez-en une autre sous « Intégrations ».',
    en: 'This API key is unknown, expired or revoked: create another under “Integrations”.',
  },
  not_for_keys: {
    status: 403,
    fr: 'Une clé d’API ne peut pas faire cela : c’est à une personne de le faire, dans la console.',
    en: 'An API key cannot do this: a person does it, in the console.',
  },
  scope_missing: {
    status: 403,
    fr: 'Cette clé d’API n’a pas ce droit : ajoutez-le à une nouvelle clé (« scope » dit lequel).',
    en: 'This API key has no right to this: give it to a new key (“scope” says which).',
  },
  expiry_past: {
    status: 422,
    fr: 'Choisissez pour l’expiration une date à venir.',
    en: 'Choose a date to come for the expiry.',
  },
  too_many_calls: {
    status: 429,
    fr: 'Trop de demandes en une minute : attendez le temps que dit l’en-tête Retry-After.',
    en: 'Too many requests in a minute: wait as long as the Retry-After header says.',
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
  method_not_allowed: {
    status: 405,
    fr: 'Cette adresse ne connaît pas cette méthode : prenez-en une de l’en-tête Allow.',
    en: 'This address does not know this method: take one of the header Allow.',
  },
  cursor_unknown: {
    status: 400,
    fr: 'Ce curseur n’est pas de cette liste : reprenez à la première page, et rendez chaque « next » tel quel.',
    en: 'This cursor is none of this list: begin at the first page again, and give each “next” back as it is.',
  },
  version_needed: {
    status: 428,
    fr: 'Dites quelle version vous modifiez : renvoyez l’ETag reçu dans l’en-tête If-Match.',
    en: 'Say which version you change: send back the ETag you were given in the If-Match header.',
  },
  version_stale: {
    status: 412,
    fr: 'Quelqu’un a modifié ce document entre-temps : rechargez-le, puis refaites votre changement.',
    en: 'Somebody has changed this document meanwhile: load it again, then make your change anew.',
  },
  address_refused: {
    status: 422,
    fr: 'Cette adresse est refusée : donnez une adresse https publique, sans identifiants ; un hôte privé doit d’abord être autorisé par son nom (ALIZE_PRIVATE_HOSTS).',
    en: 'This address is refused: give a public https address without credentials; a private host must first be allowed by name (ALIZE_PRIVATE_HOSTS).',
  },
  webhook_off: {
    status: 409,
    fr: 'Ce webhook est désactivé : réactivez-le d’abord.',
    en: 'This webhook is switched off: switch it on first.',
  },
  verdict_reason_needed: {
    status: 422,
    fr: 'Dites pourquoi la fiche est refusée.',
    en: 'Say why the lead is rejected.',
  },
  verdict_reason_unknown: {
    status: 422,
    fr: 'Ce motif n’est pas de ceux que la campagne prévoit : choisissez-en un de la liste, et précisez en commentaire.',
    en: 'This reason is none of those that the campaign has: choose one of its list, and say more in the comment.',
  },
  link_expired: {
    status: 410,
    fr: 'Ce lien n’est plus valable : demandez-en un nouveau au centre d’appels.',
    en: 'This link no longer works: ask the contact centre for a new one.',
  },
  not_a_survey: {
    status: 409,
    fr: 'Cette campagne n’est pas une enquête : choisissez une campagne de ce type.',
    en: 'This campaign is no survey: choose one of that kind.',
  },
  survey_invalid: {
    status: 422,
    fr: 'Ces quotas ou ce redressement ne tiennent pas : corrigez ce qui est indiqué.',
    en: 'These quotas or weights do not hold: mend what is named.',
  },
  survey_variable_unknown: {
    status: 422,
    fr: 'Ce tableau demande une question que l’enquête n’a pas : choisissez parmi ses variables.',
    en: 'This table asks for a question that the survey does not have: choose one of its variables.',
  },
  link_closed: {
    status: 410,
    fr: 'Ce lien n’est plus ouvert : l’enquête est terminée ou ne se poursuit pas en ligne.',
    en: 'This link is no longer open: the survey has ended, or does not go on online.',
  },
  address_missing: {
    status: 422,
    fr: 'Cette fiche n’a pas d’adresse e-mail : complétez-la d’abord.',
    en: 'This lead has no e-mail address: complete it first.',
  },
  interview_over: {
    status: 409,
    fr: 'Ce questionnaire est terminé : vos réponses sont enregistrées.',
    en: 'This questionnaire has ended: your answers are stored.',
  },
  answers_missing: {
    status: 422,
    fr: 'Il manque des réponses : complétez les questions indiquées.',
    en: 'Answers are missing: complete the questions that are named.',
  },
  client_not_chosen: {
    status: 409,
    fr: 'Choisissez d’abord un donneur d’ordre.',
    en: 'Choose a client first.',
  },
  script_published: {
    status: 409,
    fr: 'Ce script a été publié : les appels gardent leur version, il ne peut plus être supprimé.',
    en: 'This script was published: calls keep their version, so it can no longer be removed.',
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
  slot_gone: {
    status: 409,
    fr: 'Ce créneau vient d’être pris : proposez-en un autre.',
    en: 'This time has just been taken: offer another.',
  },
  slot_not_offered: {
    status: 422,
    fr: 'Ce créneau n’est pas proposé : choisissez-en un de la liste des créneaux libres.',
    en: 'This time is not offered: choose one from the list of free times.',
  },
  slot_too_soon: {
    status: 422,
    fr: 'Ce créneau est trop proche : l’agenda demande un délai plus long. Choisissez-en un plus tard.',
    en: 'This time is too near: the calendar asks for longer notice. Choose a later one.',
  },
  slot_too_far: {
    status: 422,
    fr: 'Ce créneau est trop lointain : l’agenda ne prend pas encore de rendez-vous à cette date.',
    en: 'This time is too far off: the calendar takes no appointments for that day yet.',
  },
  calendar_not_booked: {
    status: 422,
    fr: 'Cette campagne ne prend pas de rendez-vous dans cet agenda : choisissez-en un des siens.',
    en: 'This campaign books no appointments in this calendar: choose one of its own.',
  },
  calendar_in_use: {
    status: 409,
    fr: 'Des rendez-vous ont été pris dans cet agenda : désactivez-le au lieu de le supprimer.',
    en: 'Appointments were booked in this calendar: make it inactive instead of removing it.',
  },
  appointment_settled: {
    status: 409,
    fr: 'L’état de ce rendez-vous ne le permet plus : rechargez-le pour voir où il en est.',
    en: 'The state of this appointment no longer allows that: load it again to see how it stands.',
  },
  appointment_to_come: {
    status: 409,
    fr: 'Ce rendez-vous n’a pas encore commencé : dites après coup si la personne est venue.',
    en: 'This appointment has not begun yet: say afterwards whether the person came.',
  },
  holidays_unknown: {
    status: 422,
    fr: 'Les jours fériés de ce pays ne sont pas connus ici : laissez le pays vide et saisissez-les comme absences.',
    en: 'The public holidays of this country are not known here: leave the country empty and enter them as days off.',
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
    fr: 'Ce fichier ne se lit pas : enregistrez-le en « CSV UTF-8 » ou en classeur .xlsx et réessayez.',
    en: 'This file cannot be read: save it as “CSV UTF-8” or as an .xlsx workbook and try again.',
  },
  file_name_missing: {
    status: 400,
    fr: 'Donnez le nom du fichier : en-tête Upload-Metadata, « filename » suivi du nom en base64.',
    en: 'Give the name of the file: header Upload-Metadata, “filename” followed by the name in base64.',
  },
  upload_offset_wrong: {
    status: 409,
    fr: 'Cette partie ne commence pas là où le fichier reçu s’arrête : demandez où reprendre (HEAD), puis continuez.',
    en: 'This piece does not begin where the received file ends: ask where to go on (HEAD), then go on.',
  },
  upload_busy: {
    status: 423,
    fr: 'Ce fichier est déjà en cours d’envoi depuis une autre connexion : réessayez dans quelques secondes.',
    en: 'This file is being sent over another connection already: try again in a few seconds.',
  },
  upload_incomplete: {
    status: 409,
    fr: 'Le fichier n’est pas encore arrivé en entier : terminez d’abord l’envoi.',
    en: 'The file has not arrived as a whole yet: finish sending it first.',
  },
  upload_in_use: {
    status: 409,
    fr: 'Un import a besoin de ce fichier : annulez d’abord cet import.',
    en: 'An import needs this file: cancel that import first.',
  },
  upload_too_large: {
    status: 413,
    fr: 'Ce fichier dépasse 4 Gio : compressez-le (gzip ou zip) ou envoyez-le en plusieurs fichiers.',
    en: 'This file is larger than 4 GiB: compress it (gzip or zip), or send it as several files.',
  },
  upload_longer_than_announced: {
    status: 413,
    fr: 'Cette partie dépasse la taille annoncée du fichier : recommencez l’envoi avec la bonne taille.',
    en: 'This piece goes beyond the size announced for the file: begin again with the right size.',
  },
  tus_version_unknown: {
    status: 412,
    fr: 'Cette version du protocole tus n’est pas connue : envoyez Tus-Resumable: 1.0.0.',
    en: 'This version of the tus protocol is not known: send Tus-Resumable: 1.0.0.',
  },
  disk_full: {
    status: 507,
    fr: 'Il n’y a pas assez de place sur le disque du serveur : libérez-en, ou prévenez qui s’en occupe.',
    en: 'There is not enough room on the server’s disk: free some, or tell whoever looks after it.',
  },
  import_not_checked: {
    status: 409,
    fr: 'Cet import n’est pas vérifié : attendez la fin de la vérification, ou corrigez ce qui l’a fait refuser.',
    en: 'This import is not checked: wait for its check to end, or mend what made it refused.',
  },
  import_already_imported: {
    status: 409,
    fr: 'Cet import est déjà lancé ou terminé : il n’y a rien à confirmer.',
    en: 'This import is under way or done already: there is nothing to confirm.',
  },
  import_over: {
    status: 409,
    fr: 'Cet import est terminé : il ne peut plus être arrêté. S’il est importé, il peut encore être annulé tant qu’aucune de ses fiches n’a été appelée.',
    en: 'This import is over: it can no longer be stopped. Once imported it can still be undone, as long as none of its leads was called.',
  },
  import_not_imported: {
    status: 409,
    fr: 'Cet import n’a rien ajouté qui puisse être retiré.',
    en: 'This import has added nothing that could be taken out.',
  },
  import_called: {
    status: 409,
    fr: 'Des fiches de cet import ont déjà été appelées : il ne peut plus être annulé. Désactivez plutôt la liste.',
    en: 'Leads of this import have been called already: it can no longer be undone. Switch its list off instead.',
  },
  lead_in_call: {
    status: 409,
    fr: 'Cette fiche est en cours d’appel : réessayez quand l’appel sera qualifié.',
    en: 'This lead is in a call: try again when the call has its disposition.',
  },
  lead_unreadable: {
    status: 422,
    fr: 'Une valeur de cette fiche ne se lit pas : corrigez ce qui est indiqué.',
    en: 'A value of this lead cannot be read: mend what is named.',
  },
  idempotency_key_missing: {
    status: 400,
    fr: 'Donnez une clé d’idempotence (en-tête Idempotency-Key), nouvelle pour chaque envoi et la même quand vous le répétez.',
    en: 'Give an idempotency key (header Idempotency-Key), new for each request and the same when you repeat it.',
  },
  idempotency_key_reused: {
    status: 422,
    fr: 'Cette clé d’idempotence a déjà servi pour un autre contenu : donnez-en une nouvelle.',
    en: 'This idempotency key was used for another body already: give a new one.',
  },
  idempotency_running: {
    status: 409,
    fr: 'Le même envoi est encore en cours : réessayez dans un instant pour avoir sa réponse.',
    en: 'The same request is still being worked on: try again in a moment for its answer.',
  },
  idempotency_cut_off: {
    status: 409,
    fr: 'Une demande sous cette clé d’idempotence a commencé et n’a pas de réponse : voyez si elle a été faite, puis donnez une clé nouvelle.',
    en: 'A request under this idempotency key was begun and has no answer: see whether it was done, then give a new key.',
  },
  idempotency_secret_told: {
    status: 409,
    fr: 'C’est déjà fait sous cette clé d’idempotence, et la réponse contenait un secret qui n’est dit qu’une fois. S’il est perdu, faites-en un nouveau sous une clé nouvelle.',
    en: 'This was done under this idempotency key already, and its answer had a secret that is told once. If it is lost, make a new one under a new key.',
  },
  file_too_hard: {
    status: 422,
    fr: 'Ce fichier demande trop de temps ou de mémoire pour être lu : enregistrez-le en « CSV UTF-8 », ou en plusieurs fichiers.',
    en: 'This file takes too much time or memory to read: save it as “CSV UTF-8”, or as several files.',
  },
  last_administrator: {
    status: 422,
    fr: 'Il doit rester un administrateur actif : nommez-en un autre d’abord.',
    en: 'One active administrator must remain: appoint another first.',
  },
  body_too_large: {
    status: 413,
    fr: 'L’envoi est trop volumineux : envoyez-en moins à la fois.',
    en: 'The body is too large: send less at a time.',
  },
  wrong_content_type: {
    status: 415,
    fr: 'Ce type de contenu n’est pas pris ici : envoyez application/json, ou, pour un fichier, text/csv ou application/octet-stream (une partie : application/offset+octet-stream).',
    en: 'This content type is not taken here: send application/json, or, for a file, text/csv or application/octet-stream (a piece: application/offset+octet-stream).',
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
  /** What an API key would need. */
  readonly scope?: ApiScope;
  /** When trying again makes sense. */
  readonly retryAfterSeconds?: number;
  /** The methods that an address knows. */
  readonly allow?: readonly string[];
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
    ...(problem.details.scope ? { scope: problem.details.scope } : {}),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json; charset=utf-8' });
  const { retryAfterSeconds, allow } = problem.details;
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds));
  if (allow) headers.set('allow', allow.join(', '));
  if (kind.status === 401) headers.set('www-authenticate', 'Bearer');
  return new Response(JSON.stringify(body), { status: kind.status, headers });
}
