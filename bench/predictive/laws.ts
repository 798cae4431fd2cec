import { draw, type Law, type Random, randomOf } from './chance.ts';

/**
 * What callees and agents do. An hour is lived in ten minutes: talk (120 s) and wrap-up (24 s) are made six times
 * shorter. Ringing, patience and the law's two seconds are as long as they are, so a call rings a third as long as
 * an agent talks, which makes it harder to foretell than in life.
 */
export const laws = {
  personShare: 0.3,
  busyShare: 0.1,
  unknownShare: 0.05,
  /** From the INVITE; drawn again until it fits into the ring time, which makes the mean half a second less. */
  answerDelay: { kind: 'gamma', mean: 8, variation: 0.6 },
  failDelay: { kind: 'gamma', mean: 1.5, variation: 0.5 },
  /** From the agent's first sound on. */
  talk: { kind: 'lognormal', mean: 20, variation: 0.8 },
  wrapUp: { kind: 'gamma', mean: 4, variation: 0.5 },
  /** From the answer on, for who hears no agent. */
  patience: { kind: 'exponential', mean: 8 },
} as const satisfies Readonly<Record<string, number | Law>>;

export const ringSeconds = 20;
/** Wide enough to hold nobody back. */
export const trunk = { linesMax: 500, callsPerSecondMax: 50 } as const;
/** All the numbers that ARCEP keeps for fiction in 06 39 98. */
export const leadsCount = 10_000;
/** A person who answers does so this long before the caller would give up, so that the two never cross. */
const answerMarginSeconds = 0.5;

/** What a number does when it is called. */
export type Fate =
  | { readonly kind: 'person'; readonly ringMs: number; readonly talkMs: number; readonly patienceMs: number }
  | { readonly kind: 'busy' | 'unknown'; readonly afterMs: number }
  | { readonly kind: 'rings_out' };

/** Always the same for the same seed and number, in whatever order numbers are called. */
export function fateOf(seed: number, number: string): Fate {
  const random = randomOf(seed, number);
  const lot = random();
  const { personShare, busyShare, unknownShare } = laws;
  if (lot < personShare) return person(random);
  if (lot < personShare + busyShare) return { kind: 'busy', afterMs: ms(laws.failDelay, random) };
  if (lot < personShare + busyShare + unknownShare)
    return { kind: 'unknown', afterMs: ms(laws.failDelay, random) };
  return { kind: 'rings_out' };
}

/** Seconds until a person answers, within the ring time. */
function answerSeconds(random: Random): number {
  for (;;) {
    const seconds = draw(laws.answerDelay, random);
    if (seconds < ringSeconds - answerMarginSeconds) return seconds;
  }
}

/** How long the wrap-up after a call to a number lasts. */
export function wrapUpMs(seed: number, number: string): number {
  return ms(laws.wrapUp, randomOf(seed, `wrap-up ${number}`));
}

function person(random: Random): Fate {
  return {
    kind: 'person',
    ringMs: answerSeconds(random) * 1000,
    talkMs: ms(laws.talk, random),
    patienceMs: ms(laws.patience, random),
  };
}

function ms(law: Law, random: Random): number {
  return draw(law, random) * 1000;
}
