import {
  addLeads,
  allTrunks,
  appendEvents,
  type CampaignSettings,
  countUsers,
  type Db,
  insertCallerId,
  insertCampaign,
  insertClient,
  insertList,
  insertSite,
  insertUser,
  publishScript,
  saveTrunk,
  type Tx,
} from '@alize/db';
import { standardRetryRules } from '@alize/leads';
import {
  type CampaignId,
  type CampaignKind,
  type CampaignState,
  type ClientId,
  isPhoneNumber,
  type Purpose,
  type Role,
  type Script,
  type UserId,
} from '@alize/model';
import type { Clock, IdSource, TrunkSettings } from '@alize/runtime';
import { createPasswords } from '../password.ts';
import { appointmentScript } from './appointment-script.ts';
import { addOfKind } from './kinds.ts';
import { demonstrationLeads } from './leads.ts';
import { firstPeople, makePassword } from './people.ts';
import { qualificationScript } from './qualification-script.ts';
import { surveyScript } from './survey-script.ts';

/** How a person of the demonstration logs in first. */
export interface FirstLogIn {
  readonly role: Role;
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export interface SeedParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly random: (bytesCount: number) => Uint8Array;
}

const siteZone = 'Indian/Antananarivo';
/** A fiction number: the demonstration trunk shows nothing else. */
const callerNumber = '+33199000001';
const leadsOfCampaign = 100;

/** Makes the trunk rows say what the settings say; on every start. */
export async function syncTrunks(
  parts: Pick<SeedParts, 'db' | 'ids'>,
  trunks: readonly TrunkSettings[],
): Promise<void> {
  for (const { name, kind, linesMax, callsPerSecondMax } of trunks) {
    await saveTrunk(parts.db, { id: parts.ids.make('trunk'), name, kind, linesMax, callsPerSecondMax });
  }
}

/**
 * Fills an empty database with the demonstration: a site, a client, people, and a campaign of each kind with its list, of
 * which the survey is running. Answers the first log-ins; null when there are people already, and nothing is done.
 * The trunks must be there. With `password` everybody gets that one, else each a random one.
 */
export async function seedDemonstration(
  parts: SeedParts,
  password: string | null,
): Promise<readonly FirstLogIn[] | null> {
  if ((await countUsers(parts.db)) > 0) return null;
  const logIns = firstPeople.map((person) => ({
    ...person,
    password: password ?? makePassword(parts.random),
  }));
  const passwords = createPasswords(parts.random);
  const people = await Promise.all(
    logIns.map(async (logIn) => ({ ...logIn, passwordHash: await passwords.hash(logIn.password) })),
  );
  await parts.db.transaction().execute((tx) => fill(parts, tx, people));
  return logIns;
}

async function fill(parts: SeedParts, tx: Tx, people: readonly (FirstLogIn & { passwordHash: string })[]) {
  const { ids } = parts;
  const atMs = parts.clock.nowMs();
  const clientId = ids.make('client');
  const siteId = ids.make('site');
  await insertClient(tx, { id: clientId, name: 'Assurances Boréal' }, atMs);
  await insertSite(tx, {
    id: siteId,
    name: 'Antananarivo',
    country: 'MG',
    timeZone: siteZone,
    currency: 'MGA',
    hourlyCost: 14_000,
  });
  const team: UserId[] = [];
  for (const person of people) {
    const id = ids.make('user');
    const isCentres = person.role === 'administrator';
    await insertUser(
      tx,
      { ...person, id, siteId, clientId: isCentres ? null : clientId, language: 'fr' },
      atMs,
    );
    if (person.role === 'agent') team.push(id);
  }
  await addCampaigns(parts, tx, { clientId, team, atMs });
}

interface CampaignPlan {
  readonly name: string;
  readonly kind: CampaignKind;
  readonly purpose: Purpose;
  readonly state: CampaignState;
  readonly script: Script;
  readonly scriptName: string;
  /** What the calls are about. */
  readonly object: string;
  /** Its hundred of the invented leads; those of three hundreds leave the numbers 06 39 98 9x xx to others. */
  readonly leadsFrom: number;
}

const plans: readonly CampaignPlan[] = [
  {
    name: 'Satisfaction assurés',
    kind: 'survey',
    purpose: 'survey',
    state: 'running',
    script: surveyScript,
    scriptName: 'Enquête de satisfaction',
    object: 'assurance habitation',
    leadsFrom: 0,
  },
  {
    name: 'Rendez-vous bilan habitation',
    kind: 'appointment',
    purpose: 'sales_contract_in_progress',
    state: 'draft',
    script: appointmentScript,
    scriptName: 'Prise de rendez-vous habitation',
    object: 'assurance habitation',
    leadsFrom: 100,
  },
  {
    name: 'Qualification complémentaire santé',
    kind: 'qualification',
    purpose: 'sales_contract_in_progress',
    state: 'draft',
    script: qualificationScript,
    scriptName: 'Qualification complémentaire santé',
    object: 'complémentaire santé',
    leadsFrom: 300,
  },
];

interface Ground {
  readonly clientId: ClientId;
  readonly team: readonly UserId[];
  readonly atMs: number;
}

async function addCampaigns(parts: SeedParts, tx: Tx, ground: Ground): Promise<void> {
  const callerIdId = parts.ids.make('callerid');
  if (!isPhoneNumber(callerNumber)) throw new Error('the demonstration caller ID is no phone number');
  await insertCallerId(tx, {
    id: callerIdId,
    clientId: ground.clientId,
    number: callerNumber,
    label: 'Numéro polyvalent vérifié (démonstration)',
    category: 'npv',
    holder: 'Assurances Boréal',
    authorisation: 'Démonstration : numéro réservé à la fiction',
  });
  const trunk = (await allTrunks(tx)).find(({ kind }) => kind === 'demonstration');
  if (!trunk) throw new Error('the demonstration trunk is missing: call syncTrunks first');
  for (const plan of plans) {
    const settings = { callerIdId, trunkId: trunk.id, teamUserIds: ground.team };
    const campaignId = await addCampaign(parts, tx, ground, plan, settings);
    const { clientId, atMs } = ground;
    await addOfKind(parts, tx, { clientId, campaignId, kind: plan.kind, atMs });
    await addList(parts, tx, ground, {
      campaignId,
      name: `Fichier ${plan.name}`,
      from: plan.leadsFrom,
    });
  }
}

async function addCampaign(
  { ids }: SeedParts,
  tx: Tx,
  { clientId, atMs }: Ground,
  plan: CampaignPlan,
  parts: Pick<CampaignSettings, 'callerIdId' | 'trunkId' | 'teamUserIds'>,
): Promise<CampaignId> {
  const versionId = ids.make('scriptversion');
  await publishScript(tx, {
    id: ids.make('script'),
    clientId,
    name: plan.scriptName,
    versionId,
    document: plan.script,
    atMs,
  });
  const id = ids.make('campaign');
  const { name, kind, purpose, state } = plan;
  const settings: CampaignSettings = {
    ...{ name, kind, purpose, ...parts },
    sector: 'insurance',
    object: plan.object,
    dialMode: 'progressive',
    ...{ powerRatio: 1.5, abandonAim: null, priority: 5 },
    // Fiction numbers may be called at any hour, so the demonstration works whenever somebody looks at it.
    schedule: {
      zone: siteZone,
      windows: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })),
    },
    retryRules: standardRetryRules,
    linesMax: 20,
    ringSeconds: 25,
    wrapUpSeconds: 60,
    scriptVersionId: versionId,
  };
  await insertCampaign(tx, { id, clientId, settings, state }, atMs);
  return id;
}

async function addList(
  { ids }: SeedParts,
  tx: Tx,
  { clientId, atMs }: Ground,
  list: { readonly campaignId: CampaignId; readonly name: string; readonly from: number },
): Promise<void> {
  const listId = ids.make('list');
  const { campaignId, name } = list;
  await insertList(tx, { id: listId, clientId, campaignId, name, fileName: null, createdBy: null }, atMs);
  const leads = demonstrationLeads(list.from, leadsOfCampaign).map((fields) => ({
    id: ids.make('lead'),
    fields,
  }));
  await addLeads(tx, { clientId, campaignId, listId, leads, consentsAreInformed: false, atMs });
  const counts = { rowsTotal: 0, leadsCount: leads.length, errorsCount: 0 };
  const event = { kind: 'list.changed', listId, campaignId, state: 'ready', ...counts } as const;
  await appendEvents(tx, atMs, [{ clientId, event }]);
}
