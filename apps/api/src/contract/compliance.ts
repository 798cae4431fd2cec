import {
  attemptResults,
  callerIdCategories,
  callModes,
  consentForms,
  lineTypes,
  personKinds,
  purposes,
  refusalKinds,
  registerIds,
  sectors,
} from '@alize/model';
import { z } from '@hono/zod-openapi';

const numbersMax = 10_000;
const historyMax = 1000;

const instant = (description: string, example = '2026-08-20T14:30:00+02:00') =>
  z.iso.datetime({ offset: true }).openapi({
    description: `${description} ISO 8601 with offset or Z, read to the millisecond.`,
    example,
  });
const word = (description: string, example: string) =>
  z.string().trim().min(1).max(200).openapi({ description, example });
const amount = (description: string, example: number) =>
  z.number().min(0).max(1e13).nullish().openapi({ description, example });
const list = <T extends z.ZodType>(item: T, description: string) =>
  z.array(item).max(historyMax).default([]).openapi({ description });
const phone = (description: string) =>
  z.string().min(1).max(60).openapi({ description, example: '+33 6 12 34 56 78' });
const numberHelp =
  'International (`+33 6 12 34 56 78`, `0033…`) or as it is dialled inside `country`; spaces, dots, dashes and `(0)` do not matter.';

const sellerId = word(
  'Whose record it is; left out: the seller’s. What another seller holds is no ground for this one’s call.',
  'insurer-1',
).nullish();
const object = word(
  'The goods or services, in words that consents and calls share; compared without regard to capitals.',
  'home insurance',
).nullish();
const proof = word(
  'Reference of the proof on record; left out: there is none, and a law that asks for one does not accept the record.',
  'recording 2026-08-20/118',
).nullish();

const seller = z
  .strictObject({
    id: word('Who it is: the same word in consents, contracts, attempts and refusals.', 'insurer-1'),
    employees: amount('Staff. Left out: not known.', 320),
    turnoverEuros: amount('Turnover of the last year, in euros. Left out: not known.', 90_000_000),
    balanceSheetEuros: amount('Balance sheet total, in euros. Left out: not known.', 60_000_000),
    sellsMainlyToConsumers: z.boolean().nullish().openapi({
      description: 'Whether most of what it sells goes to consumers. Left out: not known.',
    }),
    sector: z.enum(sectors).nullish().openapi({
      description: 'Its own business, when it differs from what the call is about. Left out: not known.',
      example: 'insurance',
    }),
  })
  .openapi({ description: 'The company on whose behalf the call is made.' });

const callerIdNumber = phone(`The number shown. ${numberHelp}`).openapi({ example: '+33 1 62 00 00 01' });
const callerIdRecord = z
  .strictObject({
    number: callerIdNumber,
    category: z.enum(callerIdCategories).nullish().openapi({
      description:
        'What kind of number it is. Left out: not on record. `npv`: French verified polyvalent number.',
      example: 'npv',
    }),
    holder: word('Who holds it. Left out: the seller; null: not on record.', 'Insurer SA').nullish(),
    authorisation: word(
      'The document by which the holder lets the seller show it. Left out: taken to exist; null: not on record.',
      'contract 2026-14',
    ).nullish(),
    allowedModes: z
      .array(z.enum(callModes))
      .min(1)
      .nullish()
      .openapi({ description: 'The dial modes it is registered for. Left out: every mode.' }),
    validFrom: instant('First instant it may be shown. Left out: always could.').nullish(),
    validTo: instant('First instant it may no longer be shown. Left out: it still may.').nullish(),
    registered: z
      .boolean()
      .default(true)
      .openapi({ description: 'Whether it stands in the seller’s registry of numbers at all.' }),
    withheld: z
      .boolean()
      .default(false)
      .openapi({ description: 'Whether it is hidden from the person called.' }),
  })
  .openapi({ description: 'The number shown, as the registry has it.' });

const consent = z
  .strictObject({
    sellerId,
    object,
    form: z.enum(consentForms).default('express').openapi({
      description:
        '`written` is also express; `tacit` is neither. Some laws (US mobiles) ask for a written one.',
    }),
    givenAt: instant('When it was given.'),
    expiresAt: instant(
      'First instant it no longer holds, as agreed with the person. Left out: no end was said; a law’s own limit holds in any case.',
      '2027-08-20T14:30:00+02:00',
    ).nullish(),
    proof,
    withdrawnAt: instant('When it was taken back. Left out: it was not.').nullish(),
    agreedSlots: z
      .array(instant('The person agreed to be called at exactly this instant.', '2026-11-28T10:30:00+01:00'))
      .max(100)
      .default([])
      .openapi({ description: 'Exact instants agreed to; only they open evenings and Saturdays in France.' }),
    informed: z.boolean().default(false).openapi({
      description:
        'Whether the person was told how to withdraw it and how to see its proof (France: R.223-1). Left out: not known, which is no.',
    }),
    namesAutomaticDialling: z.boolean().default(false).openapi({
      description: 'Whether it says that the call may be dialled by a machine. Left out: it does not.',
    }),
  })
  .openapi({ description: 'A consent of the person to be called.' });

const contract = z
  .strictObject({
    sellerId,
    from: instant('When it began.', '2025-01-01T00:00:00+01:00'),
    endedAt: instant('When it ended. Left out: it runs.').nullish(),
    related: z
      .boolean()
      .default(false)
      .openapi({ description: 'Whether the call is related to its object. Left out: it is not.' }),
  })
  .openapi({ description: 'A contract between the person and a seller.' });

const request = z
  .strictObject({
    sellerId,
    at: instant('When the person asked.', '2026-11-20T09:00:00+01:00'),
    object,
    proof,
  })
  .openapi({ description: 'The person asked to be called, or for information.' });

const purchase = z
  .strictObject({
    sellerId,
    at: instant('When it was made.'),
    similar: z.boolean().default(false).openapi({
      description: 'Whether what the call offers is similar to what was bought. Left out: it is not.',
    }),
  })
  .openapi({ description: 'Something the person bought.' });

const attempt = z
  .strictObject({
    at: instant('When it was placed.', '2026-11-02T10:30:00+01:00'),
    sellerId,
    result: z.enum(attemptResults).default('no_answer').openapi({
      description:
        'How it ended. `not_reached`: no called network was reached, and it counts nowhere; all others count.',
    }),
    campaign: word('The campaign it was of. Left out: it counts for every campaign.', 'autumn').nullish(),
    object,
  })
  .openapi({ description: 'An earlier call to any number of this person.' });

const refusal = z
  .strictObject({
    at: instant('When the person said so.', '2026-10-01T11:00:00+02:00'),
    kind: z.enum(refusalKinds).openapi({
      description:
        '`not_interested`: no to this offer. `objection`, `withdrawal`, `stop`: no more calls of this seller, and no earlier consent holds.',
    }),
    sellerId,
  })
  .openapi({ description: 'Something the person said no to.' });

const registerAnswer = z
  .strictObject({
    listed: z.boolean().openapi({ description: 'Whether the number is in the register.' }),
    checkedAt: instant('When the register, or our copy of it, was consulted.', '2026-11-20T06:00:00Z'),
    listedSince: instant('When the number was entered. Left out: the register does not say.').nullish(),
  })
  .openapi({ description: 'What a register of objections answered about this number.' });
const registers = z
  .strictObject(
    // The cast holds because the keys are those of the list.
    Object.fromEntries(registerIds.map((id) => [id, registerAnswer.optional()])) as Record<
      (typeof registerIds)[number],
      z.ZodOptional<typeof registerAnswer>
    >,
  )
  .default({})
  .openapi({
    description:
      'What registers of objections answered. A register that a law asks for and that was not consulted, or too long ago, refuses with `unknown_register`.',
    example: { us_national_dnc: { listed: false, checkedAt: '2026-11-20T06:00:00Z' } },
  });

const clock = (description: string, example: string) =>
  z
    .string()
    .regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$/)
    .openapi({ description, example });
const ruleId = word('A rule’s id, as `GET /v1/compliance/packs/{id}` gives it.', 'BE-HOL');
const config = z
  .strictObject({
    ringSeconds: z.number().int().min(1).max(300).optional().openapi({
      description: 'How long the telephone rings at most. Left out: 30.',
      example: 30,
    }),
    connectGuardSeconds: z.number().int().min(0).max(60).optional().openapi({
      description: 'From pick-up to an agent, at most. Left out: 2.',
      example: 2,
    }),
    off: z.array(ruleId).max(200).default([]).openapi({
      description: 'POLICY rules switched off. A rule of LAW, CODE or SAFETY in here is refused by name.',
      example: [],
    }),
    overrides: z
      .array(z.strictObject({ rule: ruleId, reason: word('Why.', 'agreed with counsel on 2026-11-02') }))
      .max(200)
      .default([])
      .openapi({
        description:
          'CODE rules set aside, each with its reason. A rule of LAW or SAFETY is refused by name.',
        example: [],
      }),
    hours: z
      .strictObject({ from: clock('First minute.', '09:00'), to: clock('First minute no more.', '18:00') })
      .nullish()
      .openapi({ description: 'Only these hours, in the person’s time. Left out: as the packs have it.' }),
    attemptsMax: z.number().int().min(1).max(100).nullish().openapi({
      description:
        'Attempts to one person in 30 days, when fewer than the law’s. Left out: as the packs have it.',
      example: 3,
    }),
  })
  .default({ off: [], overrides: [] })
  .openapi({ description: 'What the centre sets. It makes a ruling stricter than the law, never looser.' });

const wholeQuestion = {
  at: '2026-11-24T09:30:00+01:00',
  number: '+33 6 12 34 56 78',
  person: 'consumer',
  postalCode: '69003',
  seller: { id: 'insurer-1' },
  purpose: 'sales_consented',
  sector: 'insurance',
  object: 'home insurance',
  mode: 'predictive',
  callerId: {
    number: '+33 1 62 00 00 01',
    category: 'npv',
    holder: 'Insurer SA',
    authorisation: 'contract 2026-14',
  },
  consents: [
    {
      object: 'home insurance',
      givenAt: '2026-08-20T14:30:00+02:00',
      proof: 'recording 2026-08-20/118',
      informed: true,
    },
  ],
  attempts: [{ at: '2026-11-02T10:30:00+01:00' }],
  config: { ringSeconds: 25 },
} as const;

/** One call, or the same call to many numbers, and all that the rules may read; nothing stored is looked at. */
export const rulingQuestion = z
  .strictObject({
    at: instant('When the call would be placed. Left out: now.', '2026-11-23T10:00:00+01:00').optional(),
    number: phone(`The number called: either this or \`numbers\`. ${numberHelp}`).optional(),
    numbers: z
      .array(z.string().min(1).max(60))
      .min(1)
      .max(numbersMax)
      .optional()
      .openapi({
        description: `The same question for each of these; ${numbersMax} at most, answered in their order.`,
        example: ['+33 6 12 34 56 78', '02 69 61 23 45'],
      }),
    lineType: z.enum(lineTypes).nullish().openapi({
      description: 'When better known than by the digits, which do not say it in North America.',
      example: 'mobile',
    }),
    person: z.enum(personKinds).openapi({ description: 'Who is called.', example: 'consumer' }),
    postalCode: z.string().max(20).nullish().openapi({
      description: 'Of the person’s address; it comes before the number when both say where the person is.',
      example: '97400',
    }),
    country: z
      .string()
      .regex(/^[A-Za-z]{2}$/)
      .nullish()
      .openapi({
        description:
          'Of the person’s address, ISO 3166-1 alpha-2; numbers without `+` are read as dialled there. Left out: the address is not known, and numbers without `+` are read as French.',
        example: 'FR',
      }),
    state: z.string().max(10).nullish().openapi({
      description:
        'Of the person’s address: US state or Canadian province by its two letters (`FL`, or `US-FL`), German Land by ISO 3166-2 (`DE-BY`). Left out: every state the number may be in binds.',
      example: 'FL',
    }),
    timeZone: z.string().max(100).nullish().openapi({
      description: 'IANA zone the person is known to be in; it comes before postal code and number.',
      example: 'Europe/Paris',
    }),
    seller,
    purpose: z.enum(purposes).openapi({
      description:
        'What the call is for, as laws tell calls apart. `service`: the execution of a contract, without promotion.',
      example: 'sales_consented',
    }),
    sector: z.enum(sectors).nullish().openapi({
      description: 'What is sold or asked about, as far as a law singles it out. Left out: none of these.',
      example: 'insurance',
    }),
    object: object.openapi({
      description:
        'The goods or services the call is about, in the words that consents use. Left out: not known, and a consent for one object refuses with `unknown_object`.',
    }),
    mode: z.enum(callModes).openapi({
      description:
        'How the call is started. `manual`: an agent typed or clicked this one number. `preview`: one click per call. `progressive`, `power`, `predictive`: by the machine. `recorded`: nobody is to speak.',
      example: 'predictive',
    }),
    callerId: z.union([callerIdNumber, callerIdRecord]).openapi({
      description:
        'The number shown. As a text: a number the seller may show (registered, held by the seller, authorised, every mode, not withheld). As an object: exactly as the registry has it; what is left out there is not on record.',
    }),
    consents: list(consent, 'Consents of the person.'),
    contracts: list(contract, 'Contracts of the person.'),
    requests: list(request, 'What the person asked for.'),
    purchases: list(purchase, 'What the person bought.'),
    attempts: list(
      attempt,
      'Earlier calls to this person, on any of their numbers, by any campaign or site.',
    ),
    refusals: list(refusal, 'What the person said no to.'),
    registers,
    config,
    campaign: word(
      'The campaign that calls, by the word that attempts use. Left out: attempts of every campaign count as its own.',
      'autumn',
    ).nullish(),
  })
  .openapi({ example: wholeQuestion });

const reason = z.object({
  ruleId: z.string().openapi({
    description: 'The rule; `unknown_…` when a law needs a fact that was not given.',
    example: 'FR-HOURS',
  }),
  verdict: z.enum(['refuses', 'delays', 'allows']).openapi({
    description:
      '`refuses`: now. `delays`: not now, but before the call becomes possible. `allows`: it was heard, and lets the call pass.',
  }),
  strength: z.enum(['LAW', 'CODE', 'POLICY', 'SAFETY']).openapi({
    description: 'A law, a code of conduct, our own prudence, or a limit of the system that nothing lifts.',
  }),
  citation: z.string().openapi({ description: 'Where it stands written.', example: 'C. conso. D.223-9' }),
  text: z.string().openapi({ description: 'The rule in one sentence, in the language asked for.' }),
});

/** What `judge` answers. */
export const ruling = z.object({
  number: z.string().openapi({ description: 'E.164.', example: '+33612345678' }),
  decision: z.enum(['allow', 'block', 'after']).openapi({
    description:
      '`allow`: now. `after`: refused now, allowed from `notBefore` on. `block`: by these facts, never.',
  }),
  notBefore: z.string().optional().openapi({
    description:
      'With `after` alone: the first instant (UTC) at which every rule allows, in every zone and state the person may be in. Asked again at that instant with the same facts, the answer is `allow`.',
    example: '2026-11-24T09:00:00Z',
  }),
  notBeforeLocal: z.string().optional().openapi({
    description: 'The same instant on the clock of the first of `zones`.',
    example: '2026-11-24T10:00:00+01:00[Europe/Paris]',
  }),
  reasons: z.array(reason).openapi({ description: 'Every rule that bore on it, the refusing ones first.' }),
  territory: z.string().nullable().openapi({
    description:
      'Where the person is: the first of `territories`; null when the number is nobody’s anywhere.',
    example: 'FR',
  }),
  territories: z.array(z.string()).openapi({
    description: 'Every country or territory the person may be in (ISO 3166-1 alpha-2; `RE`, `YT`… apart).',
  }),
  states: z.array(z.string()).openapi({
    description: 'Every state or province that may claim the call (ISO 3166-2).',
    example: ['US-FL'],
  }),
  zones: z
    .array(z.string())
    .openapi({ description: 'IANA zones the person may be in.', example: ['Europe/Paris'] }),
  lineType: z.enum(lineTypes),
  pack: z
    .string()
    .openapi({ description: '`packs`, joined by ` + `; empty when none applies.', example: 'fr@2026-11-23' }),
  packs: z
    .array(z.string())
    .openapi({ description: 'The rule packs that were applied, with their versions.' }),
  tzdata: z.string().openapi({ description: 'Version of the time-zone data.', example: '2026c' }),
});

const unreadable = z.object({
  number: z.string().openapi({ description: 'As it was sent.' }),
  problem: z.object({
    code: z.literal('number_unreadable'),
    detail: z.string().openapi({ description: 'What is wrong and what to do, in the language asked for.' }),
  }),
});

/** To `number`: the ruling itself. To `numbers`: one for each, in order. */
export const rulingAnswer = z.union([
  ruling,
  z
    .object({ rulings: z.array(z.union([ruling, unreadable])) })
    .openapi({ description: 'The answer to `numbers`, in their order.' }),
]);

export const languageQuery = z.object({
  language: z.enum(['fr', 'en']).optional().openapi({
    description:
      'Language of the texts. Left out: the first of Accept-Language that is one of the two, else the asker’s own.',
    example: 'fr',
  }),
  record: z.enum(['true', 'false']).optional().openapi({
    description:
      '`true`: what is on record of the person with your client counts too (consents, relations, attempts, refusals, suppressions, registers, rules set aside), beside what the question says. For one `number`; `seller.id` must be the client’s id. Left out: nothing stored is read.',
    example: 'false',
  }),
});
