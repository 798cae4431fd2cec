import {
  addConsents,
  addLeads,
  allSites,
  allTrunks,
  insertApiKey,
  insertCallerId,
  insertCampaign,
  insertClient,
  insertImport,
  insertList,
  insertMappingTemplate,
  insertRuleSetting,
  insertSuppression,
  insertUpload,
  insertUser,
  publishScript,
} from '@alize/db';
import { standardImportSettings, standardRetryRules } from '@alize/leads';
import {
  type ApiKeyId,
  type AppointmentId,
  type CalendarId,
  type CampaignId,
  type ClientId,
  type DeliveryId,
  type HandoverId,
  type ImportId,
  isPhoneNumber,
  type LeadId,
  type ListId,
  type TemplateId,
  type UploadId,
  type UserId,
  type WebhookId,
} from '@alize/model';
import { demonstrationLeads } from '../src/demonstration/leads.ts';
import { surveyScript } from '../src/demonstration/survey-script.ts';
import type { TestApi } from './start-api.ts';

/** A second client with one of everything; answers the ids. */
export async function addOtherClient(api: TestApi) {
  const { db, ids, clock } = api;
  const atMs = clock.nowMs();
  const clientId = ids.make('client');
  const made = {
    clientId,
    user: ids.make('user'),
    callerid: ids.make('callerid'),
    script: ids.make('script'),
    scriptversion: ids.make('scriptversion'),
    campaign: ids.make('campaign'),
    list: ids.make('list'),
    suppression: ids.make('suppression'),
    consent: ids.make('consent'),
    rulesetting: ids.make('rulesetting'),
    attempt: ids.make('attempt'),
    lead: ids.make('lead'),
    upload: ids.make('upload'),
    import: ids.make('import'),
    template: ids.make('template'),
    calendar: ids.make('calendar'),
    appointment: ids.make('appointment'),
    handover: ids.make('handover'),
    webhook: ids.make('webhook'),
    delivery: ids.make('delivery'),
    apikey: ids.make('apikey'),
  };
  const [site] = await allSites(db);
  const [trunk] = await allTrunks(db);
  const number = '+33199009999';
  if (!site || !trunk || !isPhoneNumber(number)) throw new Error('the demonstration is missing');
  await insertClient(db, { id: clientId, name: 'Mutuelle Ponant' }, atMs);
  const person = { id: made.user, clientId, siteId: site.id, role: 'agent', language: 'fr' } as const;
  await insertUser(db, { ...person, name: 'Ailleurs', login: 'ailleurs', passwordHash: '' }, atMs);
  await insertCallerId(db, { id: made.callerid, clientId, number, label: 'Autre', category: 'npv' });
  const version = { versionId: made.scriptversion, document: surveyScript, atMs };
  await publishScript(db, { id: made.script, clientId, name: 'Autre', ...version });
  await insertCampaign(
    db,
    {
      id: made.campaign,
      clientId,
      settings: {
        name: 'Autre',
        kind: 'survey',
        purpose: 'survey',
        sector: null,
        object: null,
        dialMode: 'progressive',
        powerRatio: 1.5,
        abandonAim: null,
        priority: 5,
        schedule: { zone: 'Europe/Paris', windows: [] },
        retryRules: standardRetryRules,
        callerIdId: made.callerid,
        trunkId: trunk.id,
        linesMax: 1,
        ringSeconds: 20,
        wrapUpSeconds: 30,
        scriptVersionId: made.scriptversion,
        teamUserIds: [],
      },
    },
    atMs,
  );
  const list = { id: made.list, clientId, campaignId: made.campaign, name: 'Autre', fileName: null };
  await insertList(db, { ...list, createdBy: null }, atMs);
  await addFiles(api, made, atMs);
  const suppression = { id: made.suppression, clientId, phoneNumber: number, reason: 'essai' } as const;
  await insertSuppression(db, { ...suppression, atMs, expiresAtMs: null });
  const entry = { clientId, createdBy: made.user, atMs };
  await addConsents(db, entry, [
    {
      ...{ id: made.consent, phoneNumber: number, object: null, form: 'express', givenAtMs: atMs },
      ...{ expiresAtMs: null, proof: null, proofSha256: null, wording: null, channel: null },
      ...{ wasInformed: true, namesAutomaticDialling: false, agreedSlotsMs: [] },
    },
  ]);
  const setting = {
    id: made.rulesetting,
    rule: 'FR-REFUSE-60',
    kind: 'off',
    reason: 'pour l’essai',
  } as const;
  await insertRuleSetting(db, { ...entry, ...setting });
  await addCampaignKinds(api, made, atMs);
  return made;
}

/** A file, the import made of it, what was decided of it, and a lead. */
async function addFiles({ db }: TestApi, made: Made, atMs: number): Promise<void> {
  const { clientId, campaign: campaignId, list: listId } = made;
  const settings = standardImportSettings;
  const owned = { clientId, createdBy: null };
  await insertUpload(db, { id: made.upload, ...owned, fileName: 'autre.csv', bytesAll: 1 }, atMs);
  const into = { campaignId, listId, listName: 'Autre', settings };
  const file = { uploadId: made.upload, fileName: 'autre.csv', fileSha256: null };
  await insertImport(db, { id: made.import, ...owned, ...into, ...file }, atMs);
  const template = { id: made.template, name: 'Autre', headings: ['Téléphone'], settings };
  await insertMappingTemplate(db, { ...template, ...owned }, atMs);
  const [fields] = demonstrationLeads(1, 1);
  if (!fields) throw new Error('the demonstration is missing');
  const leads = [{ id: made.lead, fields }];
  const added = { clientId, campaignId, listId, leads, consentsAreInformed: false, atMs };
  await db.transaction().execute((tx) => addLeads(tx, added));
}

/** What the three kinds of campaign leave, and what is told of it. */
async function addCampaignKinds({ db }: TestApi, made: Made, atMs: number): Promise<void> {
  const { clientId, campaign: campaignId, list: listId, lead: leadId } = made;
  const owned = { client_id: clientId, created_at: atMs, changed_at: atMs };
  const settings = '{"hours":{"zone":"Europe/Paris","windows":[]}}';
  const calendar = { id: made.calendar, name: 'Ailleurs', settings, feed_key: 'ailleurs', ...owned };
  await db.insertInto('calendar').values(calendar).execute();
  const at = { calendar_id: made.calendar, starts_at: atMs, ends_at: atMs + 1 };
  const of = { campaign_id: campaignId, lead_id: leadId };
  await db
    .insertInto('appointment')
    .values({ id: made.appointment, state: 'booked', ...at, ...of, ...owned })
    .execute();
  const handover = { id: made.handover, client_id: clientId, list_id: listId, handed_over_at: atMs };
  await db
    .insertInto('handover')
    .values({ ...handover, ...of, state: 'handed_over' })
    .execute();
  const told = { url: 'https://example.org/', description: 'Ailleurs', kinds: '[]', secret: '' };
  await db
    .insertInto('webhook')
    .values({ id: made.webhook, ...told, is_active: 0, ...owned })
    .execute();
  const notice = {
    way: 'webhook',
    target: made.webhook,
    notice_kind: 'webhook.test',
    payload: '{}',
    lane: '',
  } as const;
  await db
    .insertInto('delivery')
    .values({ id: made.delivery, ...notice, state: 'sent', ...owned })
    .execute();
  const key = { id: made.apikey, clientId, name: 'Ailleurs', secretHash: '', scopes: [], callsPerMinute: 1 };
  await insertApiKey(db, { ...key, createdBy: made.user, atMs, expiresAtMs: null });
}

interface Made {
  readonly clientId: ClientId;
  readonly campaign: CampaignId;
  readonly list: ListId;
  readonly lead: LeadId;
  readonly upload: UploadId;
  readonly import: ImportId;
  readonly template: TemplateId;
  readonly user: UserId;
  readonly calendar: CalendarId;
  readonly appointment: AppointmentId;
  readonly handover: HandoverId;
  readonly webhook: WebhookId;
  readonly delivery: DeliveryId;
  readonly apikey: ApiKeyId;
}
