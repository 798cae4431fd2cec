import type { CalendarId, CampaignId, LeadId } from '@alize/model';
import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api.ts';

/** The client's calendars, those put aside too. */
export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: async () => (await ask(api.v1.calendars.$get())).data,
  refetchOnMount: 'always',
});

/** Seven days of a calendar from a day on (`2026-11-23`): hours, what is taken, appointments. */
export const calendarWeekQuery = (id: CalendarId, from: string) =>
  queryOptions({
    queryKey: ['calendars', id, 'week', from],
    queryFn: () => ask(api.v1.calendars[':id'].week.$get({ param: { id }, query: { from } })),
    refetchOnMount: 'always',
    // About people: dropped soon after nobody looks.
    gcTime: 10_000,
  });

/** What can be booked for a lead in the days to come. */
export const slotsQuery = (campaignId: CampaignId, leadId: LeadId, fromMs: number | null, days: number) =>
  queryOptions({
    queryKey: ['slots', campaignId, leadId, fromMs, days],
    queryFn: () =>
      ask(
        api.v1.campaigns[':id'].slots.$get({
          param: { id: campaignId },
          query: { leadId, days: String(days), ...(fromMs !== null && { fromMs: String(fromMs) }) },
        }),
      ),
    refetchOnMount: 'always',
    gcTime: 0,
  });
