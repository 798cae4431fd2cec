import { interviewChannels, interviewStates } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { answers } from './agent.ts';
import { allOf, atMs, idOf, pageOf, pageQuery } from './common.ts';
import { script } from './script-document.ts';

const groupId = z.string().regex(/^[A-Za-z0-9][\w-]{0,31}$/);
const label = z.string().trim().min(1).max(120);
const words = z.array(z.string().trim().min(1).max(100)).max(500);

export const quotaSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), field: z.string().min(1).max(120) }),
  z.strictObject({ kind: z.literal('question'), questionId: z.string().min(1).max(64) }),
]);

export const quotaPlan = z.object({
  dimensions: z
    .array(
      z.object({
        id: groupId,
        label,
        source: quotaSource,
        groups: z
          .array(
            z.object({
              id: groupId,
              label,
              values: words.describe('In any case, accents aside'),
              beginnings: words.describe('Of the value: 75, 9201'),
              from: z.number().nullable().describe('Included; of birthDate: years of age'),
              to: z.number().nullable().describe('Included'),
            }),
          )
          .min(1)
          .max(60),
      }),
    )
    .min(1)
    .max(5),
  cells: z
    .array(
      z.object({
        key: z.string().max(200).describe('Group ids in the order of the dimensions, joined by /'),
        target: z.number(),
      }),
    )
    .min(1)
    .max(500)
    .describe('A combination that is not in here has no quota: nobody of it is wanted'),
});

export const weightMargin = z.object({
  dimensionId: groupId,
  shares: z
    .record(groupId, z.number().min(0).max(1))
    .describe('Share of each group in the population, 0 to 1'),
});

/** How a campaign surveys. */
export const settings = z.object({
  quotas: quotaPlan.nullable(),
  weights: z.array(weightMargin).min(1).max(5).nullable(),
  hasWebLinks: z.boolean().describe('Interviews can go on by a link'),
  webLinkByEmail: z
    .boolean()
    .describe('Whoever is to be called back is sent their link by e-mail, if they have an address'),
});
/** How far the leads are sorted into the cells of a plan that has changed. */
const sorting = z.object({ leadsDone: z.number().int(), leadsAll: z.number().int() });
/** The document, with how far a changed plan has been carried out; null when there is nothing left to do. */
export const survey = settings.extend({ sorting: sorting.nullable() });
/** What is read may be sent back whole. */
export const surveyChange = settings.extend({ sorting: z.unknown().optional().describe('Not read') });

export const quotaCell = z.object({
  key: z.string(),
  labels: z.array(z.string()).describe('Of its groups, in the order of the dimensions'),
  target: z.number().int(),
  done: z.number().int(),
  isFull: z.boolean(),
  inCalls: z.number().int().describe('Leads of the cell that are being called at this instant'),
  leadsLeft: z.number().int().describe('Leads of the cell that may still be called'),
});
export const quotas = z.object({
  data: z.array(quotaCell).describe('In the order of the plan; empty without quotas'),
  others: z
    .array(
      z.object({
        key: z.string(),
        labels: z.array(z.string().nullable()).describe('Null where the group is not known'),
        leadsLeft: z.number().int(),
        isWanted: z.boolean().describe('Some cell that they may turn out to be in is open'),
      }),
    )
    .describe('Open leads whose cell is known in part or not at all before the interview'),
  leadsOutside: z.number().int().describe('Open leads of a combination that nobody wants'),
  leadsUnsorted: z.number().int().describe('Open leads not sorted yet, which wait for it'),
  target: z.number().int(),
  done: z.number().int(),
  sorting: sorting.nullable(),
});

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
export const reportQuery = z.object({ weighted: flag.optional() });

/** A share with the bounds of its 95 % interval (Wilson), all 0 to 1; null where nobody answered. */
const share = z.object({ value: z.number(), low: z.number(), high: z.number() });
/** A mean with the bounds of its 95 % interval (t); null bounds below two answers. */
const mean = z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() });

const optionCount = z.object({
  value: z.string(),
  label: z.string(),
  count: z.number().int().describe('Interviews, never weighted'),
  share: share.nullable().describe('Of the base, by weights when they are asked for'),
});
const numberSummary = z.object({
  mean,
  deviation: z.number().nullable(),
  min: z.number(),
  max: z.number(),
  median: z.number(),
  histogram: z
    .array(z.object({ from: z.number(), to: z.number(), count: z.number().int(), share: z.number() }))
    .describe('Answers by value, or by equal spans when there are many values; for a histogram'),
});
const questionReport = z.object({
  id: z.string(),
  stepId: z.string(),
  label: z.string(),
  kind: z.string(),
  asked: z.number().int().describe('Complete interviews whose path asked it'),
  base: z
    .number()
    .int()
    .describe(
      'Those of them that answered: the base of shares; of multiple questions too, so that shares may sum above 1',
    ),
  options: z.array(optionCount).describe('Of single and multiple questions, yes and no; empty for others'),
  rows: z
    .array(
      z.object({
        value: z.string(),
        label: z.string(),
        base: z.number().int(),
        options: z.array(optionCount),
      }),
    )
    .describe('Of a matrix, each row with its own base'),
  numbers: numberSummary.nullable().describe('Of number and scale questions'),
  distinct: z
    .number()
    .int()
    .nullable()
    .describe(
      'Of texts, dates and the like: how many differ. What they say stands in the texts and the exports',
    ),
});

const rate = z.number().nullable();
export const report = z.object({
  countedAtMs: atMs,
  isWeighted: z.boolean(),
  weights: z
    .object({
      method: z.enum(['poststratification', 'raking']),
      isConverged: z.boolean(),
      rounds: z.number().int(),
      trimmedCount: z.number().int(),
      leftOutCount: z
        .number()
        .int()
        .describe('Interviews left out because their group of a dimension is not known'),
      designEffect: z.number().describe('Kish: how much the variance grows by the weights, 1 or more'),
      effectiveSize: z.number().describe('Interviews over the design effect'),
    })
    .nullable()
    .describe('Null when the campaign has no weights'),
  interviews: z.object(
    Object.fromEntries(interviewStates.map((state) => [state, z.number().int()])) as Record<
      (typeof interviewStates)[number],
      z.ZodNumber
    >,
  ),
  channels: z.object({ phone: z.number().int(), web: z.number().int() }).describe('Of complete interviews'),
  medianMs: z.number().nullable().describe('Of complete interviews by telephone; null without any'),
  response: z
    .object({
      counts: z.object({
        I: z.number().int(),
        P: z.number().int(),
        R: z.number().int(),
        NC: z.number().int(),
        O: z.number().int(),
        UH: z.number().int(),
        UO: z.number().int(),
        NE: z.number().int().describe('Not eligible: out of target, quota full, number out of service'),
      }),
      notTried: z.number().int().describe('Never called: left out of the rates'),
      RR1: rate,
      RR2: rate,
      COOP1: rate,
      REF1: rate,
      CON1: rate,
    })
    .describe(
      'By the Standard Definitions of AAPOR, of the leads that were called or answered by their link',
    ),
  steps: z
    .array(
      z.object({
        stepId: z.string(),
        title: z.string(),
        reached: z.number().int(),
        brokeOff: z.number().int(),
        refused: z.number().int(),
        screenedOut: z.number().int(),
      }),
    )
    .describe('How far interviews come: a picture of where they break off'),
  questions: z.array(questionReport),
  interviewers: z.array(
    z.object({
      userId: idOf('user'),
      name: z.string(),
      complete: z.number().int(),
      breakOff: z.number().int(),
      refusal: z.number().int(),
      screenedOut: z.number().int(),
      medianMs: z.number().nullable(),
    }),
  ),
  interviewerEffects: z
    .array(
      z.object({
        questionId: z.string(),
        label: z.string(),
        option: z
          .object({ value: z.string(), label: z.string() })
          .nullable()
          .describe('The answer whose share is compared; null where means are'),
        intraclassCorrelation: z.number().describe('One-way ANOVA estimate; below 0 is chance'),
        designEffect: z
          .number()
          .describe('1 + (mean interviews an interviewer - 1) × correlation, never below 1'),
        deviations: z
          .array(
            z.object({
              userId: idOf('user'),
              name: z.string(),
              base: z.number().int(),
              value: z.number(),
              others: z.number(),
              low: z.number(),
              high: z.number(),
              isBeyond: z.boolean(),
            }),
          )
          .describe(
            'Those whose answers differ from the others’ beyond what chance brings among so many, at 5 % together',
          ),
      }),
    )
    .describe('What of the answers goes with who asks: the highest intraclass correlation first'),
});

export const tableQuery = reportQuery.extend({
  row: z
    .string()
    .min(1)
    .max(140)
    .describe(
      'A question’s id, `question.row` of a matrix, `dimension:id` of the quotas, `channel`, or `interviewer`',
    ),
  column: z.string().min(1).max(140),
});
const variable = z.object({
  id: z.string(),
  label: z.string(),
  isMultiple: z.boolean(),
  categories: z.array(z.object({ value: z.string(), label: z.string() })),
});
/** What may stand in a row or a column of a cross table. */
export const tableVariables = allOf(
  z.object({ id: z.string(), label: z.string(), kind: z.enum(['question', 'dimension', 'paradata']) }),
);
export const table = z.object({
  isWeighted: z.boolean(),
  row: variable,
  column: variable,
  base: z.number().int().describe('Interviews that have both'),
  rowBases: z.array(z.number().int()),
  columnBases: z.array(z.number().int()),
  cells: z
    .array(
      z.array(
        z.object({
          count: z.number().int(),
          rowShare: z.number().nullable(),
          columnShare: z.number().nullable(),
          totalShare: z.number().nullable(),
          residual: z
            .number()
            .nullable()
            .describe(
              'Adjusted standardised residual: beyond ±1.96 the cell stands out; null where it cannot be told',
            ),
        }),
      ),
    )
    .describe('By row, then by column. Percentages as shares, 0 to 1; null where the base is empty'),
  chiSquare: z
    .object({
      value: z.number(),
      degrees: z.number().int(),
      p: z.number(),
      cramersV: z.number(),
      expectedMin: z.number(),
      isUncertain: z
        .boolean()
        .describe('Expected counts are too small for the p value to be trusted (Cochran 1954)'),
    })
    .nullable()
    .describe('Null for multiple questions, and where a row or column is empty. Of unweighted counts'),
});

export const textsQuery = pageQuery.extend({
  question: z.string().min(1).max(64).describe('The id of a question with a free answer: a text, a date'),
  search: z.string().max(100).default('').describe('Words that stand in the text, case and accents aside'),
});
/** What complete interviews answered in words, the newest first. */
export const texts = pageOf(
  z.object({ interviewId: idOf('interview'), text: z.string(), channel: z.enum(interviewChannels), atMs }),
);

export const linkBody = z.object({ byEmail: z.boolean().default(false) });
/** Who has it may answer in this person's name. */
export const link = z.object({ url: z.string(), isSent: z.boolean() });

/** `null` forgets an answer. */
export const publicDraft = z.object({
  answers: z.record(z.string().max(80), answers.valueType.nullable()).optional(),
  stepId: z.string().max(80).nullable().optional(),
});
export const publicParams = z.object({ token: z.string().max(120) });
export const publicInterview = z.object({
  script,
  answers,
  stepId: z.string().nullable(),
  seed: z.number().int().describe('Of the drawn orders'),
  fields: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .describe('The fields that the script’s words and conditions name, as they stood; null where empty'),
  clientName: z.string(),
  language: z.enum(['fr', 'en']),
  state: z.enum(interviewStates).describe('`started` while answers are taken'),
  channel: z.enum(interviewChannels),
});
export const publicEnd = z.object({ state: z.enum(interviewStates) });
