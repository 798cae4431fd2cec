import type { LineType } from '@alize/model';
import type { Place } from './place.ts';

interface Where {
  readonly territories: readonly string[];
  readonly states?: readonly string[];
  readonly zones: readonly string[];
  readonly lineType?: LineType;
}

/** A frozen place of an ordinary subscriber, made once and given to everybody who asks for its range. */
export function personIn({ territories, states = [], zones, lineType = 'unknown' }: Where): Place {
  return frozen({ kind: 'person', territories, states, zones, lineType });
}

/** A frozen place of numbers that no dialler may call. */
export function forbiddenIn(territories: readonly string[], zones: readonly string[]): Place {
  return frozen({ kind: 'forbidden', territories, states: [], zones, lineType: 'unknown' });
}

function frozen(place: Place): Place {
  return Object.freeze({
    ...place,
    territories: Object.freeze([...place.territories]),
    states: Object.freeze([...place.states]),
    zones: Object.freeze([...place.zones]),
  });
}
