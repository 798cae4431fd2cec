import type { Language } from '@alize/model';
import { escapeHtml } from '../escape-html.ts';
import { problems } from '../problem.ts';
import { frenchSummaries } from './french-summaries.ts';

interface ReferenceTexts {
  readonly title: string;
  readonly contents: string;
  /** HTML. */
  readonly introduction: string;
  readonly parameters: string;
  readonly body: string;
  readonly answers: string;
  readonly required: string;
  readonly optional: string;
  readonly or: string;
  /** Between a list and what it holds. */
  readonly of: string;
  readonly characters: string;
  readonly items: string;
  /** What the sign beside an operation does. */
  readonly link: string;
  readonly scope: string;
  readonly isPublic: string;
  readonly peopleAlone: string;
  tag(tag: string): string;
  place(place: string): string;
  type(type: string): string;
  summary(operation: { readonly method: string; readonly path: string; readonly summary: string }): string;
}

const curl = `curl ${'https://alize.example.com'}/v1/campaigns \\
  -H 'Authorization: Bearer alize_…'`;

const frenchTags: Readonly<Record<string, string>> = {
  session: 'session',
  campaigns: 'campagnes',
  pacing: 'cadence',
  lists: 'fichiers',
  uploads: 'envois de fichiers',
  imports: 'imports',
  leads: 'fiches',
  agent: 'poste de l’agent',
  appointments: 'agendas et rendez-vous',
  public: 'pages ouvertes par un lien',
  surveys: 'enquêtes',
  results: 'résultats',
  handovers: 'transmissions',
  people: 'personnes',
  'api keys': 'clés d’API',
  webhooks: 'webhooks et envois',
  suppressions: 'oppositions',
  'caller IDs': 'numéros présentés',
  client: 'donneur d’ordre',
  consents: 'consentements',
  relations: 'liens avec le donneur d’ordre',
  'outside attempts': 'appels passés ailleurs',
  registers: 'registres d’opposition',
  'rule settings': 'réglages de règles',
  compliance: 'conformité',
  scripts: 'scripts',
  'shared shapes': 'formes communes',
};
const frenchTypes: Readonly<Record<string, string>> = {
  string: 'texte',
  number: 'nombre',
  integer: 'entier',
  boolean: 'vrai ou faux',
  array: 'liste',
  object: 'objet',
  any: 'libre',
};
const frenchPlaces: Readonly<Record<string, string>> = {
  path: 'chemin',
  query: 'adresse',
  header: 'en-tête',
};

/** The words of the API reference. */
export const referenceTexts: Readonly<Record<Language, ReferenceTexts>> = {
  fr: {
    title: 'Référence de l’API d’Alizé',
    contents: 'Sommaire',
    introduction: `<p>Tout ce que fait la console passe par cette API : rien ne lui est réservé. Le document <a href="/v1/openapi.json">OpenAPI 3.1</a> est tiré des mêmes schémas que ceux qui contrôlent les demandes.</p>
<h2>Demander</h2><pre>${escapeHtml(curl)}</pre>
<p>Une clé se crée dans la console, sous « Intégrations », avec ses droits. Les noms inconnus, dans un corps ou une adresse, sont refusés. Les instants sont des millisecondes UTC. Les listes vont par pages : rendez <code>next</code> en <code>cursor</code>. Une demande qui crée peut être répétée sans risque avec le même <code>Idempotency-Key</code>, pendant un jour. Un document que deux personnes peuvent modifier porte un <code>ETag</code> : renvoyez-le en <code>If-Match</code>. Les en-têtes <code>RateLimit</code> disent combien de demandes restent. Les précisions sur les champs sont en anglais.</p>
<h2>Échecs</h2><p>Un échec est un problème (RFC 9457) : un <code>code</code> stable et une phrase, en français ou en anglais selon <code>Accept-Language</code>.</p>${problemTable('fr')}`,
    parameters: 'Paramètres',
    body: 'Corps',
    answers: 'Réponses',
    required: 'obligatoire',
    optional: 'facultatif',
    or: 'ou',
    of: 'de :',
    characters: 'caractères',
    items: 'éléments',
    link: 'Lien vers cette opération',
    scope: 'Droit de la clé :',
    isPublic: 'Sans clé ni session.',
    peopleAlone: 'Réservé aux personnes : aucune clé ne le permet.',
    tag: (tag) => frenchTags[tag] ?? tag,
    place: (place) => frenchPlaces[place] ?? place,
    type: (type) => frenchTypes[type] ?? type,
    summary: ({ method, path, summary }) => frenchSummaries[`${method} ${path}`] ?? summary,
  },
  en: {
    title: 'Alizé API reference',
    contents: 'Contents',
    introduction: `<p>Everything the console does goes through this API: nothing is reserved to it. The <a href="/v1/openapi.json">OpenAPI 3.1</a> document is made from the same schemas that check the requests.</p>
<h2>Asking</h2><pre>${escapeHtml(curl)}</pre>
<p>Keys are made in the console, under “Integrations”, with their scopes. Unknown names in a body or an address are refused. Instants are UTC milliseconds. Lists come in pages: give <code>next</code> back as <code>cursor</code>. A request that makes something can be repeated safely under the same <code>Idempotency-Key</code> for a day. A document that two people may edit bears an <code>ETag</code>: send it back as <code>If-Match</code>. The <code>RateLimit</code> headers say how many requests are left.</p>
<h2>Failures</h2><p>A failure is a problem (RFC 9457): a stable <code>code</code> and a sentence, in French or English by <code>Accept-Language</code>.</p>${problemTable('en')}`,
    parameters: 'Parameters',
    body: 'Body',
    answers: 'Answers',
    required: 'required',
    optional: 'optional',
    or: 'or',
    of: 'of',
    characters: 'characters',
    items: 'items',
    link: 'Link to this operation',
    scope: 'Scope of the key:',
    isPublic: 'Neither key nor session needed.',
    peopleAlone: 'For people alone: no key may.',
    tag: (tag) => tag,
    place: (place) => place,
    type: (type) => type,
    summary: ({ summary }) => summary,
  },
};

function problemTable(language: Language): string {
  const rows = Object.entries(problems).map(
    ([code, kind]) =>
      `<li><code>${code}</code> <small>${kind.status}</small> ${escapeHtml(kind[language])}</li>`,
  );
  return `<details><summary>${language === 'fr' ? 'Tous les codes' : 'All codes'} (${rows.length})</summary><ul>${rows.join('')}</ul></details>`;
}
