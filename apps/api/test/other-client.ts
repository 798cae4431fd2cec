import {
  addConsents,
  allSites,
  allTrunks,
  insertCallerId,
  insertCampaign,
  insertClient,
  insertList,
  insertRuleSetting,
  insertSuppression,
  insertUser,
  publishScript,
} from '@alize/db';
import { standardRetryRules } from '@alize/leads';
import { isPhoneNumber } from '@alize/model';
import { surveyScript } from '../src/demonstration/scripts.ts';
import type { TestApi } from './start-api.ts';

/** A second client with one of everything; answers the ids. */
export async function addOtherClient({ db, ids, clock }: TestApi) {
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
  return made;
}
