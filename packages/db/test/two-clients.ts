import type {
  AttemptId,
  CallFacts,
  CampaignId,
  ClientId,
  LeadId,
  PersonId,
  PhoneNumber,
  Purpose,
  RulingId,
  UserId,
} from '@alize/model';
import type { Insertable } from 'kysely';
import type { Db } from '../src/open-database.ts';
import { appendRuling, type NewRuling } from '../src/ruling-chain.ts';
import type { Schema } from '../src/schema.ts';
import type { Engine } from './engines.ts';

export const dayMs = 86_400_000;
/** A Tuesday, 11:00 in Paris. */
export const nowMs = Date.UTC(2026, 10, 24, 10);

/** The tests' own numbers, written as E.164. */
export const number = (text: string) => text as PhoneNumber;
export const first = number('+33612345678');
export const second = number('+33198765432');
export const userId: UserId = 'user_1';

/** A new database with two clients of one campaign and one list each, and ways to put people and calls in it. */
export async function openTwoClients(engine: Engine) {
  const database = await engine.open();
  const { db } = database;
  await addCentre(db);
  for (const n of [1, 2] as const) await addClient(db, n);
  let made = 0;
  const next = () => {
    made += 1;
    return made;
  };

  const addLead = async (more: Partial<Insertable<Schema['lead']>> = {}): Promise<LeadId> => {
    const id: LeadId = `lead_${next()}`;
    const row = { id, client_id: 'client_1', campaign_id: 'campaign_1', list_id: 'list_1' } as const;
    const times = {
      state: 'open',
      next_try_at: nowMs,
      created_at: nowMs - dayMs,
      changed_at: nowMs,
    } as const;
    await db
      .insertInto('lead')
      .values({ ...row, phone_number: first, ...times, ...more })
      .execute();
    const { client_id = row.client_id, phone_number = first } = more;
    await db.insertInto('lead_phone').values({ lead_id: id, position: 1, client_id, phone_number }).execute();
    return id;
  };

  const addRuling = async (
    leadId: LeadId,
    more: Partial<NewRuling> & { clientId?: ClientId } = {},
  ): Promise<RulingId> => {
    const { clientId = 'client_1', ...rest } = more;
    const id: RulingId = `ruling_${next()}`;
    const ruling: NewRuling = {
      ...{ id, leadId, attemptId: null, atMs: nowMs, kind: 'refused', untilMs: nowMs + dayMs, rules: [] },
      campaignId: clientId === 'client_1' ? 'campaign_1' : 'campaign_2',
      packVersion: 'fr@2026.11.2',
      zoneDataVersion: '2026c',
      // As far as is read here.
      facts: { number: first, mode: 'progressive', callerId: { number: '+33162000001' } } as CallFacts,
      salt: new Uint8Array(16),
      ...rest,
    };
    await db.transaction().execute((tx) => appendRuling(tx, clientId, ruling));
    return id;
  };

  /** A call that a ruling cleared, ended and unanswered if nothing else is said. */
  const addCall = async (
    leadId: LeadId,
    more: Partial<Insertable<Schema['attempt']>> = {},
  ): Promise<AttemptId> => {
    const n = next();
    const id: AttemptId = `attempt_${n}`;
    const atMs = more.created_at ?? nowMs;
    const clientId = more.client_id ?? 'client_1';
    const clear = { kind: 'clear', attemptId: id, untilMs: null, rules: [] } as const;
    const rulingId = await addRuling(leadId, { ...clear, atMs, clientId });
    await db
      .insertInto('attempt')
      .values({
        ...{ id, client_id: clientId, campaign_id: 'campaign_1', list_id: 'list_1', lead_id: leadId },
        ...{ phone_number: first, number_of_lead: n, epoch: 1, trunk_id: 'trunk_1' },
        ...{ caller_id: number('+33162000001'), ruling_id: rulingId, script_version_id: 'scriptversion_1' },
        ...{
          progress: 'ended',
          network_result: 'no_answer',
          created_at: atMs,
          sent_at: atMs,
          ended_at: atMs + 30_000,
        },
        ...more,
      })
      .execute();
    return id;
  };

  const joinNumbers = (clientId: ClientId, personId: PersonId, numbers: readonly PhoneNumber[]) =>
    db
      .insertInto('person_number')
      .values(numbers.map((phone_number) => ({ client_id: clientId, phone_number, person_id: personId })))
      .execute();

  return { database, db, addLead, addRuling, addCall, joinNumbers, close: () => database.close() };
}
export type TwoClients = Awaited<ReturnType<typeof openTwoClients>>;

async function addCentre(db: Db): Promise<void> {
  const site = {
    name: 'S',
    country: 'MG',
    time_zone: 'Indian/Antananarivo',
    currency: 'MGA',
    hourly_cost: 1,
  };
  await db
    .insertInto('site')
    .values({ id: 'site_1', ...site })
    .execute();
  await db
    .insertInto('trunk')
    .values({ id: 'trunk_1', name: 't', kind: 'sip', lines_max: 9, calls_per_second_max: 9 })
    .execute();
}

async function addClient(db: Db, n: 1 | 2): Promise<void> {
  const client_id: ClientId = `client_${n}`;
  const campaignId: CampaignId = `campaign_${n}`;
  await db
    .insertInto('client')
    .values({ id: client_id, name: `Client ${n}`, created_at: 0 })
    .execute();
  const person = { role: 'agent', name: 'A', password_hash: '', language: 'fr', created_at: 0 } as const;
  await db
    .insertInto('user')
    .values({ id: `user_${n}`, client_id, site_id: 'site_1', login: `a${n}`, ...person })
    .execute();
  await db
    .insertInto('caller_id')
    .values({
      id: `callerid_${n}`,
      client_id,
      number: number('+33162000001'),
      label: 'L',
      category: 'npv',
      holder: 'H',
    })
    .execute();
  await db
    .insertInto('script')
    .values({ id: `script_${n}`, client_id, name: 's' })
    .execute();
  await db
    .insertInto('script_version')
    .values({
      id: `scriptversion_${n}`,
      client_id,
      script_id: `script_${n}`,
      version: 1,
      document: '{}',
      published_at: 0,
    })
    .execute();
  const purpose: Purpose = 'sales_consented';
  await db
    .insertInto('campaign')
    .values({
      ...{ id: campaignId, client_id, name: `Campaign ${n}`, kind: 'survey', purpose, state: 'running' },
      ...{ dial_mode: 'progressive', schedule: '{}', retry_rules: '{}', caller_id_id: `callerid_${n}` },
      ...{ trunk_id: 'trunk_1', lines_max: 1, ring_seconds: 30, wrap_up_seconds: 30 },
      ...{ script_version_id: `scriptversion_${n}`, created_at: 0, changed_at: 0 },
    })
    .execute();
  await db
    .insertInto('list')
    .values({ id: `list_${n}`, client_id, campaign_id: campaignId, name: 'l', state: 'ready', created_at: 0 })
    .execute();
}
