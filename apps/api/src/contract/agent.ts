import {
  agentConnections,
  agentStates,
  chosenPauseReasons,
  dispositions,
  pauseReasons,
  progresses,
} from '@alize/model';
import { z } from '@hono/zod-openapi';
import { atMs, idOf, phoneNumber } from './common.ts';
import { script } from './script-document.ts';

const text = z.string().max(10_000);
/** As given: a value, several, or one by row of a matrix or part of an address. */
export const answer = z.union([
  text,
  z.number(),
  z.boolean(),
  z.array(text).max(200),
  z.record(z.string().max(200), text),
]);
const questionId = z.string().max(80);
/** By question id; the tick of a step's legal sentences under `said:<step id>`. */
export const answers = z.record(questionId, answer);

/** How the browser's telephone reaches us: SIP over the WebSocket of the same origin. */
export const seat = z.object({
  socketPath: z.string().describe('Path of the WebSocket on this origin'),
  uri: z.string().describe('`sip:seat-001@alize`'),
  password: z.string(),
  loginUri: z.string().describe('What the browser calls once, at log-in'),
  hasSound: z.boolean().describe('False with the fake Asterisk: the open WebSocket alone is the line'),
});

/** The call an agent is in, or has yet to finish. */
export const currentCall = z.object({
  attemptId: idOf('attempt'),
  campaign: z.object({ id: idOf('campaign'), name: z.string(), kind: z.string(), clientName: z.string() }),
  progress: z.enum(progresses),
  answeredAtMs: atMs.nullable(),
  endedAtMs: atMs.nullable(),
  wrapUpEndsAtMs: atMs.nullable().describe('When wrap-up runs out; null while the call lasts'),
  lead: z.object({
    id: idOf('lead'),
    phoneNumber,
    reference: z.string().nullable(),
    civility: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    company: z.string().nullable(),
    email: z.string().nullable(),
    birthDate: z.string().nullable().describe('ISO date'),
    address: z.string().nullable(),
    addressExtra: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    comment: z.string().nullable(),
    custom: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  history: z
    .array(
      z.object({
        atMs,
        agentName: z.string().nullable(),
        networkResult: z.string().nullable(),
        disposition: z.string().nullable(),
        note: z.string().nullable(),
      }),
    )
    .describe('Earlier calls to this lead, newest first'),
  scriptVersionId: idOf('scriptversion').describe('The version that the call began with'),
  script,
  facts: z
    .object({
      fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      seed: z.number().int(),
    })
    .describe('What the script’s conditions and drawn orders read beside the answers'),
  stepId: z.string().nullable(),
  answers,
  goesOnFrom: z
    .object({ attemptId: idOf('attempt'), atMs, answers })
    .nullable()
    .describe(
      'The earlier call that this one goes on with, and what was answered in it: the desk marks an answer that is still the same; null when it begins anew',
    ),
  note: z.string(),
  dispositions: z.array(z.enum(dispositions)).describe('What may be chosen to end this call'),
});

export const agent = z.object({
  userId: idOf('user'),
  state: z.enum(agentStates),
  pauseReason: z.enum(pauseReasons).nullable(),
  wishedPause: z
    .enum(pauseReasons)
    .nullable()
    .describe('A pause asked for during a call, which starts after its wrap-up'),
  sinceMs: atMs,
  connection: z.enum(agentConnections),
  call: currentCall.nullable(),
  campaigns: z.array(z.object({ id: idOf('campaign'), name: z.string() })),
  today: z.object({ calls: z.number().int(), successes: z.number().int(), talkMs: z.number().int() }),
  callbacks: z
    .array(z.object({ leadId: idOf('lead'), name: z.string(), campaignName: z.string(), atMs }))
    .describe('The agent’s own callbacks to come, soonest first'),
});

export const pauseBody = z.object({ reason: z.enum(chosenPauseReasons) });
/** Only what changed; an answer of null forgets it. */
export const draftBody = z.object({
  answers: z.record(questionId, answer.nullable()).optional(),
  stepId: z.string().max(64).nullable().optional(),
  note: z.string().max(4000).optional(),
});
export const dispositionBody = z.object({
  disposition: z.enum(dispositions),
  callbackAtMs: atMs.optional().describe('For a callback'),
  isCallbackMine: z.boolean().optional().describe('Whether only this agent may take the callback'),
});
