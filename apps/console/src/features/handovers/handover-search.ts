import {
  type HandoverId,
  type HandoverState,
  handoverStates,
  isId,
  type ListId,
  type UserId,
} from '@alize/model';

/** What is shown of a campaign's hand-overs. */
export const handoverViews = ['list', 'rates', 'settings'] as const;

/** The filters of a campaign's hand-overs as they stand in the address. */
export interface HandoverSearch {
  readonly view?: 'rates' | 'settings';
  readonly state?: HandoverState;
  readonly agent?: UserId;
  readonly list?: ListId;
  /** The hand-over whose detail is open. */
  readonly handover?: HandoverId;
}

/** The filters in an address; whatever is none is left out, so a mistyped link still opens the page. */
export function readHandoverSearch({
  view,
  state,
  agent,
  list,
  handover,
}: Record<string, unknown>): HandoverSearch {
  const known = handoverStates.find((one) => one === state);
  return {
    ...((view === 'rates' || view === 'settings') && { view }),
    ...(known && { state: known }),
    ...(isId('user', agent) && { agent }),
    ...(isId('list', list) && { list }),
    ...(isId('handover', handover) && { handover }),
  };
}
