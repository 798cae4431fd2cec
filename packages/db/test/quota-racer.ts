import type { LeadId } from '@alize/model';
import { type InterviewStanding, openDatabase, storeInterview } from '../src/index.ts';

/**
 * One of several processes that complete interviews at once: `node quota-racer.ts <place> <leads…>`. Says `ready`, waits
 * for a line, then completes one interview for each lead as fast as it can.
 */
const [place = '', ...leads] = process.argv.slice(2);
const { db, close } = openDatabase(place);
const group = (id: string) => ({ id, label: id, values: [id], beginnings: [], from: null, to: null });
const quotas = {
  dimensions: [
    {
      id: 'city',
      label: 'city',
      source: { kind: 'field', field: 'city' } as const,
      groups: [group('paris'), group('lyon')],
    },
  ],
  cells: [],
};

process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
for (const [at, leadId] of leads.entries()) {
  const standing: InterviewStanding = {
    ...{ id: `interview_${leadId}`, clientId: 'client_1', campaignId: 'campaign_1', listId: 'list_1' },
    // The test made these leads.
    leadId: leadId as LeadId,
    ...{ attemptId: null, agentId: null, scriptVersionId: 'scriptversion_1', channel: 'web' },
    ...{ state: 'complete', stepId: null, answers: {}, seed: 1, quotas },
    fields: { city: at % 2 === 0 ? 'paris' : 'lyon' },
    ...{ startedAtMs: 0, durationMs: 0, atMs: Date.UTC(2026, 10, 24, 10) },
  };
  await db.transaction().execute((tx) => storeInterview(tx, standing));
}
await close();
process.exit(0);
