import { packIds } from '@alize/compliance';
import { purposes } from '@alize/model';
import { z } from '@hono/zod-openapi';
import { allOf } from './common.ts';

const day = z.iso.date();
const inLanguages = z.object({ fr: z.string(), en: z.string() });
/** What differs by the kind of condition, effect or ground, as the packs write it. */
const asWritten = (description: string, example: unknown) =>
  z.record(z.string(), z.unknown()).openapi({ description, example });

export const packQuery = z.object({
  on: day.optional().openapi({
    description: 'The day that “in force” is meant of, `YYYY-MM-DD`. Left out: today at the asker’s site.',
    example: '2026-11-23',
  }),
});

/** The law of one jurisdiction on outbound calls. */
export const packSummary = z.object({
  id: z.enum(packIds).openapi({ example: 'fr' }),
  version: z.string().openapi({ description: 'Changes with every change of a rule.', example: '2026-11-23' }),
  name: inLanguages,
  territories: z.array(z.string()).openapi({
    description: 'ISO 3166-1 alpha-2 codes whose people it protects.',
    example: ['FR', 'RE', 'YT'],
  }),
  readOn: day.openapi({ description: 'The day its texts were last read.' }),
  rulesCount: z.number().int().openapi({ description: 'Rules, each version counted.', example: 30 }),
  inForceCount: z.number().int().openapi({ description: 'Of these, in force on the day.', example: 27 }),
});
export const packList = allOf(packSummary).extend({ on: day.openapi({ description: 'The day meant.' }) });

export const rule = z.object({
  id: z.string().openapi({
    description: 'Versions of a rule share its id; their dates adjoin.',
    example: 'FR-HOURS',
  }),
  about: z.enum(['lead', 'campaign']).openapi({
    description: '`campaign`: a refusal is mended in the campaign’s settings, not by waiting.',
  }),
  purposes: z.array(z.enum(purposes)).openapi({ description: 'The purposes of calls it binds.' }),
  condition: asWritten(
    'Whom it concerns beside the purpose; all that is given must hold. Null: everyone in the territories.',
    { persons: ['consumer'] },
  ).nullable(),
  effect: z
    .enum([
      'hours',
      'holidays',
      'needs',
      'forbidden',
      'frequency',
      'rest',
      'register',
      'caller_id',
      'ring',
      'permit',
      'abandonment',
      'duty',
    ])
    .openapi({
      description:
        '`hours`: only inside half-open windows of the person’s time. `holidays`: not on them. `needs`: one of these grounds. `forbidden`: never. `frequency`: so many attempts at most. `rest`: no call for a time after something. `register`: not when listed. `caller_id`: what may be shown. `ring`: how long it rings. `permit`: why nothing is asked. `abandonment`: how abandoned calls are counted. `duty`: binds people or documents, never refuses a call.',
    }),
  value: asWritten('The effect’s values, as the pack writes them; null when it has none.', {
    attemptsMax: 4,
    within: { days: 30 },
  }).nullable(),
  liftedBy: z
    .array(asWritten('A ground: consent, contract, purchase, request or agreed slot.', { by: 'consent' }))
    .openapi({ description: 'It does not apply to a call that has one of these grounds.' }),
  needs: z
    .array(asWritten('A ground.', { by: 'request' }))
    .openapi({ description: 'Of a `permit`: it holds only with one of these grounds.' }),
  validFrom: day.nullable().openapi({ description: 'First local day in force; null: always was.' }),
  validTo: day
    .nullable()
    .openapi({ description: 'First local day no longer in force; null while it lasts.' }),
  inForce: z.boolean().openapi({ description: 'Whether it is in force on the day.' }),
  strength: z.enum(['LAW', 'CODE', 'POLICY', 'SAFETY']),
  citation: z.string().openapi({ description: 'Where it stands written.' }),
  status: z.enum(['verified', 'partly_verified', 'to_confirm']).openapi({
    description: 'Whether its text was read in full or in a careful quotation.',
  }),
  text: inLanguages.openapi({ description: 'What a person reads.' }),
});

export const pack = packSummary.extend({ on: day, rules: z.array(rule) });
