import type { Language } from '@alize/model';
import { escapeHtml } from '../escape-html.ts';
import { methods, type writeOpenApi } from './openapi.ts';
import { referenceTexts } from './reference-texts.ts';

type Document = ReturnType<typeof writeOpenApi>;

/** As much of JSON Schema as our own schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}

/** An operation, as far as the page shows it. */
interface Operation {
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly id: string;
  readonly scope: string | null;
  readonly isPublic: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
    readonly schema?: Schema;
  }[];
  readonly body: Content | undefined;
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

/** The API reference as one HTML page that needs nothing else: no script, no other file. */
export function referencePage(document: Document, language: Language): string {
  const t = referenceTexts[language];
  const groups = Object.entries(Object.groupBy(operationsOf(document), ({ tag }) => tag));
  const schemas = Object.entries(document.components.schemas) as readonly (readonly [string, Schema])[];
  const link = (tag: string) => `<li><a href="#${anchor(tag)}">${escapeHtml(t.tag(tag))}</a></li>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(t.title)}</title>
<style>${style}</style>
</head>
<body>
<nav aria-label="${escapeHtml(t.contents)}"><p><a href="#top"><strong>Alizé</strong></a></p>
<p><a href="?language=fr" lang="fr">français</a> · <a href="?language=en" lang="en">English</a></p>
<ul>${[...groups.map(([tag]) => tag), schemaTag].map(link).join('')}</ul></nav>
<main id="top">
<h1>${escapeHtml(t.title)}</h1>
${t.introduction}
${groups.map(([tag, operations]) => groupOf(t, tag, operations ?? [])).join('\n')}
<section><h2 id="${anchor(schemaTag)}">${escapeHtml(t.tag(schemaTag))}</h2>${schemas.map((each) => namedSchema(t, each)).join('')}</section>
</main>
</body>
</html>
`;
}

type Texts = (typeof referenceTexts)[Language];

/** What several operations, or a schema itself, refer to by its name. */
const schemaTag = 'shared shapes';
function namedSchema(t: Texts, [name, schema]: readonly [string, Schema]): string {
  return `<details><summary><code>${escapeHtml(name)}</code></summary><div id="schema-${name}">${schemaOf(t, schema)}</div></details>`;
}

function operationsOf(document: Document): readonly Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, described]) =>
    methods.flatMap((method) => {
      const operation = described[method];
      if (!operation) return [];
      const security: readonly Readonly<Record<string, readonly string[]>>[] = operation.security ?? [];
      return [
        {
          method: method.toUpperCase(),
          path,
          tag: operation.tags?.[0] ?? '',
          summary: operation.summary ?? '',
          id: operation.operationId ?? '',
          scope: security.flatMap(({ key }) => key ?? [])[0] ?? null,
          isPublic: security.length === 0,
          // Made from our own schemas alone, so of these shapes.
          parameters: (operation.parameters ?? []) as Operation['parameters'],
          body: (operation.requestBody as { content?: Content } | undefined)?.content,
          responses: operation.responses as Operation['responses'],
        },
      ];
    }),
  );
}

function groupOf(t: Texts, tag: string, operations: readonly Operation[]): string {
  return `<section><h2 id="${anchor(tag)}">${escapeHtml(t.tag(tag))}</h2>${operations.map((each) => operationOf(t, each)).join('')}</section>`;
}

function operationOf(t: Texts, operation: Operation): string {
  const { method, path, id, scope, isPublic } = operation;
  const who = isPublic ? t.isPublic : scope ? `${t.scope} <code>${scope}</code>` : t.peopleAlone;
  const parts = [parametersOf(t, operation), bodyOf(t, operation.body), responsesOf(t, operation)];
  return `<details><summary><span class="${method.toLowerCase()}">${method}</span> <code>${escapeHtml(path)}</code> <span class="what">${escapeHtml(t.summary(operation))}</span></summary>
<p class="who" id="${id}">${who} <a href="#${id}" aria-label="${escapeHtml(t.link)}">#</a></p>${parts.join('')}</details>`;
}

function parametersOf(t: Texts, { parameters }: Operation): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, required, description, schema }) =>
      `<li><code>${escapeHtml(name)}</code> <small>${escapeHtml(t.place(place))}${required ? ` · ${t.required}` : ''}</small> ${schema ? schemaOf(t, description ? { ...schema, description } : schema) : ''}</li>`,
  );
  return `<h3>${t.parameters}</h3><ul>${rows.join('')}</ul>`;
}

function bodyOf(t: Texts, content: Content | undefined): string {
  if (!content) return '';
  const types = Object.entries(content).map(
    ([type, { schema }]) => `<p><code>${escapeHtml(type)}</code></p>${schema ? schemaOf(t, schema) : ''}`,
  );
  return `<h3>${t.body}</h3>${types.join('')}`;
}

function responsesOf(t: Texts, { responses }: Operation): string {
  const each = Object.entries(responses)
    .filter(([status]) => status !== 'default')
    .map(([status, { content }]) => {
      const types = Object.entries(content ?? {}).map(
        ([type, { schema }]) => `<small>${escapeHtml(type)}</small>${schema ? schemaOf(t, schema) : ''}`,
      );
      return `<li><strong>${status}</strong> ${types.join('')}</li>`;
    });
  return `<h3>${t.answers}</h3><ul>${each.join('')}</ul>`;
}

/** A schema in words, its fields as a nested list. */
function schemaOf(t: Texts, schema: Schema, depth = 0): string {
  if (schema.$ref) {
    const name = escapeHtml(schema.$ref.split('/').at(-1) ?? '');
    return `<a href="#schema-${name}"><code>${name}</code></a>`;
  }
  // The schemas speak English.
  const said = schema.description
    ? ` <span class="said" lang="en">${withCode(schema.description)}</span>`
    : '';
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return `${alternatives(t, choices, depth)}${said}`;
  if (schema.allOf) return `${schema.allOf.map((part) => schemaOf(t, part, depth)).join(' ')}${said}`;
  const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  const inner = schema.properties
    ? fieldsOf(t, schema, depth)
    : schema.items
      ? ` <span class="type">${t.of}</span> ${schemaOf(t, schema.items, depth)}`
      : values
        ? ` <span class="type">${t.of}</span> ${schemaOf(t, values, depth)}`
        : '';
  return `<span class="type">${escapeHtml(typeOf(t, schema))}</span>${said}${inner}`;
}

/** `so` is code, as in Markdown. */
const withCode = (text: string) => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');

function alternatives(t: Texts, choices: readonly Schema[], depth: number): string {
  return choices.map((choice) => schemaOf(t, choice, depth)).join(` <em>${t.or}</em> `);
}

function fieldsOf(t: Texts, { properties, required }: Schema, depth: number): string {
  if (depth > 6) return ' …';
  const fields = Object.entries(properties ?? {}).map(
    ([name, field]) =>
      `<li><code>${escapeHtml(name)}</code>${required?.includes(name) ? '' : ` <small>${t.optional}</small>`} ${schemaOf(t, field, depth + 1)}</li>`,
  );
  return `<ul>${fields.join('')}</ul>`;
}

function typeOf(t: Texts, schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const types = [schema.type ?? 'any'].flat().map((type) => t.type(type));
  return [types.join(` ${t.or} `), ...boundsOf(t, schema)].join(', ');
}

function boundsOf(t: Texts, schema: Schema): readonly string[] {
  const range = (low: number | undefined, high: number | undefined, unit: string) =>
    low === undefined && high === undefined
      ? []
      : [
          `${low === undefined ? '≤\u00a0' : high === undefined ? '≥\u00a0' : `${low}–`}${high ?? low}${unit}`,
        ];
  return [
    ...range(schema.minimum, schema.maximum, ''),
    ...range(schema.minLength, schema.maxLength, ` ${t.characters}`),
    ...range(schema.minItems, schema.maxItems, ` ${t.items}`),
    ...(schema.pattern ? [schema.pattern] : []),
    ...(schema.format ? [schema.format] : []),
    ...(schema.default !== undefined ? [`= ${JSON.stringify(schema.default)}`] : []),
  ];
}

const anchor = (tag: string) => `tag-${tag.replace(/[^a-z0-9]+/gi, '-')}`;

const style = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --quiet: light-dark(#57606a, #9aa4ae); }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; display: grid; grid-template-columns: minmax(12rem, 17rem) minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; border-right: 1px solid var(--line); box-sizing: border-box; }
nav ul { list-style: none; padding: 0; } nav li { margin: .35rem 0; }
main { padding: 1rem 2rem 6rem; max-width: 64rem; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; padding: .25rem .75rem; }
summary { cursor: pointer; padding: .35rem 0; overflow-wrap: anywhere; }
summary > span:first-of-type { display: inline-block; min-width: 4.5rem; font-weight: 700; font-size: .85rem; }
.get { color: light-dark(#0550ae, #79c0ff); } .post { color: light-dark(#116329, #56d364); }
.put, .patch { color: light-dark(#7d4e00, #e3b341); } .delete { color: light-dark(#a40e26, #ff7b72); }
.what { color: var(--quiet); } .who, small, .said { color: var(--quiet); font-size: .875rem; }
.type { font-size: .875rem; } [id] { scroll-margin-top: 3.5rem; } code, pre { font: .875rem/1.45 ui-monospace, monospace; }
pre { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem; overflow: auto; }
details ul { padding-left: 1.1rem; } details li { margin: .2rem 0; } h3 { font-size: 1rem; margin: .75rem 0 .25rem; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border: 0; padding-bottom: 0; } nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; } main { padding: 1rem; } }
`;
