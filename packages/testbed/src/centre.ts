import {
  addLeads,
  type CampaignSettings,
  type Database,
  type Db,
  findCampaign,
  insertCallerId,
  insertCampaign,
  insertClient,
  insertList,
  insertSite,
  insertUser,
  type LeadsToAdd,
  publishScript,
  saveTrunk,
  type Tx,
} from '@alize/db';
import { standardRetryRules } from '@alize/leads';
import {
  type CampaignId,
  type ClientId,
  type DialMode,
  isPhoneNumber,
  type LeadFields,
  type LeadPhone,
  type ListId,
  type PhoneNumber,
  type RetryRules,
  type UserId,
} from '@alize/model';
import type { IdSource } from '@alize/runtime';

/** A centre in a database: one client, some agents, one running campaign with a list of fiction numbers. */
export interface Centre {
  readonly clientId: ClientId;
  readonly agentIds: readonly UserId[];
  readonly campaignId: CampaignId;
  readonly listId: ListId;
  readonly numbers: readonly PhoneNumber[];
}

export interface CentreOptions {
  readonly agentsCount: number;
  readonly leadsCount: number;
  readonly linesMax?: number;
  readonly ringSeconds?: number;
  readonly wrapUpSeconds?: number;
  readonly callsPerSecondMax?: number;
  /** Progressive by default. */
  readonly dialMode?: DialMode;
  readonly powerRatio?: number;
  readonly abandonAim?: number;
  /** Of the leads; by default the first fiction numbers of 06 39 98 00 00 on. */
  readonly numberOf?: (index: number) => string;
  /** The numbers that each lead has besides; by default none. */
  readonly otherNumbersOf?: (index: number) => readonly string[];
  /** The standard ones by default. */
  readonly retryRules?: RetryRules;
}

/** Sets the centre up through the same functions that the api uses. The campaign is running, nobody is signed in. */
export async function setUpCentre(
  database: Database,
  ids: IdSource,
  nowMs: number,
  options: CentreOptions,
): Promise<Centre> {
  const clientId = ids.make('client');
  const siteId = ids.make('site');
  const agentIds = Array.from({ length: options.agentsCount }, () => ids.make('user'));
  const campaignId = ids.make('campaign');
  const listId = ids.make('list');
  const numberOf = options.numberOf ?? fictionNumber;
  const numbers = Array.from({ length: options.leadsCount }, (_, index) => asNumber(numberOf(index)));
  await database.db.transaction().execute(async (tx) => {
    await insertClient(tx, { id: clientId, name: 'Assurances du Large' }, nowMs);
    await insertSite(tx, {
      id: siteId,
      name: 'Antananarivo',
      country: 'MG',
      timeZone: 'Indian/Antananarivo',
      currency: 'MGA',
      hourlyCost: 9000,
    });
    for (const [index, id] of agentIds.entries()) await addAgent(tx, { id, clientId, siteId, index, nowMs });
    await addCampaign(tx, ids, nowMs, { clientId, campaignId, agentIds, options });
    await addList(tx, ids, nowMs, { clientId, campaignId, listId, numbers, options });
  });
  return { clientId, agentIds, campaignId, listId, numbers };
}

/** A second campaign of the centre, like its first but for what is given, with a list of its own. */
export async function addCampaignBeside(
  database: Database,
  ids: IdSource,
  nowMs: number,
  beside: {
    readonly centre: Centre;
    readonly settings: Partial<CampaignSettings>;
    readonly numbers: readonly string[];
  },
): Promise<CampaignId> {
  const { clientId, campaignId: firstId } = beside.centre;
  const first = await findCampaign(database.db, clientId, firstId, { nowMs, dayStartMs: nowMs });
  if (!first) throw new Error('The centre has no campaign');
  const campaignId = ids.make('campaign');
  const listId = ids.make('list');
  const settings = { ...first, name: 'Seconde', ...beside.settings };
  const numbers = beside.numbers.map(asNumber);
  await database.db.transaction().execute(async (tx) => {
    await insertCampaign(tx, { id: campaignId, clientId, settings, state: 'running' }, nowMs);
    await addList(tx, ids, nowMs, { clientId, campaignId, listId, numbers });
  });
  return campaignId;
}

/** The number at an index of the 10,000 that ARCEP keeps for fiction in 06 39 98. */
export function fictionNumber(index: number): string {
  return `+3363998${String(index).padStart(4, '0')}`;
}

function asNumber(text: string): PhoneNumber {
  if (!isPhoneNumber(text)) throw new Error(`Not an E.164 number: ${text}`);
  return text;
}

async function addAgent(
  db: Db,
  agent: { id: UserId; clientId: ClientId; siteId: `site_${string}`; index: number; nowMs: number },
): Promise<void> {
  const { id, clientId, siteId, index, nowMs } = agent;
  const login = `agent${index + 1}`;
  await insertUser(
    db,
    { id, clientId, siteId, role: 'agent', name: login, login, language: 'fr', passwordHash: '-' },
    nowMs,
  );
}

async function addCampaign(
  db: Db,
  ids: IdSource,
  nowMs: number,
  centre: { clientId: ClientId; campaignId: CampaignId; agentIds: readonly UserId[]; options: CentreOptions },
): Promise<void> {
  const { clientId, campaignId, options } = centre;
  const [trunkId, callerIdId, versionId] = [
    ids.make('trunk'),
    ids.make('callerid'),
    ids.make('scriptversion'),
  ];
  await saveTrunk(db, {
    id: trunkId,
    name: 'demonstration',
    kind: 'demonstration',
    linesMax: 1000,
    callsPerSecondMax: options.callsPerSecondMax ?? 100,
  });
  await insertCallerId(db, {
    id: callerIdId,
    clientId,
    number: asNumber('+33199000001'),
    label: 'Accueil',
    category: 'npv',
  });
  await publishScript(db, {
    id: ids.make('script'),
    clientId,
    name: 'Accueil',
    versionId,
    document: {
      format: 2,
      steps: [
        {
          ...{ id: 'hello', title: 'Accueil', say: 'Bonjour', webSay: '', note: '', legal: ['identity'] },
          ...{ showIf: null, questions: [], branches: [], ending: null },
        },
      ],
      ...{ objections: [], scoring: null, shuffledBlocks: [] },
    },
    atMs: nowMs,
  });
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }));
  const settings = {
    name: 'Satisfaction',
    kind: 'survey' as const,
    purpose: 'survey' as const,
    sector: null,
    object: null,
    dialMode: options.dialMode ?? ('progressive' as const),
    powerRatio: options.powerRatio ?? 1.5,
    abandonAim: options.abandonAim ?? null,
    priority: 5,
    schedule: { zone: 'Indian/Antananarivo', windows: everyDay },
    retryRules: options.retryRules ?? standardRetryRules,
    callerIdId,
    trunkId,
    linesMax: options.linesMax ?? 1000,
    ringSeconds: options.ringSeconds ?? 20,
    wrapUpSeconds: options.wrapUpSeconds ?? 30,
    scriptVersionId: versionId,
    teamUserIds: [...centre.agentIds],
  };
  await insertCampaign(db, { id: campaignId, clientId, settings, state: 'running' }, nowMs);
}

async function addList(
  tx: Tx,
  ids: IdSource,
  nowMs: number,
  list: {
    clientId: ClientId;
    campaignId: CampaignId;
    listId: ListId;
    numbers: readonly PhoneNumber[];
    options?: Pick<CentreOptions, 'otherNumbersOf'>;
  },
): Promise<void> {
  const { listId, clientId, campaignId, numbers } = list;
  await insertList(
    tx,
    { id: listId, clientId, campaignId, name: 'Fichier', fileName: null, createdBy: null },
    nowMs,
  );
  const phonesOf = (first: PhoneNumber, index: number): LeadFields['phones'] => [
    phone(first),
    ...(list.options?.otherNumbersOf?.(index) ?? []).map((number) => phone(asNumber(number))),
  ];
  const leads = numbers.map((phoneNumber, index) => ({
    id: ids.make('lead'),
    fields: { ...nobody, phones: phonesOf(phoneNumber, index), reference: `R${index}` },
  })) satisfies LeadsToAdd['leads'];
  for (let from = 0; from < leads.length; from += 1_000) {
    const some = leads.slice(from, from + 1_000);
    const where = { listId, clientId, campaignId };
    await addLeads(tx, { ...where, leads: some, consentsAreInformed: false, atMs: nowMs });
  }
}

const phone = (phoneNumber: PhoneNumber): LeadPhone => ({ phoneNumber, label: null, extension: null });

/** What is known of a lead of whom nothing is known but a number. */
const nobody: Omit<LeadFields, 'phones'> = {
  reference: null,
  civility: null,
  firstName: null,
  lastName: null,
  company: null,
  email: null,
  birthDate: null,
  address: null,
  addressExtra: null,
  postalCode: null,
  city: null,
  country: null,
  region: null,
  timeZone: null,
  comment: null,
  priority: 0,
  consent: null,
  custom: {},
};
