import {
  agentConnections,
  agentStates,
  blockedReasons,
  campaignStates,
  pauseReasons,
  progresses,
} from '@alize/model';
import { z } from '@hono/zod-openapi';
import { atMs, idOf } from './common.ts';
import { pacingNow } from './pacing.ts';

/** The supervisor's view of this instant; kept up to date from the event stream. */
export const live = z.object({
  nowMs: atMs,
  dialer: z
    .object({ isRunning: z.boolean(), isAsteriskUp: z.boolean() })
    .describe('False when no dialer holds the lease, or it lost Asterisk'),
  campaigns: z.array(
    z.object({
      id: idOf('campaign'),
      name: z.string(),
      state: z.enum(campaignStates),
      isInSchedule: z.boolean(),
      nextOpeningAtMs: atMs.nullable(),
      blockedReason: z.enum(blockedReasons).nullable(),
      blockedDetail: z.string().nullable(),
      blockedSinceMs: atMs.nullable(),
      due: z.number().int(),
      open: z.number().int(),
      pacing: pacingNow
        .nullable()
        .describe('How it is paced now; null when the dialer has said nothing of it for 15 s'),
      today: z.object({
        attempts: z.number().int(),
        answered: z.number().int(),
        busy: z.number().int(),
        noAnswer: z.number().int(),
        invalidNumber: z.number().int(),
        congestion: z.number().int(),
        abandoned: z.number().int(),
        successes: z.number().int(),
      }),
    }),
  ),
  agents: z.array(
    z.object({
      userId: idOf('user'),
      name: z.string(),
      state: z.enum(agentStates),
      pauseReason: z.enum(pauseReasons).nullable(),
      sinceMs: atMs,
      connection: z.enum(agentConnections),
      campaignId: idOf('campaign').nullable(),
      attemptId: idOf('attempt').nullable(),
      today: z.object({ calls: z.number().int(), successes: z.number().int(), talkMs: z.number().int() }),
    }),
  ),
  calls: z.array(
    z.object({
      attemptId: idOf('attempt'),
      campaignId: idOf('campaign'),
      agentId: idOf('user').nullable(),
      maskedNumber: z.string().describe('The last two digits only'),
      progress: z.enum(progresses),
      sinceMs: atMs,
    }),
  ),
});
