import {
  blockedReasons,
  campaignKinds,
  campaignStates,
  dialModes,
  networkResults,
  purposes,
  retriedDispositions,
  sectors,
} from '@alize/model';
import { z } from '@hono/zod-openapi';
import { allOf, atMs, idOf, phoneNumber } from './common.ts';

const clock = z
  .string()
  .regex(/^([01]\d|2[0-4]):[0-5]\d$/)
  .describe('Time of day in the zone: 09:00, 24:00');
export const schedule = z.object({
  zone: z.string().describe('IANA zone: Europe/Paris'),
  windows: z.array(
    z.object({
      day: z.number().int().min(1).max(7).describe('1 Monday to 7 Sunday'),
      from: clock,
      to: clock,
    }),
  ),
});
const minutes = z
  .number()
  .int()
  .min(1)
  .max(60 * 24 * 60)
  .describe('Minutes');
const attempts = z.number().int().min(1).max(50);
const retryRule = z.object({
  afterMinutes: minutes.describe('How long after such a call the lead is due again'),
  attemptsMax: attempts.describe('1: not tried again after such a call'),
  isAtBestHour: z
    .boolean()
    .optional()
    .describe('From then on at the time of day at which the lead is likeliest to answer; left out: false'),
  otherNumberAfterMinutes: minutes
    .optional()
    .describe(
      'After so many minutes the lead’s next number that is not tried yet goes before; left out: the number stays',
    ),
});
export const retryRules = z.object({
  attemptsMax: attempts.describe('Calls to a lead in all; then it is closed'),
  attemptsPerDayMax: attempts
    .optional()
    .describe('In a day of the lead’s own zone; left out: as the law says'),
  byResult: z.partialRecord(z.enum(networkResults), retryRule),
  byDisposition: z.partialRecord(z.enum(retriedDispositions), retryRule).optional(),
});

export const campaignSettings = z.object({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(campaignKinds).describe('What a success is: an appointment, answers, a qualified lead'),
  purpose: z.enum(purposes).describe('Why people are called: which laws hold depends on it'),
  sector: z
    .enum(sectors)
    .nullable()
    .optional()
    .describe('What is sold or asked about, as far as a law singles it out'),
  object: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .nullable()
    .optional()
    .describe(
      'The goods or services the calls are about, in the words that consents use: imported consents are for it',
    ),
  dialMode: z.enum(dialModes).describe('Those that can be had stand in `GET /v1/setup`'),
  powerRatio: z
    .number()
    .min(1)
    .max(5)
    .optional()
    .describe('Calls for each free agent in power mode; left out: 1.5'),
  abandonAim: z
    .number()
    .min(0.005)
    .max(0.03)
    .nullable()
    .optional()
    .describe(
      'Share of abandoned calls to steer for, never above the law’s limit; null or left out: the rule pack’s target',
    ),
  priority: z
    .number()
    .int()
    .min(1)
    .max(9)
    .optional()
    .describe('Campaigns that share agents dial in this order: 1 most urgent, 9 least; left out: 5'),
  schedule: schedule.describe('When it may dial; the law of the people called may narrow it'),
  retryRules,
  callerIdId: idOf('callerid').describe('The number that is shown'),
  trunkId: idOf('trunk').describe('The line to the carrier'),
  linesMax: z.number().int().min(1).max(1000).describe('Calls at once'),
  ringSeconds: z.number().int().min(15).max(60).describe('How long it rings before nobody answers'),
  wrapUpSeconds: z.number().int().min(5).max(600).describe('Time for notes after a call'),
  scriptVersionId: idOf('scriptversion').describe('A published version; calls under way keep theirs'),
  teamUserIds: z.array(idOf('user')).describe('Agents who take its calls'),
});

/** What an answer has besides its settings: may be sent back with them, and is not read. */
const sentBack = z.object({
  id: z.unknown().optional(),
  state: z.unknown().optional(),
  isInSchedule: z.unknown().optional(),
  nextOpeningAtMs: z.unknown().optional(),
  blockedReason: z.unknown().optional(),
  blockedDetail: z.unknown().optional(),
  counts: z.unknown().optional(),
});
export const newCampaign = campaignSettings.extend(sentBack.shape);
export const campaignChange = campaignSettings.partial().extend(sentBack.shape);

export const campaign = campaignSettings.extend({
  sector: z.enum(sectors).nullable(),
  object: z.string().nullable(),
  powerRatio: z.number(),
  abandonAim: z.number().nullable(),
  priority: z.number().int(),
  id: idOf('campaign'),
  state: z.enum(campaignStates),
  isInSchedule: z.boolean().describe('Open now'),
  nextOpeningAtMs: atMs.nullable().describe('Next opening of the schedule; null when open now or never'),
  blockedReason: z
    .enum(blockedReasons)
    .nullable()
    .describe('Why it places no call; null: it does, or is not running'),
  blockedDetail: z.string().nullable().describe('What the reason is about, by its kind: a rule, a number'),
  counts: z.object({
    leads: z.number().int().describe('All of them'),
    open: z.number().int().describe('Open, due or not'),
    due: z.number().int().describe('Open, and may be called from now on'),
    calling: z.number().int(),
    closed: z.number().int(),
    attemptsToday: z.number().int().describe('In the day of the asker’s site, as all of today'),
    answeredToday: z.number().int(),
    successToday: z.number().int(),
  }),
});

/** What a campaign can be put together from. */
export const setup = z.object({
  dialModes: z.array(z.enum(dialModes)),
  trunks: z.array(
    z.object({
      id: idOf('trunk'),
      name: z.string(),
      kind: z.enum(['demonstration', 'sip']),
      linesMax: z.number(),
    }),
  ),
  callerIds: z.array(z.object({ id: idOf('callerid'), number: phoneNumber, label: z.string() })),
  scripts: z.array(
    z.object({ id: idOf('script'), name: z.string(), versionId: idOf('scriptversion'), version: z.number() }),
  ),
  agents: z.array(z.object({ id: idOf('user'), name: z.string() })),
  sites: z.array(z.object({ id: idOf('site'), name: z.string(), timeZone: z.string() })),
});
export const campaignList = allOf(campaign);
