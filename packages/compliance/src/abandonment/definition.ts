/**
 * How one law counts abandoned calls. All instants are raw, so that each law reads its own "abandoned" from them.
 */
export interface AbandonmentDefinition {
  /** From which instant the limit runs: the answer, or the end of the person's greeting (the answer when not heard). */
  readonly from: 'answer' | 'greeting_end';
  /** A call not connected to an agent within this is abandoned. */
  readonly secondsMax: number;
  /** Share of the denominator, 0 to 1. */
  readonly ratioMax: number;
  /** Our inner target, 0 to 1; dialling slows down before the limit. */
  readonly ratioTarget: number;
  /** What the share is of. `live`: answered by a person or by nobody knows whom. `connected`: live and given to an agent in time ("successful"). */
  readonly denominator: 'live' | 'connected';
  /**
   * `successive_days`: buckets of so many days from the campaign's first call. `calendar_month`, `calendar_day`: in the
   * zone of the account. `rolling_hours`: the hours before the instant.
   */
  readonly window:
    | { readonly kind: 'successive_days'; readonly days: number }
    | { readonly kind: 'calendar_month' }
    | { readonly kind: 'calendar_day' }
    | { readonly kind: 'rolling_hours'; readonly hours: number };
  /** Whether calls of every mode count, or those of predictive dialling alone. */
  readonly modes: 'all' | 'predictive';
  /**
   * Below so many live answers in a window the share means nothing yet: where the account stands is then judged by the
   * abandoned calls as a share of this many.
   */
  readonly liveAnswersMin: number;
}
