import { packIds } from '@alize/compliance';
import { chainFaults, keptKinds } from '@alize/db';
import { languages, purposes } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { atMs, idOf, phoneNumber } from './common.ts';

const strength = z.enum(['LAW', 'CODE', 'POLICY', 'SAFETY']);
const count = z.number().int();
const sha256 = z.string().openapi({ description: 'SHA-256 in lower-case hexadecimal.' });

/** A number goes in the body, never in an address, where logs and histories would keep it. */
export const personQuestion = z.strictObject({ phoneNumber });

const rulingOfPerson = z.object({
  id: idOf('ruling'),
  leadId: idOf('lead'),
  attemptId: idOf('attempt').nullable(),
  atMs,
  kind: z.enum(['clear', 'refused']),
  rules: z.array(
    z.object({
      rule: z.string(),
      verdict: z.string().optional(),
      strength,
      citation: z.string(),
      text: z.string().openapi({ description: 'What the rule says, in the asker’s language.' }),
    }),
  ),
  untilMs: atMs.nullable(),
  packVersion: z.string(),
  zoneDataVersion: z.string(),
  numberInChain: count.nullable(),
  sha256: sha256.nullable(),
  facts: z.unknown().openapi({ description: 'All that it was judged from; null when it was taken out.' }),
});

const row = z.looseObject({ id: z.string() });
const correction = z.looseObject({ leadId: idOf('lead') });

/** All that is on record of one person with one client. */
export const personFile = z.object({
  madeAtMs: atMs,
  numbers: z.array(phoneNumber).openapi({ description: 'Every number known to be this person’s.' }),
  leads: z.array(row),
  attempts: z.array(row).openapi({ description: 'Calls, with disposition, note, answers and outcome.' }),
  rulings: z.array(rulingOfPerson),
  consents: z.array(row),
  relations: z.array(row).openapi({ description: 'Contracts, purchases and requests to be called.' }),
  suppressions: z.array(row).openapi({ description: 'Also those of the whole centre and of the law.' }),
  appointments: z.array(row).openapi({ description: 'Appointments, with what was noted of them.' }),
  refusals: z.array(z.looseObject({ attemptId: idOf('attempt') })),
  corrections: z.array(correction).openapi({ description: 'Corrections of leads, with what was before.' }),
  interviews: z
    .array(row)
    .openapi({ description: 'Interviews by telephone and by link, with their answers.' }),
  outsideAttempts: z.array(row).openapi({ description: 'Calls placed elsewhere.' }),
  handovers: z
    .array(row)
    .openapi({ description: 'When they were handed over to the client, and its verdict.' }),
  deliveries: z.array(row).openapi({ description: 'What was told of them to the outside, and when.' }),
  recordings: z
    .array(z.looseObject({ id: z.string() }))
    .max(0)
    .openapi({ description: 'No recordings are made yet.' }),
});

export const erasureQuestion = z.strictObject({
  phoneNumber,
  keepSuppressed: z.boolean().default(true).openapi({
    description: 'Whether the person’s numbers stay on the client’s do-not-call list.',
  }),
});

/** What an erasure did, and what it had to keep. */
export const erasure = z.object({
  id: idOf('erasure'),
  atMs,
  numbers: count.openapi({ description: 'Numbers of this person.' }),
  leads: count.openapi({ description: 'Leads that were emptied.' }),
  kept: z.array(
    z.object({
      what: z.enum(keptKinds),
      count,
      untilMs: atMs.nullable().openapi({ description: 'How long a law wants it kept; null: for good.' }),
      citation: z.string(),
      text: z.string().openapi({ description: 'What is kept and why, in the asker’s language.' }),
    }),
  ),
});

/** The refusals of a campaign, the rule that holds most leads first. */
export const refusals = z.object({
  data: z.array(
    z.object({
      ruleId: z.string(),
      strength,
      citation: z.string(),
      text: z.string(),
      leads: count,
      soonestMs: atMs.nullable().openapi({ description: 'When the first of them may be called.' }),
      latestMs: atMs.nullable().openapi({ description: 'When the last of them may be called.' }),
      never: count.openapi({ description: 'How many may never be called as things stand.' }),
    }),
  ),
});

export const reopened = z.object({ reopened: count });

/** Whether a client’s rulings are as they were written. */
export const chain = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('whole'),
    count,
    numberFirst: count.nullable(),
    numberLast: count.nullable(),
    firstAtMs: atMs.nullable(),
    lastAtMs: atMs.nullable(),
    firstSha256: sha256.nullable(),
    lastSha256: sha256.nullable(),
    countLetGo: count.openapi({ description: 'Records let go from the beginning, by age.' }),
  }),
  z.object({
    kind: z.literal('broken'),
    number: count.openapi({ description: 'Place in the chain of the first record that does not hold.' }),
    rulingId: idOf('ruling').nullable(),
    why: z.enum(chainFaults),
  }),
]);

export const evidenceQuery = z.strictObject({
  month: z
    .string()
    .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/)
    .openapi({ example: '2026-11' }),
  timeZone: z.string().max(100).optional().openapi({
    description: 'IANA zone whose days the month is made of; left out: that of the asker’s site.',
    example: 'Europe/Paris',
  }),
  language: z.enum(languages).optional(),
});
export const evidenceCsvQuery = evidenceQuery.extend({
  numbers: z.enum(['masked', 'full']).default('masked'),
});

const abandonment = z.object({
  pack: z.enum(packIds),
  ruleId: z.string(),
  strength,
  citation: z.string(),
  limit: z.number(),
  windows: count.openapi({ description: 'Windows of that law that end in the month and hold calls.' }),
  windowsOverLimit: count,
  worst: z.object({
    fromMs: atMs,
    toMs: atMs,
    numerator: count,
    denominator: count,
    rate: z.number().nullable(),
  }),
});

/** What a compliance officer hands to an inspector; figures only, nobody is named. */
export const evidence = z.object({
  month: z.string(),
  timeZone: z.string(),
  fromMs: atMs,
  toMs: atMs,
  madeAtMs: atMs,
  isMonthOver: z.boolean(),
  centre: z.string(),
  client: z.object({ id: idOf('client'), name: z.string() }),
  packs: z.string().openapi({ description: 'The packs in use now.' }),
  zoneData: z.string().openapi({ description: 'The time-zone data in use now.' }),
  versions: z.array(
    z.object({
      packVersion: z.string(),
      zoneDataVersion: z.string(),
      rulings: count,
      firstAtMs: atMs,
      lastAtMs: atMs,
    }),
  ),
  calls: z.object({
    placed: count,
    answered: count,
    connected: count,
    abandoned: count,
    refused: count.openapi({ description: 'Rulings that let no call pass.' }),
  }),
  campaigns: z.array(
    z.object({
      campaignId: idOf('campaign'),
      name: z.string(),
      purpose: z.enum(purposes),
      placed: count,
      answered: count,
      connected: count,
      abandoned: count.openapi({ description: 'As the dialer marked them; the laws count for themselves.' }),
      abandonment: z.array(abandonment),
    }),
  ),
  refusals: z.array(
    z.object({ ruleId: z.string(), strength, citation: z.string(), text: z.string(), count }),
  ),
  callerIds: z.array(
    z.object({
      number: phoneNumber,
      category: z.string().nullable(),
      holder: z.string().nullable(),
      authorisation: z.string().nullable(),
      operator: z.string().nullable(),
      validFromMs: atMs.nullable(),
      validToMs: atMs.nullable(),
      calls: count,
    }),
  ),
  consents: z.object({ given: count, withdrawn: count, withdrawnOrally: count }),
  suppressionsAdded: count,
  erasures: count,
  attemptsPerPerson: z.object({ one: count, two: count, three: count, four: count, more: count }).openapi({
    description:
      'People by the most attempts they had in any 30 days that end in the month, for purposes that FR-FREQ limits; `more` is to be 0.',
  }),
  outsideAttempts: z.array(z.object({ source: z.string(), count })),
  ruleSettings: z.array(
    z.object({
      ruleId: z.string(),
      kind: z.enum(['off', 'override']),
      reason: z.string(),
      createdBy: z.string().nullable(),
      createdAtMs: atMs,
      removedAtMs: atMs.nullable(),
    }),
  ),
  chain,
});
export type Evidence = z.infer<typeof evidence>;
