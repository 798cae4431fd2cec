import {
  type Condition,
  comparisons,
  fillableFields,
  legalMatters,
  questionKinds,
  type Script,
  scriptEndings,
} from '@alize/model';
import { scriptBounds as bounds } from '@alize/scripts';
import { z } from '@hono/zod-openapi';

const id = z.string().regex(/^[A-Za-z0-9][\w-]{0,63}$/);
const label = z.string().max(bounds.label);
const word = z.string().max(bounds.word);
const markdown = z.string().max(bounds.say);
const value = z.union([z.string().max(bounds.label), z.number(), z.null()]).optional();

const condition: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.object({
        kind: z.literal('answer'),
        questionId: id,
        row: word.nullable().optional().describe('A row of a matrix, or a part of an address'),
        is: z.enum(comparisons),
        value,
      }),
      z.object({ kind: z.literal('field'), field: word, is: z.enum(comparisons), value }),
      z.object({ kind: z.literal('score'), is: z.enum(['at_least', 'at_most']), value: z.number() }),
      z.object({ kind: z.literal('disqualified') }),
      z.object({ kind: z.enum(['all', 'any']), conditions: z.array(condition).max(bounds.conditions) }),
      z.object({ kind: z.literal('not'), condition }),
    ]),
  )
  // Written with what may be left out; `validateScript` makes it whole.
  .openapi('ScriptCondition', {
    description: 'When a branch is taken, or a step or a question shown',
  }) as unknown as z.ZodType<Condition>;

const option = z.object({
  value: word.min(1),
  label: label.min(1),
  points: z.number().default(0),
  isDisqualifying: z.boolean().default(false),
  isExclusive: z.boolean().default(false),
  isFixed: z.boolean().default(false),
});

const band = z.object({
  from: z.number().nullable().default(null),
  to: z.number().nullable().default(null),
  points: z.number().default(0),
  isDisqualifying: z.boolean().default(false),
});

const question = z
  .object({
    id,
    kind: z.enum(questionKinds),
    label: label.min(1),
    help: label.default(''),
    isRequired: z.boolean().default(false),
    options: z.array(option).max(bounds.options).default([]),
    rows: z
      .array(z.object({ value: word.min(1), label: label.min(1) }))
      .max(bounds.rows)
      .default([]),
    min: z.number().nullable().default(null),
    max: z.number().nullable().default(null),
    minLabel: word.default(''),
    maxLabel: word.default(''),
    showIf: condition.nullable().default(null),
    isShuffled: z.boolean().default(false),
    fills: z
      .union([
        z.enum(fillableFields),
        z
          .string()
          .regex(/^custom:./)
          .max(bounds.word),
      ])
      .nullable()
      .default(null),
    bands: z.array(band).max(bounds.bands).default([]),
  })
  .openapi('ScriptQuestion');

const step = z
  .object({
    id,
    title: label.min(1),
    say: markdown.openapi({
      description: 'Markdown without HTML; {{field}}, {{field|fallback}}, {{answer:id}}, {{M:…|Mme:…|?:…}}',
    }),
    webSay: markdown.default('').openapi({
      description: 'What the person reads instead when they answer by their link; empty: what is said',
    }),
    legal: z.array(z.enum(legalMatters)).default([]),
    note: markdown.default(''),
    showIf: condition.nullable().default(null),
    questions: z.array(question).max(bounds.questionsOfStep).default([]),
    branches: z
      .array(z.object({ when: condition, goTo: id.openapi({ description: 'A later step, or end' }) }))
      .max(bounds.branches)
      .default([]),
    ending: z.enum(scriptEndings).nullable().default(null),
  })
  .openapi('ScriptStep');

const described = z
  .object({
    format: z.literal(2),
    steps: z.array(step).min(1).max(bounds.steps),
    objections: z
      .array(z.object({ title: label.min(1), answer: markdown.min(1) }))
      .max(bounds.objections)
      .default([]),
    scoring: z
      .object({
        stages: z.array(z.object({ id, label: word.min(1), from: z.number() })).max(bounds.stages),
        qualifiedFrom: z.number(),
      })
      .nullable()
      .default(null),
    shuffledBlocks: z
      .array(z.object({ id, stepIds: z.array(id).min(2) }))
      .max(bounds.shuffledBlocks)
      .default([]),
  })
  .openapi('Script', { description: 'A script document of format 2' });

/** A script as it is handed out. The cast holds because it says of the model's type what it is. */
export const script = described as unknown as z.ZodType<Script>;

/**
 * A script as it comes in: any JSON here, because `validateScript` alone decides, with pointers and sentences; described
 * to others by the same schema.
 */
export const scriptSent = z
  .custom<Script>((document) => document !== undefined)
  .openapi({ type: 'object', allOf: [{ $ref: '#/components/schemas/Script' }] });
