import type { AppointmentId, CalendarId, CampaignId, LeadId } from '@alize/model';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../shared/api.ts';
import type { Appointment, AppointmentRow } from '../../shared/booking/contract.ts';
import type { AppointmentFilter } from './appointment-search.ts';

const one = api.v1.appointments[':id'];

/** Appointments that fit, by when they begin, page by page. */
export const appointmentsQuery = (filter: AppointmentFilter) =>
  infiniteQueryOptions({
    queryKey: ['appointments', filter],
    queryFn: ({ pageParam }) =>
      ask(
        api.v1.appointments.$get({
          query: { ...filter, limit: '100', ...(pageParam && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
    // About people: dropped soon after nobody looks.
    gcTime: 10_000,
  });

/** Every appointment of a week; the api gives them by pages. */
export const weekAppointmentsQuery = (filter: AppointmentFilter) =>
  queryOptions({
    queryKey: ['appointments', 'week', filter],
    queryFn: () => everyPage(filter, ''),
    refetchOnMount: 'always',
    gcTime: 10_000,
  });

async function everyPage(filter: AppointmentFilter, cursor: string): Promise<AppointmentRow[]> {
  const page = await ask(
    api.v1.appointments.$get({ query: { ...filter, limit: '200', ...(cursor && { cursor }) } }),
  );
  return page.next ? [...page.data, ...(await everyPage(filter, page.next))] : page.data;
}

export const appointmentQuery = (id: AppointmentId) =>
  queryOptions({
    queryKey: ['appointments', 'one', id],
    queryFn: () => ask(one.$get({ param: { id } })),
    refetchOnMount: 'always',
    gcTime: 10_000,
  });

/** Leads among which one is chosen to book for. */
export const leadChoicesQuery = (campaignId: CampaignId, search: string) =>
  queryOptions({
    queryKey: ['leads', 'choices', campaignId, search],
    queryFn: async () =>
      (
        await ask(
          api.v1.campaigns[':id'].leads.$get({ param: { id: campaignId }, query: { search, limit: '10' } }),
        )
      ).data,
    gcTime: 0,
  });

export type AppointmentWish =
  | {
      readonly kind: 'book';
      /** The same wish sent twice books once. */
      readonly key: string;
      readonly campaignId: CampaignId;
      readonly leadId: LeadId;
      readonly startsAtMs: number;
      readonly calendarId: CalendarId;
      readonly note: string;
    }
  | {
      readonly kind: 'move';
      readonly id: AppointmentId;
      readonly startsAtMs: number;
      readonly calendarId: CalendarId;
      readonly reason: string;
    }
  | { readonly kind: 'cancel'; readonly id: AppointmentId; readonly reason: string }
  | { readonly kind: 'kept' | 'no_show'; readonly id: AppointmentId };

/** Books, moves, cancels, or notes what became of an appointment. */
export function useChangeAppointment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: changeAppointment,
    onSuccess: (saved) => client.setQueryData(appointmentQuery(saved.id).queryKey, saved),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['appointments'] });
      void client.invalidateQueries({ queryKey: ['slots'] });
      void client.invalidateQueries({ queryKey: ['calendars'] });
    },
  });
}

function changeAppointment(wish: AppointmentWish): Promise<Appointment> {
  if (wish.kind === 'book') {
    const { kind: _, key, ...json } = wish;
    return ask(api.v1.appointments.$post({ header: { 'idempotency-key': key }, json }));
  }
  const param = { id: wish.id };
  switch (wish.kind) {
    case 'move': {
      const { startsAtMs, calendarId, reason } = wish;
      return ask(one.move.$post({ param, json: { startsAtMs, calendarId, reason } }));
    }
    case 'cancel':
      return ask(one.cancel.$post({ param, json: { reason: wish.reason } }));
    case 'kept':
      return ask(one.kept.$post({ param }));
    case 'no_show':
      return ask(one['no-show'].$post({ param, json: {} }));
    default:
      return wish satisfies never;
  }
}

/** Where the same rows come as a file. */
export function fileAddress(format: 'csv' | 'xlsx', filter: AppointmentFilter): string {
  const query = new URLSearchParams({ ...filter }).toString();
  return `/v1/appointments.${format}${query && `?${query}`}`;
}
