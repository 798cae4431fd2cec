import type { CallMode } from '@alize/model';
import type { AbandonmentDefinition } from '../abandonment/definition.ts';
import type { Ground, Hours, Rest, Window } from '../pack.ts';

/** The same windows from Monday to Friday, and those of the two days that follow; none where none are given. */
export function week(
  weekdays: readonly Window[],
  saturday: readonly Window[] = [],
  sunday: readonly Window[] = [],
): Hours['week'] {
  return { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays, 6: saturday, 7: sunday };
}

/** GDPR art. 4(11): a clear affirmative act; silence is none. */
export const expressConsent = { by: 'consent', form: 'express' } as const satisfies Ground;

/** GDPR art. 7(1): who relies on a consent must be able to show it. */
export const provenConsent = { by: 'consent', form: 'express', proven: true } as const satisfies Ground;

/** The person agreed to this very instant; a quarter of an hour of grace. */
export const agreedSlot = { by: 'slot', minutesMax: 15 } as const satisfies Ground;

/** GDPR art. 21(2)-(3): absolute for direct marketing, and without end; only a later consent opens the line again. */
export const objected = {
  after: ['objection', 'withdrawal', 'stop'],
  lasting: 'for_good',
} as const satisfies Rest;

/** Modes in which a person may pick up while no agent is free. */
export const unguaranteedModes = ['power', 'predictive', 'recorded'] as const satisfies readonly CallMode[];

/** Our own bound where a law gives none: 3 % of live answers per campaign and day, 2 seconds from the answer. */
export const abandonmentPolicy = {
  from: 'answer',
  secondsMax: 2,
  ratioMax: 0.03,
  ratioTarget: 0.02,
  denominator: 'live',
  window: { kind: 'calendar_day' },
  modes: 'all',
  liveAnswersMin: 100,
} as const satisfies AbandonmentDefinition;
