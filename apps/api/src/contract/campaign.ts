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

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);
export const schedule = z.object({
  zone: z.string(),
  windows: z.array(z.object({ day: z.number().int().min(1).max(7), from: clock, to: clock })),
});
const minutes = z
  .number()
  .int()
  .min(1)
  .max(60 * 24 * 60);
const attempts = z.number().int().min(1).max(50);
const retryRule = z.object({
  afterMinutes: minutes,
  /** 1: not tried again after such a call. */
  attemptsMax: attempts,
  /** From then on at the time of day at which the lead is likeliest to answer; left out: false. */
  isAtBestHour: z.boolean().optional(),
  /** After so many minutes the lead's next number that is not tried yet goes before; left out: the number stays. */
  otherNumberAfterMinutes: minutes.optional(),
});
export const retryRules = z.object({
  attemptsMax: attempts,
  /** In a day of the lead's own zone; left out: as the law says. */
  attemptsPerDayMax: attempts.optional(),
  byResult: z.partialRecord(z.enum(networkResults), retryRule),
  byDisposition: z.partialRecord(z.enum(retriedDispositions), retryRule).optional(),
});

export const campaignSettings = z.object({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(campaignKinds),
  purpose: z.enum(purposes),
  /** What is sold or asked about, as far as a law singles it out. */
  sector: z.enum(sectors).nullable().optional(),
  /** The goods or services the calls are about, in the words that consents use: imported consents are for it. */
  object: z.string().trim().min(1).max(200).nullable().optional(),
  dialMode: z.enum(dialModes),
  /** Calls for each free agent in power mode; left out: 1.5. */
  powerRatio: z.number().min(1).max(5).optional(),
  /** Share of abandoned calls to steer for, never above the law's limit; null or left out: the rule pack's target. */
  abandonAim: z.number().min(0.005).max(0.03).nullable().optional(),
  /** Campaigns that share agents dial in this order: 1 most urgent, 9 least; left out: 5. */
  priority: z.number().int().min(1).max(9).optional(),
  schedule,
  retryRules,
  callerIdId: idOf('callerid'),
  trunkId: idOf('trunk'),
  linesMax: z.number().int().min(1).max(1000),
  ringSeconds: z.number().int().min(15).max(60),
  wrapUpSeconds: z.number().int().min(5).max(600),
  scriptVersionId: idOf('scriptversion'),
  teamUserIds: z.array(idOf('user')),
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
  isInSchedule: z.boolean(),
  /** Next opening of the schedule; null when open now or never. */
  nextOpeningAtMs: atMs.nullable(),
  blockedReason: z.enum(blockedReasons).nullable(),
  blockedDetail: z.string().nullable(),
  counts: z.object({
    leads: z.number().int(),
    /** Open, due or not. */
    open: z.number().int(),
    due: z.number().int(),
    calling: z.number().int(),
    closed: z.number().int(),
    attemptsToday: z.number().int(),
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
