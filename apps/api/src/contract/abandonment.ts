import { accountStandings, callVerdicts, detections, packIds } from '@alize/compliance';
import { callModes } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { atMs } from './common.ts';

const callsMax = 100_000;

const instant = (description: string, example: string) =>
  z.iso.datetime({ offset: true }).openapi({
    description: `${description} ISO 8601 with offset or Z, read to the millisecond.`,
    example,
  });

const answeredCall = z
  .strictObject({
    answeredAt: instant('When the call was answered.', '2026-11-23T10:00:00.000+01:00'),
    greetingEndedAt: instant(
      'When the person had finished their greeting; left out: not heard, and the limit runs from the answer.',
      '2026-11-23T10:00:01.200+01:00',
    ).nullish(),
    connectedAt: instant(
      'When an agent and the person could hear each other; left out: they never could.',
      '2026-11-23T10:00:02.100+01:00',
    ).nullish(),
    messageStartedAt: instant(
      'When the recorded message began; it takes no call out of the account.',
      '2026-11-23T10:00:03.200+01:00',
    ).nullish(),
    endedAt: instant('When the call ended; left out: it has not.', '2026-11-23T10:02:00.000+01:00').nullish(),
    endedBy: z.enum(['callee', 'caller']).nullish().openapi({
      description:
        'Who let go of the line. Before the limit has passed, a person who leaves is not abandoned, and one whom our side drops is. Left out: the callee.',
    }),
    detected: z.enum(detections).default('unknown').openapi({
      description:
        'What detection made of the answer. `unknown` is counted as a person; `machine` is not counted, unless an agent had the call.',
    }),
    mode: z.enum(callModes).default('predictive').openapi({
      description:
        'How the call was dialled. Some laws count predictive dialling alone; `recorded` is counted by none.',
    }),
  })
  .openapi({ description: 'A call that was answered, by its raw instants.' });

/** One bad call is told at a time: a list that is wrong throughout is not answered with 100,000 sentences. */
function upToFirstBad(calls: unknown): unknown {
  if (!Array.isArray(calls)) return calls;
  const first = calls.findIndex((call) => !answeredCall.safeParse(call).success);
  return first === -1 ? calls : calls.slice(0, first + 1);
}

/** The question: these answered calls of one campaign, as this pack counts them at this instant. */
export const accountQuestion = z.strictObject({
  pack: z.enum(packIds).openapi({ description: 'Whose law counts.', example: 'us' }),
  at: instant(
    'As of when. It says which window and which version of the rule; what happened later is not looked at.',
    '2026-11-23T18:00:00+01:00',
  ),
  timeZone: z.string().max(100).optional().openapi({
    description: 'IANA zone whose days and months are meant; left out: that of the pack’s regulator.',
    example: 'America/New_York',
  }),
  campaignStartedAt: instant(
    'When the campaign’s first call was placed, for laws that count in successive periods from it; left out: the first answer among the calls.',
    '2026-11-02T09:00:00+01:00',
  ).optional(),
  calls: z.preprocess(upToFirstBad, z.array(answeredCall).max(callsMax)).openapi({
    description: `Answered calls of one campaign, in any order; ${callsMax} at most.`,
  }),
});

const share = (description: string) => z.number().openapi({ description, example: 0.03 });
const count = (description: string) => z.number().int().openapi({ description, example: 1 });

/** Where a campaign stands now, by each law of the people it has reached. */
export const campaignAccounts = z.object({
  data: z.array(
    z.object({
      pack: z.enum(packIds),
      ruleId: z.string(),
      strength: z.enum(['LAW', 'CODE', 'POLICY', 'SAFETY']),
      citation: z.string(),
      numerator: count('Abandoned calls in the window.'),
      denominator: count('What the law sets them against.'),
      rate: share('Numerator to denominator; null when the denominator is 0.').nullable(),
      limit: share('What the law lets pass.'),
      target: share('Our inner target.'),
      standing: z.enum(accountStandings),
      isSmallSample: z.boolean(),
      windowFromMs: atMs,
      windowToMs: atMs,
    }),
  ),
});

/** The account as the pack counts it. */
export const account = z.object({
  pack: z.enum(packIds),
  packVersion: z
    .string()
    .openapi({ description: 'Changes with every change of a rule.', example: '2026.11.1' }),
  ruleId: z.string().openapi({ description: 'The rule that counts.', example: 'US-ABANDON' }),
  strength: z.enum(['LAW', 'CODE', 'POLICY', 'SAFETY']).openapi({
    description: 'What binds: a law, a code of conduct, our own prudence.',
    example: 'LAW',
  }),
  citation: z.string().openapi({ description: 'Where it stands written.' }),
  numerator: count('Abandoned calls in the window.'),
  denominator: count(
    'What the law sets them against: calls answered by a person, or those an agent had in time.',
  ),
  rate: share('Numerator to denominator, 0 to 1; null when the denominator is 0.').nullable(),
  limit: share('What the law lets pass, 0 to 1; the limit itself is lawful.'),
  target: share('Our inner target, 0 to 1.'),
  isOverLimit: z
    .boolean()
    .openapi({ description: 'Whether the law is broken: the rate is above the limit.' }),
  liveAnswers: count(
    'Calls answered by a person, or by nobody knows whom, of which it is known what became.',
  ),
  isSmallSample: z.boolean().openapi({ description: 'Too few live answers for the rate to mean anything.' }),
  window: z
    .object({
      from: z.string().openapi({ example: '2026-11-02T00:00:00-05:00' }),
      to: z.string().openapi({ example: '2026-12-02T00:00:00-05:00' }),
    })
    .openapi({
      description:
        'First instant of the window, and first instant after it; of a rolling window, `to` is the instant asked about. In the zone of the account.',
    }),
  standing: z.enum(accountStandings).openapi({
    description:
      '`fine`: at the target or under. `slow`: over the target. `stop`: at the limit or over it: one call per free agent. Of a small sample the rate is taken of as many answers as make a large one.',
  }),
  calls: z
    .array(
      z.object({
        abandoned: z.boolean(),
        counted: z.boolean().openapi({
          description: 'Whether it stands in the numerator or the denominator of this window.',
        }),
        verdict: z.enum(callVerdicts).openapi({
          description:
            '`connected`: an agent was there within the limit. `abandoned`: none was. `left`: the person hung up before it passed. `waiting`: it has not passed yet. `machine`: no person. `other_mode`: dialled in a way this law does not count.',
        }),
      }),
    )
    .openapi({ description: 'The calls of the question, in its order.' }),
});
