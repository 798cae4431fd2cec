import { isId, type LeadId, type LeadState, type ListId, leadStates } from '@alize/model';

/** The filters of the leads page as they stand in its address. What is searched for never does: it is about a person. */
export interface LeadSearch {
  readonly list?: ListId;
  readonly state?: LeadState;
  /** Only those that may be called now. */
  readonly due?: true;
  /** The lead whose detail is open. */
  readonly lead?: LeadId;
}

/** The filters in an address; whatever is none is left out, so a mistyped link still opens the page. */
export function readLeadSearch({ list, state, due, lead }: Record<string, unknown>): LeadSearch {
  const known = leadStates.find((one) => one === state);
  return {
    ...(isId('list', list) && { list }),
    ...(known && { state: known }),
    ...(due === true && { due }),
    ...(isId('lead', lead) && { lead }),
  };
}
