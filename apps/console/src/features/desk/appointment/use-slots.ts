import type { AttemptId } from '@alize/model';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, ask } from '../../../shared/api.ts';
import { useEventsOf } from '../../../shared/events.ts';
import { nowMs } from '../../../shared/server-clock.ts';
import type { OfferedSlot } from './held-slot.ts';
import { withTaken } from './slot-columns.ts';

/** How many days are asked for at once. */
export const slotDaysCount = 14;
/** Many appointments may change at once; slots are asked for again when they have come to rest, in ms. */
const restMs = 250;
/** How long a slot that went is still seen, in ms. */
const takenShownMs = 8000;

export const slotsKey = (attemptId: AttemptId) => ['call-slots', attemptId] as const;

/** The times of a fortnight, from an instant or from now on, and what the call holds. */
export const slotsQuery = (attemptId: AttemptId, fromMs: number | null) =>
  queryOptions({
    queryKey: [...slotsKey(attemptId), fromMs],
    queryFn: () =>
      ask(
        api.v1.agent.call[':attemptId'].slots.$get({
          param: { attemptId },
          query: { days: String(slotDaysCount), ...(fromMs !== null && { fromMs: String(fromMs) }) },
        }),
      ),
    refetchOnMount: 'always',
    gcTime: 0,
  });

/** The times on offer from an instant on, asked for again as appointments change, with those just taken by others. */
export function useSlots(attemptId: AttemptId, fromMs: number | null) {
  const client = useQueryClient();
  const query = useQuery(slotsQuery(attemptId, fromMs));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEventsOf('appointment.changed', () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => void client.invalidateQueries({ queryKey: slotsKey(attemptId) }),
      restMs,
    );
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const { data } = query;
  const [before, setBefore] = useState<readonly OfferedSlot[] | null>(null);
  if (data && before === null) setBefore(data.data);
  useEffect(() => {
    const forget = setTimeout(() => data && setBefore(data.data), takenShownMs);
    return () => clearTimeout(forget);
  }, [data]);
  return {
    ...query,
    slots: data ? withTaken(before ?? [], data.data, nowMs()) : [],
    /** In which to tell the times to the person. */
    theirZone: data?.timeZone ?? null,
  };
}
