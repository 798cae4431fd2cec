import { demonstrationBehaviour } from '@alize/infra';
import { isFictionNumber, isPhoneNumber } from '@alize/model';

/** What the network and the callee do with one call. */
export interface CalleePlan {
  /** Milliseconds from the INVITE to the first ring; null when it never rings. */
  readonly ringAfterMs: number | null;
  readonly reaction: CalleeReaction;
}

/** `afterMs` counts from the INVITE. */
export type CalleeReaction =
  | {
      readonly kind: 'answer';
      readonly afterMs: number;
      /** Hangs up so long after being connected with an agent; stays on the line when absent. */
      readonly talkMs?: number;
      /** Hangs up so long after the answer, connected or not. */
      readonly hangUpAfterMs?: number;
      /** Presses 9 one second into the recorded message. */
      readonly objects?: boolean;
    }
  | { readonly kind: 'busy' | 'invalid' | 'congestion'; readonly afterMs: number }
  | { readonly kind: 'no_answer' };

/** Somebody who answers after 1 s and stays on the line. */
export const answersAndStays: CalleePlan = { ringAfterMs: 200, reaction: { kind: 'answer', afterMs: 1000 } };

/** What the demonstration trunk does with a number, with the same shares and times as on a real Asterisk. */
export function planByNumber(number: string): CalleePlan {
  if (!isPhoneNumber(number) || !isFictionNumber(number)) return unallocated;
  const does = demonstrationBehaviour(Number(number.slice(-2)));
  switch (does.kind) {
    case 'person':
    case 'machine':
      return {
        ringAfterMs: 100,
        reaction: {
          kind: 'answer',
          afterMs: does.ringSeconds * 1000,
          hangUpAfterMs: does.staySeconds * 1000,
        },
      };
    case 'busy':
      return { ringAfterMs: null, reaction: { kind: 'busy', afterMs: 1000 } };
    case 'no_answer':
      return { ringAfterMs: 100, reaction: { kind: 'no_answer' } };
    case 'wrong_number':
      return unallocated;
    case 'congestion':
      return { ringAfterMs: null, reaction: { kind: 'congestion', afterMs: 20 } };
    default:
      return does satisfies never;
  }
}

const unallocated: CalleePlan = { ringAfterMs: null, reaction: { kind: 'invalid', afterMs: 20 } };
