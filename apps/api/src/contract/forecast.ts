import { dialModes } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { idOf } from './common.ts';

export const variantsMax = 6;
export const runsMax = 50;
const agentsMax = 1000;

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
  .openapi({ description: 'Local time in the campaign’s zone.', example: '09:00' });

const team = z.strictObject({
  siteId: idOf('site'),
  agents: z.number().int().min(1).max(agentsMax),
});

/** One way to run the campaign. */
const variant = z.strictObject({
  name: z.string().trim().min(1).max(60).openapi({ example: 'Prédictif, 12 agents' }),
  mode: z
    .enum(dialModes)
    .openapi({ description: '`preview` is reckoned like `progressive`: one call per free agent.' }),
  powerRatio: z.number().min(1).max(5).optional().openapi({
    description: 'Calls for each free agent in power mode; left out: the campaign’s.',
  }),
  abandonAim: z.number().min(0.005).max(0.03).optional().openapi({
    description:
      'Share of abandoned calls to steer for; left out: the campaign’s, else the rule pack’s target.',
  }),
  teams: z.array(team).min(1).max(20).optional().openapi({
    description: 'Agents by site. Give `teams` or `agents`; with `day`, neither: those who were on duty.',
  }),
  agents: z.number().int().min(1).max(agentsMax).optional().openapi({
    description: 'Agents of the site that most of the campaign’s team works at.',
  }),
  hours: z.strictObject({ from: clock, to: clock }).optional().openapi({
    description: 'Left out: the campaign’s schedule, on `day` or on the next day that it opens.',
  }),
  leads: z.number().int().min(1).max(1_000_000).optional().openapi({
    description: 'Left out: the campaign’s open leads; with `day`, those that were open on it.',
  }),
});

/** “What if?” Fields it does not know are refused by name. */
export const forecastQuestion = z.strictObject({
  variants: z.array(variant).min(1).max(variantsMax),
  day: z.iso.date().optional().openapi({
    description: 'A day that has passed: had it run with these settings?',
    example: '2026-11-22',
  }),
  runs: z.number().int().min(1).max(runsMax).default(20).openapi({
    description:
      'Simulated days for each variant. Fewer are made when they would take too long; the answer says so.',
  }),
});

const duration = z.object({ median: z.number(), mean: z.number() });
const spread = z
  .object({ mean: z.number(), p5: z.number(), p95: z.number() })
  .openapi({ description: 'Over the runs: mean, and where 5 % and 95 % of them lie below.' });
const count = (description: string) => z.number().openapi({ description });
const perUnit = z.object({ amount: z.number(), currency: z.string() }).nullable();
const siteCost = z.object({
  siteId: idOf('site'),
  site: z.string(),
  currency: z.string(),
  cost: z.number(),
});

/** Five minutes of the day. */
const minutes = z.array(
  z.object({
    at: z.string().openapi({ description: 'Local time at which they begin.', example: '09:05' }),
    calls: z.number(),
    people: z.number(),
    abandoned: z.number(),
    busyShare: z.number(),
    idleAgents: z.number(),
  }),
);

const dayFigures = z.object({
  calls: count('Calls placed.'),
  people: count('People who answered, abandoned ones included.'),
  abandoned: count('People left without an agent.'),
  successes: count('Talks that end with success.'),
  talkSecondsPerAgentHour: count('Seconds of talk in a paid hour of an agent.'),
  costBySite: z.array(siteCost),
  costPerContact: perUnit.openapi({
    description:
      'Cost of a person brought to an agent; null without one, or when sites have different currencies.',
  }),
  costPerSuccess: perUnit,
  minutes,
});

export const forecastAnswer = z.object({
  basis: z.object({
    source: z.enum(['own_history', 'similar', 'default']).openapi({
      description:
        '`own_history`: this campaign’s calls. `similar`: too few, so those of the client’s campaigns of the same kind and purpose. `default`: cautious assumptions.',
    }),
    calls: count('Calls measured.'),
    talks: count('Talks measured.'),
    fromMs: z.number().int().nullable(),
    toMs: z.number().int().nullable(),
    answerShareByHour: z
      .array(z.number())
      .openapi({ description: 'Share of calls that a person answers, for each of the 24 local hours.' }),
    machineShare: z.number(),
    busyShare: z.number(),
    invalidShare: z.number(),
    successShare: z.number().openapi({ description: 'Of talks.' }),
    answerSeconds: duration,
    talkSeconds: duration.extend({
      quantiles: z
        .array(z.number())
        .openapi({ description: 'The 5 %, 10 %, … 95 % quantiles: two humps show as two clusters.' }),
    }),
    wrapUpSeconds: duration,
    noise: z
      .number()
      .openapi({ description: 'Standard deviation of the logarithm of the answer share, by quarter-hours.' }),
  }),
  timeZone: z.string(),
  day: z.string().nullable(),
  runsAsked: z.number().int(),
  runs: z
    .number()
    .int()
    .openapi({ description: 'Runs made of each variant; below `runsAsked` when those would take too long.' }),
  abandonedLimit: z
    .number()
    .openapi({ description: 'What the strictest law of the people called lets pass.' }),
  variants: z.array(
    dayFigures.extend({
      name: z.string(),
      mode: z.enum(dialModes),
      powerRatio: z.number(),
      abandonAim: z.number(),
      agents: z.number().int(),
      hours: z.object({ from: z.string(), to: z.string() }),
      leads: z.number().int(),
      abandonedShare: spread,
      busyShare: spread.openapi({ description: 'Talk and wrap-up in paid time without pauses.' }),
      contacts: spread.openapi({ description: 'People brought to an agent.' }),
      waitSeconds: z
        .object({ mean: z.number(), median: z.number(), p95: z.number() })
        .openapi({ description: 'What an agent waits between calls.' }),
      usedUpAt: z.string().nullable().openapi({
        description: 'Local time at which no lead is left, in half of the runs or more.',
        example: '16:40',
      }),
    }),
  ),
  actual: dayFigures
    .extend({
      agents: z.number().int(),
      abandonedShare: z.number().nullable(),
      busyShare: z.number().nullable(),
    })
    .nullable()
    .openapi({ description: 'With `day`: what really happened on it.' }),
});
