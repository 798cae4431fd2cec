import type { CalendarId } from '@alize/model';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType } from 'hono/client';
import { api, ask, askTagged, ifMatch } from '../../shared/api.ts';
import { calendarsQuery } from '../../shared/booking/booking-queries.ts';
import type { CalendarSettings } from '../../shared/booking/contract.ts';

const one = api.v1.calendars[':id'];
export type InboundWish = InferRequestType<typeof one.inbound.$put>['json'];

/** A calendar with its version, which goes with each change. */
export const calendarQuery = (id: CalendarId) =>
  queryOptions({
    queryKey: ['calendars', id],
    queryFn: () => askTagged(one.$get({ param: { id } })),
    refetchOnMount: 'always',
  });

/** The address at which other programs read the calendar. */
export const feedQuery = (id: CalendarId) =>
  queryOptions({
    queryKey: ['calendars', id, 'feed'],
    queryFn: () => ask(one.feed.$get({ param: { id } })),
    // Who knows the address may read the calendar.
    gcTime: 0,
  });

export type CalendarWish =
  | { readonly kind: 'add'; readonly settings: CalendarSettings }
  | {
      readonly kind: 'change';
      readonly id: CalendarId;
      readonly etag: string;
      readonly settings: CalendarSettings;
    };

/** Adds or changes a calendar; refused with 412 when somebody else has changed it meanwhile. */
export function useSaveCalendar() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: CalendarWish) =>
      wish.kind === 'add'
        ? askTagged(api.v1.calendars.$post({ json: wish.settings }))
        : askTagged(one.$patch({ param: { id: wish.id }, header: ifMatch(wish.etag), json: wish.settings })),
    onSuccess: (saved) => {
      client.setQueryData(calendarQuery(saved.value.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: calendarsQuery.queryKey });
    },
  });
}

export function useRemoveCalendar(id: CalendarId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask(one.$delete({ param: { id } })),
    onSuccess: () => client.invalidateQueries({ queryKey: calendarsQuery.queryKey, exact: true }),
  });
}

export type LinkWish =
  | { readonly kind: 'renewFeed' }
  | { readonly kind: 'inbound'; readonly inbound: InboundWish }
  | { readonly kind: 'readNow' };

/** Changes what the calendar is linked with. */
export function useLinkCalendar(id: CalendarId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wish: LinkWish): Promise<unknown> => {
      const param = { id };
      if (wish.kind === 'renewFeed') return ask(one.feed.renew.$post({ param }));
      if (wish.kind === 'readNow') return ask(one.inbound.read.$post({ param }));
      return ask(one.inbound.$put({ param, json: wish.inbound }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: calendarsQuery.queryKey }),
  });
}
