import { agentsOfClient, appendEvents, type NewEvent } from '@alize/db';
import type { AgentState, CampaignId, ClientId, LeadId, PhoneNumber, UserId } from '@alize/model';
import type { TestApi } from './start-api.ts';

/** A morning of calls: every 20 s one, each fourth answered; refusals of 20 s and interviews of 200 s by turns. */
export interface Morning {
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  /** UTC milliseconds of the first call. */
  readonly fromMs: number;
  readonly hours: number;
}

/** What the day came to, to hold answers against. */
export interface MorningFigures {
  readonly calls: number;
  readonly people: number;
  readonly abandoned: number;
  readonly successes: number;
}

const everyMs = 20_000;
const answerMs = 8_000;
const wrapUpMs = 15_000;

/** Writes the attempts and the agents' events of a morning as the dialer would have; the first agents share the calls. */
export async function addMorning(api: TestApi, morning: Morning): Promise<MorningFigures> {
  const { clientId, campaignId, fromMs, hours } = morning;
  const calls = (hours * 3_600_000) / everyMs;
  // The list was there before it was called.
  await api.db
    .updateTable('lead')
    .set({ created_at: fromMs })
    .where('campaign_id', '=', campaignId)
    .execute();
  const leads = await leadsOf(api, campaignId);
  const agents = (await agentsOfClient(api.db, clientId)).map(({ id }) => id);
  const ground = { ...(await groundOf(api, campaignId)), ...morning };
  const rows = Array.from({ length: calls }, (_, index) => {
    const lead = leads[index % leads.length];
    if (!lead) throw new Error('the campaign has no lead');
    return attemptOf(api, {
      ...ground,
      index,
      lead,
      leadsCount: leads.length,
      agentId: agents[Math.floor(index / 4) % agents.length] ?? null,
    });
  });
  for (let from = 0; from < rows.length; from += 100) {
    await api.db
      .insertInto('attempt')
      .values(rows.slice(from, from + 100))
      .execute();
  }
  await tellAgents(api, { clientId, agents, rows, fromMs, toMs: fromMs + hours * 3_600_000 });
  const count = (of: (row: (typeof rows)[number]) => boolean) => rows.filter(of).length;
  return {
    calls,
    people: count((row) => row.answered_at !== null),
    abandoned: count((row) => row.is_abandoned === 1),
    successes: count((row) => row.disposition === 'success'),
  };
}

const leadsOf = (api: TestApi, campaignId: CampaignId) =>
  api.db.selectFrom('lead').selectAll().where('campaign_id', '=', campaignId).orderBy('id').execute();

/** What every attempt refers to; one ruling stands for all. */
async function groundOf(api: TestApi, campaignId: CampaignId) {
  const campaign = await api.db
    .selectFrom('campaign')
    .innerJoin('caller_id', 'caller_id.id', 'campaign.caller_id_id')
    .select(['trunk_id', 'script_version_id', 'caller_id.number as caller_id', 'campaign.client_id'])
    .where('campaign.id', '=', campaignId)
    .executeTakeFirstOrThrow();
  const [lead] = await leadsOf(api, campaignId);
  if (!lead) throw new Error('the campaign has no lead');
  const id = api.ids.make('ruling');
  await api.db
    .insertInto('ruling')
    .values({
      ...{ id, client_id: campaign.client_id, campaign_id: campaignId, lead_id: lead.id, at: 0 },
      ...{ kind: 'clear', rules: '[]', pack_version: 'test', zone_data_version: 'test' },
    })
    .execute();
  return { campaign, rulingId: id };
}

/** Of four calls one is answered, one busy; of the answered ones each tenth is abandoned, each fifth a success. */
function attemptOf(
  api: TestApi,
  about: Morning & {
    readonly campaign: Awaited<ReturnType<typeof groundOf>>['campaign'];
    readonly rulingId: Awaited<ReturnType<typeof groundOf>>['rulingId'];
    readonly index: number;
    readonly leadsCount: number;
    readonly lead: {
      readonly id: LeadId;
      readonly list_id: Awaited<ReturnType<typeof leadsOf>>[number]['list_id'];
      readonly phone_number: PhoneNumber;
    };
    readonly agentId: UserId | null;
  },
) {
  const { campaign, index, lead } = about;
  const at = about.fromMs + index * everyMs;
  const isAnswered = index % 4 === 0;
  const isAbandoned = isAnswered && index % 40 === 36;
  const isTalk = isAnswered && !isAbandoned;
  const answered = isAnswered ? at + answerMs : null;
  const talkMs = index % 8 === 0 ? 20_000 : 200_000;
  const ended = isTalk ? at + answerMs + talkMs : at + answerMs + 4_000;
  const result = isAnswered ? 'answered' : index % 4 === 1 ? 'busy' : 'no_answer';
  return {
    id: api.ids.make('attempt'),
    ...{
      client_id: campaign.client_id,
      campaign_id: about.campaignId,
      list_id: lead.list_id,
      lead_id: lead.id,
    },
    ...{
      phone_number: lead.phone_number,
      number_of_lead: Math.floor(index / about.leadsCount) + 1,
      epoch: 1,
      ruling_id: about.rulingId,
    },
    ...{ trunk_id: campaign.trunk_id, caller_id: campaign.caller_id },
    script_version_id: campaign.script_version_id,
    progress: 'ended' as const,
    network_result: result as 'answered' | 'busy' | 'no_answer',
    is_abandoned: isAbandoned ? 1 : 0,
    agent_id: isTalk ? about.agentId : null,
    ...{ created_at: at, sent_at: at, answered_at: answered, connected_at: isTalk ? answered : null },
    ended_at: ended,
    disposition: isTalk ? (index % 20 === 0 ? ('success' as const) : ('not_interested' as const)) : null,
    disposed_at: isTalk ? ended + wrapUpMs : null,
  };
}

/** Ready, talking, wrap-up and ready again for each talk; offline at the end. */
async function tellAgents(
  api: TestApi,
  day: {
    readonly clientId: ClientId;
    readonly agents: readonly UserId[];
    readonly rows: readonly ReturnType<typeof attemptOf>[];
    readonly fromMs: number;
    readonly toMs: number;
  },
): Promise<void> {
  const changes = [
    ...day.agents.flatMap((userId) => [
      { atMs: day.fromMs, userId, state: 'ready' as AgentState },
      { atMs: day.toMs, userId, state: 'offline' as AgentState },
    ]),
    ...day.rows.flatMap(({ agent_id: userId, connected_at, ended_at, disposed_at }) =>
      userId && connected_at && disposed_at && disposed_at < day.toMs
        ? [
            { atMs: connected_at, userId, state: 'talking' as AgentState },
            { atMs: ended_at, userId, state: 'wrap_up' as AgentState },
            { atMs: disposed_at, userId, state: 'ready' as AgentState },
          ]
        : [],
    ),
  ].sort((one, other) => one.atMs - other.atMs);
  for (const { atMs, userId, state } of changes) {
    const event: NewEvent['event'] = {
      kind: 'agent.changed',
      ...{ userId, state, pauseReason: null, wishedPause: null, sinceMs: atMs },
      ...{ attemptId: null, campaignId: null, connection: 'up' },
    };
    await appendEvents(api.db, atMs, [{ clientId: day.clientId, event }]);
  }
}
