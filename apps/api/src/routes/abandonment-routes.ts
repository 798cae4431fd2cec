import {
  type AccountInForce,
  type AnsweredCall,
  accountOf,
  accountZones,
  definitionInForce,
  packs,
  readCall,
} from '@alize/compliance';
import { createRoute, type z } from '@hono/zod-openapi';
import { abandonmentContract as contract } from '../contract/index.ts';
import { jsonAnswer, jsonBody, withId } from '../contract/route.ts';
import { demandCampaign } from '../demand-campaign.ts';
import { accountsNow } from '../evidence/abandonment-evidence.ts';
import { Problem } from '../problem.ts';
import { type Api, clientOf, makeRouter } from '../routing.ts';
import { isZone } from '../zone-name.ts';

export const accountPath = '/v1/compliance/abandonment';

const countAbandoned = createRoute({
  method: 'post',
  path: accountPath,
  tags: ['compliance'],
  summary: 'The account of abandoned calls as a rule pack counts it, from their raw instants',
  description:
    'For questions “what if” and replays of the past: nothing stored is read, and nothing is kept. Fields it does not know are refused by name.',
  request: { body: jsonBody(contract.accountQuestion) },
  responses: { 200: jsonAnswer(contract.account, 'The account') },
});

const campaignAccounts = createRoute({
  method: 'get',
  path: '/v1/campaigns/{id}/abandonment',
  tags: ['compliance'],
  summary: 'Where the campaign stands with its abandoned calls, by each law of the people it has reached',
  request: { params: withId('campaign') },
  responses: {
    200: jsonAnswer(contract.campaignAccounts, 'One account for each rule pack; none before a call'),
  },
});

/** What each law makes of a list of calls, told or stored. */
export function abandonmentRoutes(api: Api) {
  const { db } = api.database;
  return makeRouter()
    .openapi(countAbandoned, (context) => {
      const question = context.req.valid('json');
      return context.json(answer(question), 200);
    })
    .openapi(campaignAccounts, async (context) => {
      const { id } = context.req.valid('param');
      const clientId = clientOf(context);
      await demandCampaign(db, clientId, id);
      const accounts = await accountsNow(db, clientId, id, api.clock.nowMs());
      return context.json({ data: accounts.map(toView) }, 200);
    });
}

function toView({ pack, rule, definition, account }: AccountInForce) {
  const { numerator, denominator, ratio, standing, isSmallSample, windowFromMs, windowToMs } = account;
  return {
    ...{ pack: pack.id, ruleId: rule.id, strength: rule.strength, citation: rule.citation },
    ...{ numerator, denominator, rate: ratio, standing, isSmallSample, windowFromMs, windowToMs },
    ...{ limit: definition.ratioMax, target: definition.ratioTarget },
  };
}

type Question = z.output<typeof contract.accountQuestion>;

function answer(question: Question): z.input<typeof contract.account> {
  const source = sourceOf(question);
  const { atMs, zone } = source;
  const { rule, definition } = source.found;
  const calls = question.calls.map(toAnsweredCall);
  const campaignStartMs = msOf(question.campaignStartedAt) ?? undefined;
  const account = accountOf(calls, { definition, atMs, zone, campaignStartMs });
  const { numerator, denominator, ratio, isOverLimit, liveAnswers, isSmallSample, standing } = account;
  return {
    ...{ pack: source.pack.id, packVersion: source.pack.version },
    ...{ ruleId: rule.id, strength: rule.strength, citation: rule.citation },
    ...{ numerator, denominator, rate: ratio, isOverLimit, liveAnswers, isSmallSample, standing },
    ...{ limit: definition.ratioMax, target: definition.ratioTarget },
    window: { from: localText(account.windowFromMs, zone), to: localText(account.windowToMs, zone) },
    calls: calls.map((call) => {
      const { verdict, isCounted } = readCall(call, account, { definition, atMs });
      return { abandoned: verdict === 'abandoned', counted: isCounted, verdict };
    }),
  };
}

/** By whose rule, in whose days, as of when. */
function sourceOf(question: Question) {
  const zone = question.timeZone ?? accountZones[question.pack];
  if (!isZone(zone)) throw new Problem('time_zone_unknown');
  const atMs = Date.parse(question.at);
  const pack = packs.find(({ id }) => id === question.pack);
  const found = pack && definitionInForce(pack, { atMs, zone });
  if (!found) throw new Problem('no_abandonment_rule');
  return { pack, found, zone, atMs };
}

function toAnsweredCall(call: Question['calls'][number]): AnsweredCall {
  return {
    mode: call.mode,
    detected: call.detected,
    answeredAtMs: Date.parse(call.answeredAt),
    greetingEndedAtMs: msOf(call.greetingEndedAt),
    connectedAtMs: msOf(call.connectedAt),
    messageStartedAtMs: msOf(call.messageStartedAt),
    endedAtMs: msOf(call.endedAt),
    endedBy: call.endedBy ?? null,
  };
}

/** The contract lets nothing through that is not ISO 8601 with offset, which `Date.parse` reads exactly. */
function msOf(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Date.parse(text);
}

/** The wall clock of the zone with its offset: `2026-11-23T00:00:00+01:00`. */
function localText(ms: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  return local.toString({ timeZoneName: 'never' });
}
