import { setImmediate } from 'node:timers/promises';
import { judge, type Pack, packs, type Rule } from '@alize/compliance';
import type { CallFacts, Language, PhoneNumber } from '@alize/model';
import { createRoute, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { complianceContract as contract, packContract } from '../contract/index.ts';
import { jsonAnswer, jsonBody } from '../contract/route.ts';
import { factsNeeded } from '../facts-needed.ts';
import { type PersonRecord, recordOf, withRecord } from '../person-record.ts';
import { Problem, problems } from '../problem.ts';
import { type Api, clientOf, type Env, makeRouter } from '../routing.ts';
import { ruleText } from '../rule-text.ts';
import {
  disagreementAt,
  type FactsButNumber,
  factsOf,
  numberIn,
  problemAt,
  type Question,
} from '../ruling-question.ts';

const tags = ['compliance'];

/** The language of a program is what it asks for; people's own comes after. */
const speakAsAsked = createMiddleware<Env>(async (context, next) => {
  const language =
    languageIn(context.req.query('language')) ??
    context.req.header('accept-language')?.split(',').map(languageIn).find(Boolean);
  if (language) context.set('language', language);
  await next();
});

function languageIn(tag: string | undefined): Language | undefined {
  const main = /^\s*(fr|en)\b/i.exec(tag ?? '')?.[1]?.toLowerCase();
  return main === 'fr' || main === 'en' ? main : undefined;
}

const makeRulings = createRoute({
  method: 'post',
  path: '/v1/compliance/rulings',
  tags,
  summary: 'May this number be called at this instant, by which rule not, and from when',
  description: `For questions “what if” and replays of the past: the answer depends on the question alone, nothing stored is read (unless \`record=true\` asks for it), and nothing is kept. The law is that of the day asked about, where the person is. Fields it does not know are refused by name (400).

A call is allowed when no rule refuses. A fact that a law needs and that is not given refuses, as \`unknown_…\`: it is never guessed. Calling hours are half-open, \`[from, to)\`: 20:00:00.000 is outside of a window that ends at 20:00; and a call is refused when it could still ring, or wait for an agent, past the end (\`config.ringSeconds\` + \`config.connectGuardSeconds\`). Where the person may be in several zones or states, every one of them must allow. When the number alone does not tell the zone, \`timeZone\` or \`postalCode\` must (\`unknown_zone\`).

Beside \`number\`, \`person\`, \`seller.id\`, \`purpose\`, \`mode\` and \`callerId\`, the rules of each pack read these facts (not every one for every purpose):

${factsNeeded()}`,
  middleware: speakAsAsked,
  request: { query: contract.languageQuery, body: jsonBody(contract.rulingQuestion) },
  responses: {
    200: jsonAnswer(contract.rulingAnswer, 'The ruling; or, to `numbers`, one for each'),
  },
});

const listPacks = createRoute({
  method: 'get',
  path: '/v1/compliance/packs',
  tags,
  summary: 'The rule packs: whose law is encoded, in which version',
  request: { query: packContract.packQuery },
  responses: { 200: jsonAnswer(packContract.packList, 'Every pack') },
});

const getPack = createRoute({
  method: 'get',
  path: '/v1/compliance/packs/{id}',
  tags,
  summary: 'Every rule of a pack, with its dates and its source',
  request: {
    params: z.object({ id: z.string().max(100).openapi({ example: 'fr' }) }),
    query: packContract.packQuery,
  },
  responses: { 200: jsonAnswer(packContract.pack, 'The pack') },
});

/** What the law says: of a call that might be placed, and in general. */
export function complianceRoutes(api: Api) {
  const todayIn = (timeZone: string) =>
    Temporal.Instant.fromEpochMilliseconds(api.clock.nowMs())
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .toString();
  return makeRouter()
    .openapi(makeRulings, async (context) => {
      const question = context.req.valid('json');
      const atMs = question.at === undefined ? api.clock.nowMs() : Date.parse(question.at);
      const { language } = context.var;
      const record =
        context.req.valid('query').record === 'true'
          ? await recordOf(api.database.db, clientOf(context), question, { atMs, language })
          : null;
      return context.json(await answer(question, { atMs, language, record }), 200);
    })
    .openapi(listPacks, (context) => {
      const on = context.req.valid('query').on ?? todayIn(context.var.asker.timeZone);
      return context.json({ data: packs.map((pack) => summaryOf(pack, on)), on }, 200);
    })
    .openapi(getPack, (context) => {
      const on = context.req.valid('query').on ?? todayIn(context.var.asker.timeZone);
      const pack = packs.find(({ id }) => id === context.req.valid('param').id);
      if (!pack) throw new Problem('not_found');
      const rules = pack.rules.map((each) => toRule(each, on));
      return context.json({ ...summaryOf(pack, on), on, rules }, 200);
    });
}

async function answer(
  question: Question,
  asked: {
    readonly atMs: number;
    readonly language: Language;
    /** What is on record of the person; null when only the question counts. */
    readonly record: PersonRecord | null;
  },
): Promise<z.input<typeof contract.rulingAnswer>> {
  const { number: written, numbers } = question;
  const { atMs, language, record } = asked;
  if ((written === undefined) === (numbers === undefined))
    throw disagreementAt('/number', 'oneOfBoth', language);
  const said = factsOf(question, language);
  const facts = record ? withRecord(said, record) : said;
  const rulingOn = (number: PhoneNumber) => toRuling(facts, number, atMs, language);
  if (numbers) {
    const problem = { code: 'number_unreadable', detail: problems.number_unreadable[language] } as const;
    const each = (one: string) => {
      const number = numberIn(question, one);
      return number === null ? { number: one, problem } : rulingOn(number);
    };
    return { rulings: await inTurns(numbers, each) };
  }
  const number = numberIn(question, written ?? '');
  if (number === null) throw problemAt('/number', 'number_unreadable', language);
  return rulingOn(number);
}

/** So many at a time, that other requests are answered between. */
const turnLength = 50;

async function inTurns<T, R>(items: readonly T[], each: (item: T) => R): Promise<R[]> {
  const made: R[] = [];
  for (const [index, item] of items.entries()) {
    if (index % turnLength === turnLength - 1) await setImmediate();
    made.push(each(item));
  }
  return made;
}

function toRuling(
  facts: FactsButNumber,
  number: PhoneNumber,
  atMs: number,
  language: Language,
): z.input<typeof contract.ruling> {
  const about: CallFacts = { ...facts, number };
  const judgement = judge(about, Temporal.Instant.fromEpochMilliseconds(atMs));
  const { decision, notBeforeMs, reasons, place, packs: applied } = judgement;
  return {
    number,
    decision,
    ...(notBeforeMs !== null && clearFrom(notBeforeMs, place.zones[0])),
    reasons: reasons.map((reason) => {
      const { rule: ruleId, verdict, strength, citation } = reason;
      return { ruleId, verdict, strength, citation, text: ruleText(reason, language) };
    }),
    territory: place.territories[0] ?? null,
    territories: [...place.territories],
    states: [...place.states],
    zones: [...place.zones],
    lineType: place.lineType,
    pack: applied.join(' + '),
    packs: [...applied],
    tzdata: process.versions.tz ?? 'unknown',
  };
}

function clearFrom(notBeforeMs: number, zone: string | undefined) {
  const instant = Temporal.Instant.fromEpochMilliseconds(notBeforeMs);
  return {
    notBefore: instant.toString(),
    ...(zone !== undefined && { notBeforeLocal: instant.toZonedDateTimeISO(zone).toString() }),
  };
}

function summaryOf({ id, version, name, territories, readOn, rules }: Pack, on: string) {
  return {
    ...{ id, version, name, readOn },
    territories: [...territories],
    rulesCount: rules.length,
    inForceCount: rules.filter((each) => isInForce(each, on)).length,
  };
}

/** Days as `YYYY-MM-DD` sort as they follow. */
function isInForce({ validFrom, validTo }: Rule, on: string): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || on < validTo);
}

function toRule(each: Rule, on: string): z.input<typeof packContract.rule> {
  const { id, about, effect, validFrom, validTo, strength, citation, status, text } = each;
  return {
    ...{ id, about, effect, validFrom, validTo, strength, citation, status, text },
    purposes: [...each.purposes],
    condition: each.condition ? { ...each.condition } : null,
    value: each.value === null ? null : { ...each.value },
    liftedBy: 'liftedBy' in each ? (each.liftedBy ?? []).map((ground) => ({ ...ground })) : [],
    needs: 'needs' in each ? (each.needs ?? []).map((ground) => ({ ...ground })) : [],
    inForce: isInForce(each, on),
  };
}
