import type { AnsweredCall } from './answered-call.ts';
import type { AbandonmentDefinition } from './definition.ts';

/** How the laws count, as the tests of this folder need them; the packs hold the real ones. */
export const laws = {
  us: {
    from: 'greeting_end',
    secondsMax: 2,
    ratioMax: 0.03,
    ratioTarget: 0.02,
    denominator: 'live',
    window: { kind: 'successive_days', days: 30 },
    modes: 'all',
    liveAnswersMin: 100,
  },
  uk: {
    from: 'answer',
    secondsMax: 2,
    ratioMax: 0.03,
    ratioTarget: 0.02,
    denominator: 'live',
    window: { kind: 'rolling_hours', hours: 24 },
    modes: 'all',
    liveAnswersMin: 100,
  },
  ca: {
    from: 'answer',
    secondsMax: 2,
    ratioMax: 0.05,
    ratioTarget: 0.04,
    denominator: 'live',
    window: { kind: 'calendar_month' },
    modes: 'predictive',
    liveAnswersMin: 100,
  },
  it: {
    from: 'answer',
    secondsMax: 3,
    ratioMax: 0.03,
    ratioTarget: 0.02,
    denominator: 'connected',
    window: { kind: 'calendar_day' },
    modes: 'all',
    liveAnswersMin: 100,
  },
  fr: {
    from: 'answer',
    secondsMax: 2,
    ratioMax: 0.03,
    ratioTarget: 0.02,
    denominator: 'live',
    window: { kind: 'calendar_day' },
    modes: 'all',
    liveAnswersMin: 100,
  },
} as const satisfies Record<string, AbandonmentDefinition>;

export const noonMs = Date.parse('2026-11-23T12:00:00Z');

/** A call answered by a person at noon who is still on the line; instants in seconds after the answer. */
export function answered(
  after: {
    readonly greeting?: number | undefined;
    readonly connected?: number | undefined;
    readonly message?: number | undefined;
    readonly ended?: number | undefined;
  } = {},
  change: Partial<AnsweredCall> = {},
): AnsweredCall {
  const answeredAtMs = change.answeredAtMs ?? noonMs;
  const ms = (seconds: number | undefined) =>
    seconds === undefined ? null : answeredAtMs + Math.round(seconds * 1000);
  return {
    mode: 'predictive',
    detected: 'person',
    answeredAtMs,
    greetingEndedAtMs: ms(after.greeting),
    connectedAtMs: ms(after.connected),
    messageStartedAtMs: ms(after.message),
    endedAtMs: ms(after.ended),
    ...change,
  };
}
