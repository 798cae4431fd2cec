import type { Language } from '@alize/model';
import { z } from '@hono/zod-openapi';

/** A name from outside is not said back at any length. */
const nameLengthShown = 64;

interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** What does not fit a schema, each with a JSON pointer and a sentence that says what is wanted there. */
export function faultsOf({ issues }: z.core.$ZodError, language: Language): readonly Fault[] {
  return issues.flatMap(innermost).flatMap((issue) => faults(issue, language));
}

/** Of what may be written in several ways, the faults of the way that was meant: the one whose kind of value fits. */
function innermost(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find(
    ([first]) => first && !(first.code === 'invalid_type' && first.path.length === 0),
  );
  return meant?.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })) ?? [issue];
}

function faults(issue: z.core.$ZodIssue, language: Language): readonly Fault[] {
  const pointer = pointerTo(issue.path);
  // A name is at fault where it stands, not the object around it.
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const name = key.slice(0, nameLengthShown);
      return { pointer: pointerTo([...issue.path, name]), detail: unknown[language](name) };
    });
  }
  return [{ pointer, detail: sentenceOf(issue, language) }];
}

const pointerTo = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** zod's words, but where they speak of what came (it is not kept with the finding) or show a pattern. */
function sentenceOf(issue: z.core.$ZodIssue, language: Language): string {
  if (issue.code === 'invalid_type') return wanted[language](typeNames[language][issue.expected]);
  if (issue.code === 'too_big') return bounded[language].most(issue.maximum, unitOf(issue.origin, language));
  if (issue.code === 'too_small')
    return bounded[language].least(issue.minimum, unitOf(issue.origin, language));
  if (issue.code === 'invalid_format' && issue.format === 'regex' && issue.pattern) {
    const id = /^\/\^(\w+)_\[0-9a-f\]\{32\}\$\/$/.exec(issue.pattern)?.[1];
    if (id) return idWanted[language](id);
  }
  if (issue.code === 'custom' && issue.params?.wants === 'phone_number') return numberWanted[language];
  // zod's own sentence is in English; the locale makes another of the same finding.
  const sentence = locales[language].localeError({ ...issue, input: undefined });
  return typeof sentence === 'string' ? sentence : (sentence?.message ?? issue.message);
}

const locales = { fr: z.locales.fr(), en: z.locales.en() };

const unknown: Readonly<Record<Language, (name: string) => string>> = {
  fr: (name) => `Le nom « ${name} » n’est pas connu ici : corrigez-le ou retirez-le.`,
  en: (name) => `The name “${name}” is not known here: mend it or take it out.`,
};
const wanted: Readonly<Record<Language, (type: string | undefined) => string>> = {
  fr: (type) => `Il faut ${type ?? 'une valeur qui convient'} ici.`,
  en: (type) => `${type ?? 'A value that fits'} is wanted here.`,
};
const typeNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    ...{ string: 'un texte', number: 'un nombre', int: 'un nombre entier', boolean: 'true ou false' },
    ...{ array: 'une liste', object: 'un objet', record: 'un objet', null: 'null' },
  },
  en: {
    ...{ string: 'A text', number: 'A number', int: 'A whole number', boolean: 'True or false' },
    ...{ array: 'A list', object: 'An object', record: 'An object', null: 'Null' },
  },
};
const idWanted: Readonly<Record<Language, (prefix: string) => string>> = {
  fr: (prefix) =>
    `Donnez un identifiant, ${prefix}_ suivi de 32 chiffres hexadécimaux, tel que l’API l’a donné.`,
  en: (prefix) => `Give an id, ${prefix}_ and 32 hexadecimal digits, as the API gave it.`,
};
const numberWanted: Readonly<Record<Language, string>> = {
  fr: 'Donnez un numéro international, comme +33639980001.',
  en: 'Give an international number, as +33639980001.',
};

/** What a bound counts: the characters of a text, the items of a list, nothing of a number. */
function unitOf(origin: string, language: Language): string {
  const [characters, items] = language === 'fr' ? [' caractères', ' éléments'] : [' characters', ' items'];
  if (origin === 'string') return characters;
  return origin === 'array' ? items : '';
}

const bounded: Readonly<
  Record<Language, Readonly<Record<'most' | 'least', (bound: unknown, unit: string) => string>>>
> = {
  fr: {
    most: (bound, unit) => `Au plus ${String(bound)}${unit}.`,
    least: (bound, unit) => `Au moins ${String(bound)}${singular(bound, unit)}.`,
  },
  en: {
    most: (bound, unit) => `At most ${String(bound)}${unit}.`,
    least: (bound, unit) => `At least ${String(bound)}${singular(bound, unit)}.`,
  },
};
const singular = (bound: unknown, unit: string) => (bound === 1 ? unit.replace(/s$/, '') : unit);
