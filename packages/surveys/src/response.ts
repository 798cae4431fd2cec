/** Cases by what became of them, in the letters of AAPOR. */
export interface Cases {
  /** Complete interviews. */
  readonly I: number;
  /** Partial interviews. */
  readonly P: number;
  /** Refusals and break-offs. */
  readonly R: number;
  /** Eligible, and never reached in person. */
  readonly NC: number;
  /** Eligible, reached, not interviewed for other reasons. */
  readonly O: number;
  /** Unknown whether anybody eligible is there: no answer, busy. */
  readonly UH: number;
  /** Unknown otherwise. */
  readonly UO: number;
}

/** Shares, 0 to 1; null where there is no case to count. */
export interface OutcomeRates {
  readonly RR1: number | null;
  readonly RR2: number | null;
  readonly COOP1: number | null;
  readonly REF1: number | null;
  readonly CON1: number | null;
}

/**
 * Response, cooperation, refusal and contact rates (AAPOR, Standard Definitions: Final Dispositions of Case Codes and
 * Outcome Rates for Surveys, 9th edition 2016, “Calculating rates from response distributions”). RR1, COOP1, REF1 and CON1 are the most cautious of each: every case of unknown
 * eligibility counts as eligible.
 */
export function outcomeRates({ I, P, R, NC, O, UH, UO }: Cases): OutcomeRates {
  const all = I + P + R + NC + O + UH + UO;
  const reached = I + P + R + O;
  return {
    RR1: ratio(I, all),
    RR2: ratio(I + P, all),
    COOP1: ratio(I, reached),
    REF1: ratio(R, all),
    CON1: ratio(reached, all),
  };
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
