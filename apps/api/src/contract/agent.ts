import {
  agentConnections,
  agentStates,
  chosenPauseReasons,
  dispositions,
  pauseReasons,
  progresses,
  questionKinds,
} from '@alize/model';
import { z } from '@hono/zod-openapi';
import { atMs, idOf, phoneNumber } from './common.ts';

export const script = z.object({
  steps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      say: z.string(),
      isLegal: z.boolean(),
      questions: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(questionKinds),
          label: z.string(),
          isRequired: z.boolean(),
          options: z.array(z.object({ value: z.string(), label: z.string() })),
          min: z.number().nullable(),
          max: z.number().nullable(),
        }),
      ),
      branches: z.array(z.object({ questionId: z.string(), equals: z.string(), goTo: z.string() })),
    }),
  ),
  objections: z.array(z.object({ title: z.string(), answer: z.string() })),
});

export const answers = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);

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
    address: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
    comment: z.string().nullable(),
    custom: z.record(z.string(), z.string()),
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
  script,
  stepId: z.string().nullable(),
  answers,
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
  answers: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]))
    .optional(),
  stepId: z.string().nullable().optional(),
  note: z.string().max(4000).optional(),
});
export const dispositionBody = z.object({
  disposition: z.enum(dispositions),
  /** For a callback. */
  callbackAtMs: atMs.optional(),
  /** Whether only this agent may take the callback. */
  isCallbackMine: z.boolean().optional(),
});
