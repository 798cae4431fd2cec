import { callFactsOf, judge } from '@alize/compliance';
import { findCampaign, findImport, personFacts } from '@alize/db';
import type { ImportReport, ImportSettings } from '@alize/leads';
import type { CampaignId, ClientId, ImportId } from '@alize/model';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { callingCampaign } from '../src/calling-campaign.ts';
import { countOutlook } from '../src/imports/outlook.ts';
import { createApi, type RunningApi } from '../src/index.ts';
import { sendFile, settled } from './send-file.ts';
import { type Ask, askAs, startApi, type TestApi } from './start-api.ts';

let api: TestApi;
let manager: Ask;
let cookie: string;
let campaignId: CampaignId;
let clientId: ClientId;
/** An api that was started after the first one. */
let later: RunningApi | null = null;

beforeAll(async () => {
  api = await startApi();
  ({ ask: manager, cookie } = await api.logIn('responsable'));
  const campaign = await api.db
    .selectFrom('campaign')
    .select(['id', 'client_id'])
    .where('state', '=', 'running')
    .executeTakeFirstOrThrow();
  campaignId = campaign.id;
  clientId = campaign.client_id;
});
afterAll(async () => {
  await later?.close();
  await api.close();
});

const heading = 'Téléphone;Autre téléphone;Nom;Référence;Code postal;Consentement;Preuve consentement\n';

async function begin(text: string, settings: object = {}, target: object = { listName: 'Essai' }) {
  const uploadId = await sendFile(api, cookie, 'liste.csv', new TextEncoder().encode(text));
  const body = { uploadId, settings, ...target };
  const response = await manager('POST', `/v1/campaigns/${campaignId}/imports`, body);
  expect(response.status).toBe(202);
  return ((await response.json()) as { id: ImportId }).id;
}
const post = async (id: ImportId, deed: string) =>
  (await manager('POST', `/v1/imports/${id}/${deed}`)).status;
async function check(text: string, settings?: object, target?: object) {
  const id = await begin(text, settings, target);
  await settled(manager, id, ['checked']);
  return { id, report: await reportOf(id) };
}
async function bring(text: string, settings?: object, target?: object) {
  const { id } = await check(text, settings, target);
  expect(await post(id, 'commit')).toBe(202);
  await settled(manager, id, ['imported']);
  return { id, report: await reportOf(id) };
}
async function reportOf(id: ImportId): Promise<ImportReport> {
  const report = (await findImport(api.db, clientId, id))?.report;
  if (!report) throw new Error('no report');
  return report;
}
const duplicates = (change: Partial<ImportSettings['duplicates']>) => ({
  duplicates: { by: ['number', 'reference'], within: 'campaign', days: null, action: 'skip', ...change },
});

/** Everything an import may leave behind, but for its own account and what is told of it. */
async function traces() {
  const { db } = api;
  return {
    leads: (await db.selectFrom('lead').selectAll().orderBy('id').execute()).map(unchanged),
    phones: await db.selectFrom('lead_phone').selectAll().orderBy('lead_id').orderBy('position').execute(),
    consents: await db.selectFrom('consent').selectAll().orderBy('id').execute(),
    persons: await db.selectFrom('person_number').selectAll().orderBy('phone_number').execute(),
    changes: await db.selectFrom('import_change').selectAll().execute(),
  };
}

/** When it was written last is no matter. */
const unchanged = <T extends object>(lead: T) => ({ ...lead, changed_at: 0 });

/** Rows with numbers and references of their own. */
const rowsOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => {
    const ending = String(from + index).padStart(6, '0');
    return `06${ending}11;01${ending}22;Marin;R-${from + index};75011;;`;
  });
const fileOf = (count: number, from?: number) => `${heading}${rowsOf(count, from).join('\n')}\n`;

/** The leads of an import by their line, as far as a row made them. */
async function storedLines(id: ImportId) {
  const rows = await api.db
    .selectFrom('lead')
    .select(['import_line', 'state'])
    .where('import_id', '=', id)
    .orderBy('import_line')
    .execute();
  return rows.map(({ import_line, state }) => ({ line: import_line, state }));
}
const wholeFile = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ line: index + 2, state: 'open' }));

describe('the dry run', () => {
  test('counts each row once, and stores nothing but the rows that are refused', async () => {
    await bring(`${heading}0639980101;;Petit;A-1;;;\n`);
    const before = await traces();
    const { id, report } = await check(
      [
        heading.trim(),
        '0639980102;0199000102;MARIN;A-2;1000;;',
        '0639980102;;Marin;A-3;;;',
        '12;;Court;A-4;;;',
        'bonjour;;Court;A-5;;;',
        '0692000106;;Payet;A-6;97410;03/11/2026 10:30;formulaire 12',
        '0639980101;;Petit;A-7;;;',
        '0639980108;;Grand;A-1;;;',
      ].join('\n'),
    );
    expect(await traces()).toEqual(before);
    expect(report).toMatchObject({
      rows: 7,
      fates: { added: 2, updated: 0, moved: 0, skipped: 3, refused: 2 },
      duplicates: { file: 1, list: 0, campaign: 2, client: 0 },
      phones: 3,
      lines: { mobile: 2 },
      withConsent: 1,
      file: { encoding: 'utf-8', delimiter: ';' },
    });
    expect(report.errors.reduce((sum, { rows }) => sum + rows, 0)).toBe(2);
    expect(report.territories.map(({ territory, leads }) => [territory, leads])).toEqual([
      ['FR', 1],
      ['RE', 1],
    ]);
    expect(report.changes).toContainEqual({
      change: 'name_case',
      rows: 1,
      example: { line: 2, from: 'MARIN', to: 'Marin' },
    });
    const errors = (await (await manager('GET', `/v1/imports/${id}/errors`)).json()) as {
      data: { line: number }[];
    };
    expect(errors.data.map(({ line }) => line)).toEqual([4, 5]);
  });

  test('says of the leads what the rules say of each once it is stored', async () => {
    // Sales by consent over a real trunk: consent, objection, place and hour all bear on the answer.
    const campaign = { purpose: 'sales_consented', object: 'assurance', sector: null } as const;
    const before = await api.db
      .selectFrom('campaign')
      .select(['purpose', 'object', 'sector'])
      .where('id', '=', campaignId)
      .executeTakeFirstOrThrow();
    await api.db.updateTable('campaign').set(campaign).where('id', '=', campaignId).execute();
    await api.db.updateTable('trunk').set({ kind: 'sip' }).execute();
    // As the demonstration has it again, whatever comes of this.
    onTestFinished(async () => {
      await api.db.updateTable('campaign').set(before).where('id', '=', campaignId).execute();
      await api.db.updateTable('trunk').set({ kind: 'demonstration' }).execute();
    });
    const suppressed = { phoneNumber: '+33600000303', reason: 'opposition' };
    expect((await manager('POST', '/v1/suppressions', suppressed)).status).toBe(201);
    const { id, report } = await bring(
      [
        heading.trim(),
        '0600000301;;A;C-1;75011;03/11/2026 10:30;formulaire 1',
        '0600000302;;B;C-2;75011;;',
        '0600000303;;C;C-3;75011;03/11/2026 10:30;formulaire 3',
        '0692000304;;D;C-4;97410;03/11/2026 10:30;formulaire 4',
        '0600000305;;E;C-5;75011;03/11/2020 10:30;formulaire 5',
        '0600000306;;F;C-6;75011;03/11/2026 10:30;',
        '0600000307;0600000303;G;C-7;75011;03/11/2026 10:30;formulaire 7',
      ].join('\n'),
      { consentsAreInformed: true },
    );
    const { outlook } = report;
    if (!outlook) throw new Error('no outlook');
    const leads = await api.db.selectFrom('lead').selectAll().where('import_id', '=', id).execute();
    expect(leads).toHaveLength(7);
    const nowMs = outlook.judgedAtMs;
    const view = await findCampaign(api.db, clientId, campaignId, { nowMs, dayStartMs: nowMs });
    const calling = view && (await callingCampaign(api.db, clientId, campaignId, view));
    if (!calling) throw new Error('no campaign to call with');
    const count = countOutlook();
    for (const lead of leads) {
      const { postal_code: postalCode, country, state_of_address: state, time_zone: timeZone } = lead;
      const place = { postalCode, country, state, timeZone };
      const person = await personFacts(api.db, { clientId, phoneNumber: lead.phone_number, nowMs, place });
      count.add(judge(callFactsOf(calling, person), Temporal.Instant.fromEpochMilliseconds(nowMs)));
    }
    expect(outlook).toEqual(count.outlook(nowMs));
    expect(outlook.refusals.find(({ rule }) => rule === 'suppressed')).toMatchObject({ leads: 2, never: 2 });
  });
});

describe('what is known already', () => {
  const leadsNamed = (reference: string) =>
    api.db
      .selectFrom('lead')
      .innerJoin('list', 'list.id', 'lead.list_id')
      .select(['lead.last_name', 'list.name'])
      .where('reference', '=', reference)
      .orderBy('lead.id')
      .execute();

  test.each([
    ['skip', 1, { added: 1, skipped: 1 }, ['Petit Fichier']],
    ['update', 2, { added: 1, updated: 1 }, ['Legrand Fichier']],
    ['move', 3, { added: 1, moved: 1 }, ['Legrand Essai']],
    ['keep', 4, { added: 2 }, ['Petit Fichier', 'Legrand Essai']],
  ] as const)(
    'is dealt with as the import says: %s; undone, all is as before',
    async (action, n, fates, leads) => {
      await bring(`${heading}063998041${n};;Petit;K-${n};35000;;\n`, {}, { listName: 'Fichier' });
      const before = await traces();
      const again = `063998041${n};019900041${n};Legrand;K-${n};75011;;\n063998042${n};;Neuf;N-${n};75011;;\n`;
      const { id, report } = await bring(heading + again, duplicates({ action }));
      expect(report.fates).toMatchObject(fates);
      expect(report.duplicates).toEqual({ file: 0, list: 0, campaign: 1, client: 0 });
      const found = await leadsNamed(`K-${n}`);
      expect(found.map((lead) => `${lead.last_name} ${lead.name}`)).toEqual(leads);
      expect(await post(id, 'undo')).toBe(202);
      await settled(manager, id, ['undone']);
      expect(await traces()).toEqual(before);
    },
  );

  test('is looked for again when an import is stored, for another file may have come before', async () => {
    const one = await check(fileOf(300, 1000));
    const other = await check(fileOf(300, 1000));
    expect(other.report.fates).toMatchObject({ added: 300 });
    await post(one.id, 'commit');
    await post(other.id, 'commit');
    await settled(manager, one.id, ['imported']);
    await settled(manager, other.id, ['imported']);
    expect((await reportOf(one.id)).fates).toMatchObject({ added: 300, skipped: 0 });
    expect((await reportOf(other.id)).fates).toMatchObject({ added: 0, skipped: 300 });
  });
});

describe('an import that is given up', () => {
  test('while it is stored leaves nothing behind', async () => {
    const before = await traces();
    const { id } = await check(fileOf(6000, 10_000));
    await post(id, 'commit');
    await expect
      .poll(async () => (await storedLines(id)).length, { interval: 5, timeout: 20_000 })
      .not.toBe(0);
    expect(await post(id, 'cancel')).toBe(202);
    await settled(manager, id, ['cancelled']);
    expect(await traces()).toEqual(before);
  });

  test('while it is checked is over at once, and the next one is not kept waiting', async () => {
    const id = await begin(fileOf(20_000, 20_000));
    expect(await post(id, 'cancel')).toBe(202);
    await settled(manager, id, ['cancelled']);
    expect((await check(fileOf(3, 2000))).report.fates.added).toBe(3);
    expect((await findImport(api.db, clientId, id))?.report).toBeNull();
  });
});

describe('an import that is cut off', () => {
  test('is given up as a whole when its file is not the one that was checked', async () => {
    const { id } = await check(fileOf(10, 3000));
    await api.db.updateTable('import').set({ file_sha256: 'another' }).where('id', '=', id).execute();
    await post(id, 'commit');
    const { failure } = await settled(manager, id, ['refused']);
    expect(failure?.code).toBe('interrupted');
    expect(await storedLines(id)).toEqual([]);
  });

  test('goes on where it was, wherever that is: no row is lost, none comes in twice', {
    timeout: 90_000,
  }, async () => {
    const rows = 4000;
    const { id } = await check(fileOf(rows, 50_000));
    const cursor = async () => (await findImport(api.db, clientId, id))?.cursorLine ?? 0;
    const restart = async () => {
      await later?.close();
      later = await createApi(api.parts);
    };
    // From now on only the later ones do anything; each ends in the middle of whatever it is doing.
    await api.api.close();
    await restart();
    if (later) await askAs(later, cookie)('POST', `/v1/imports/${id}/commit`);
    const stops: number[] = [];
    while (stops.length < 4) {
      const from = await cursor();
      await expect.poll(cursor, { interval: 1, timeout: 20_000 }).not.toBe(from);
      await restart();
      stops.push(await cursor());
    }
    const state = async () => (await findImport(api.db, clientId, id))?.state;
    await expect.poll(state, { interval: 20, timeout: 30_000 }).toBe('imported');
    expect(stops.filter((line) => line <= rows).length).toBeGreaterThan(1);
    expect(await storedLines(id)).toEqual(wholeFile(rows));
    expect(await reportOf(id)).toMatchObject({ rows, fates: { added: rows, skipped: 0 }, phones: 2 * rows });
    expect((await findImport(api.db, clientId, id))?.rowsDone).toBe(rows);
  });
});
