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

/**
 * The plan of a number in the shares of a real list: of a hundred, 55 answer (20 of them answering machines),
 * 30 do not, 7 are busy, 5 do not exist, 3 meet congestion. A number always gets the same plan.
 */
export function planByNumber(number: string): CalleePlan {
  const seed = hash(number);
  const share = seed % 100;
  const answerMs = 2000 + (seed % 9000);
  if (share < 35) {
    return {
      ringAfterMs: 500,
      reaction: { kind: 'answer', afterMs: answerMs, talkMs: 15_000 + (seed % 60_000) },
    };
  }
  if (share < 55)
    return { ringAfterMs: 500, reaction: { kind: 'answer', afterMs: 12_000, hangUpAfterMs: 30_000 } };
  if (share < 85) return { ringAfterMs: 500, reaction: { kind: 'no_answer' } };
  if (share < 92) return { ringAfterMs: 500, reaction: { kind: 'busy', afterMs: 1500 } };
  if (share < 97) return { ringAfterMs: null, reaction: { kind: 'invalid', afterMs: 300 } };
  return { ringAfterMs: null, reaction: { kind: 'congestion', afterMs: 300 } };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return sum;
}
