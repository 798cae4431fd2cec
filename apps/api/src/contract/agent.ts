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
  /** Path of the WebSocket on this origin. */
  socketPath: z.string(),
  /** `sip:seat-001@alize`. */
  uri: z.string(),
  password: z.string(),
  /** What the browser calls once, at log-in. */
  loginUri: z.string(),
});

/** The call an agent is in, or has yet to finish. */
export const currentCall = z.object({
  attemptId: idOf('attempt'),
  campaign: z.object({ id: idOf('campaign'), name: z.string(), kind: z.string(), clientName: z.string() }),
  progress: z.enum(progresses),
  answeredAtMs: atMs.nullable(),
  endedAtMs: atMs.nullable(),
  /** When wrap-up runs out; null while the call lasts. */
  wrapUpEndsAtMs: atMs.nullable(),
  lead: z.object({
    id: idOf('lead'),
    phoneNumber,
    reference: z.string().nullable(),
    civility: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    company: z.string().nullable(),
    email: z.string().nullable(),
    /** ISO date. */
    birthDate: z.string().nullable(),
    address: z.string().nullable(),
    addressExtra: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    comment: z.string().nullable(),
    custom: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
  /** Earlier calls to this lead, newest first. */
  history: z.array(
    z.object({
      atMs,
      agentName: z.string().nullable(),
      networkResult: z.string().nullable(),
      disposition: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  /** The version that the call began with. */
  scriptVersionId: idOf('scriptversion'),
  script,
  /** What the script's conditions and drawn orders read beside the answers. */
  facts: z.object({
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    seed: z.number().int(),
  }),
  stepId: z.string().nullable(),
  answers,
  /**
   * The earlier call that this one goes on with, and what was answered in it: the desk marks an answer that is still the
   * same; null when it begins anew.
   */
  goesOnFrom: z.object({ attemptId: idOf('attempt'), atMs, answers }).nullable(),
  note: z.string(),
  /** What may be chosen to end this call. */
  dispositions: z.array(z.enum(dispositions)),
});

export const agent = z.object({
  userId: idOf('user'),
  state: z.enum(agentStates),
  pauseReason: z.enum(pauseReasons).nullable(),
  /** A pause asked for during a call, which starts after its wrap-up. */
  wishedPause: z.enum(pauseReasons).nullable(),
  sinceMs: atMs,
  connection: z.enum(agentConnections),
  call: currentCall.nullable(),
  campaigns: z.array(z.object({ id: idOf('campaign'), name: z.string() })),
  today: z.object({ calls: z.number().int(), successes: z.number().int(), talkMs: z.number().int() }),
  /** The agent's own callbacks to come, soonest first. */
  callbacks: z.array(z.object({ leadId: idOf('lead'), name: z.string(), campaignName: z.string(), atMs })),
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
  /** For a callback. */
  callbackAtMs: atMs.optional(),
  /** Whether only this agent may take the callback. */
  isCallbackMine: z.boolean().optional(),
});
