import { agentStates, dialModes, type PacingNow, pacingLimits } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { atMs, queryMs } from './common.ts';

const share = z.number();

/** How many calls are placed at an instant, and why. */
export const pacingNow = z.object({
  mode: z.enum(dialModes),
  calls: z.number().openapi({ description: 'Calls to place at this instant.' }),
  limitedBy: z
    .enum(pacingLimits)
    .nullable()
    .openapi({ description: 'What held it there; null when agents alone set the number.' }),
  agentsFree: z.number(),
  agentsSoonFree: z.number().openapi({ description: 'Expected to come free within `horizonMs`.' }),
  callsDialling: z.number(),
  answersExpected: z
    .number()
    .openapi({ description: 'Answers expected within `horizonMs` of the calls that are dialling.' }),
  horizonMs: z.number(),
  risk: share.openapi({ description: 'Chance that one more answer would leave somebody waiting.' }),
  riskMax: share.openapi({ description: 'The largest such chance that the account bears now.' }),
  abandonedShare: share.nullable().openapi({ description: 'In the window of the law, so far.' }),
  abandonedLimit: share.nullable(),
}) satisfies z.ZodType<PacingNow>;

const agentCounts = z.object({
  ready: z.number().int(),
  talking: z.number().int(),
  wrapUp: z.number().int(),
  paused: z.number().int(),
});

/** How a campaign was paced at an instant. */
const pacingPoint = z.object({ atMs, decision: pacingNow, agents: agentCounts });

export const pacingPoints = z.object({ data: z.array(pacingPoint) });

/** The decision in force, with the agents and calls it was made from where they are still kept (a day). */
export const pacingAt = pacingPoint.extend({
  picture: z
    .object({
      agents: z.array(z.object({ state: z.enum(agentStates), count: z.number().int() })),
      calls: z.array(
        z.object({
          stage: z.enum(['dialling', 'detecting', 'waiting', 'connected']),
          count: z.number().int(),
        }),
      ),
      linesFree: z.number().int(),
      trunkLinesFree: z.number().int(),
      callsAllowedNow: z.number(),
      account: z.object({ abandoned: z.number(), answered: z.number(), aim: share, limit: share }).nullable(),
    })
    .nullable(),
});

export const stretchQuery = z
  .strictObject({
    fromMs: queryMs.describe('First instant, UTC milliseconds'),
    toMs: queryMs.describe('First instant after it, UTC milliseconds'),
  })
  .refine(({ fromMs, toMs }) => fromMs < toMs, { path: ['toMs'] });

export const instantQuery = z.strictObject({ atMs: queryMs.describe('UTC milliseconds') });
