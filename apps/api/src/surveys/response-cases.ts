import type { leadsByResult } from '@alize/db';
import type { Disposition, InterviewState, NetworkResult } from '@alize/model';
import type { Cases } from '@alize/surveys';

/** Cases as AAPOR counts them; `NE`: not eligible, outside of every rate. */
export type CaseCode = keyof Cases | 'NE';
export type CaseCounts = Readonly<Record<CaseCode, number>>;

type Result = Awaited<ReturnType<typeof leadsByResult>>[number];

/**
 * What became of the leads, by the final disposition codes of AAPOR for telephone surveys of named persons. Interviews
 * go before calls. `partials`: break-offs with half of their questions answered, or more (AAPOR leaves where the line is
 * drawn to the survey, and asks that it be said).
 */
export function casesOf(results: readonly Result[], partials: number): CaseCounts {
  const counts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
  for (const result of results) counts[codeOf(result)] += result.count;
  const moved = Math.min(partials, counts.R);
  return { ...counts, R: counts.R - moved, P: moved };
}

function codeOf({ interview, disposition, networkResult, leadState }: Result): CaseCode {
  if (interview) return ofInterview(interview, leadState === 'closed');
  return disposition ? ofDisposition(disposition) : ofNetwork(networkResult);
}

function ofInterview(state: InterviewState, isClosed: boolean): CaseCode {
  switch (state) {
    case 'complete':
      return 'I';
    case 'break_off':
    case 'refusal':
      return 'R';
    case 'started':
      return isClosed ? 'R' : 'NC';
    case 'screened_out':
    case 'quota_full':
      return 'NE';
    default:
      return state satisfies never;
  }
}

function ofDisposition(disposition: Disposition): CaseCode {
  switch (disposition) {
    case 'success':
      return 'I';
    case 'not_interested':
    case 'do_not_call':
      return 'R';
    case 'out_of_target':
      return 'NE';
    case 'callback':
    case 'answering_machine':
      return 'NC';
    case 'language_barrier':
    case 'dropped':
      return 'O';
    case 'wrong_person':
    case 'wrong_number':
    case 'none':
      return 'UO';
    default:
      return disposition satisfies never;
  }
}

function ofNetwork(result: NetworkResult | null): CaseCode {
  if (result === 'invalid_number') return 'NE';
  return result === 'answered' ? 'UO' : 'UH';
}
