import type { AppointmentId } from '@alize/model';
import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BoardLegend } from '../../shared/booking/board-legend.tsx';
import { calendarWeekQuery } from '../../shared/booking/booking-queries.ts';
import type { Calendar } from '../../shared/booking/contract.ts';
import { WeekBoard } from '../../shared/booking/week-board.tsx';
import { mondayOf } from '../../shared/booking/week-layout.ts';
import { WeekSteps } from '../../shared/booking/week-steps.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { formatZone } from '../../shared/format.ts';
import { dayOf } from '../../shared/local-day.ts';
import { useNow } from '../../shared/use-now.ts';
import { useRefresh } from '../../shared/use-refresh.ts';
import { boardOf } from './board-of.ts';
import { readCalendarSearch } from './calendar-search.ts';

const route = getRouteApi('/signed-in/calendars/$id');

/** A week of the calendar: when it works, what is taken, who comes. */
export function WeekTab({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation('calendars');
  const navigate = useNavigate();
  const now = useNow(60_000);
  const thisWeek = mondayOf(dayOf(now, calendar.hours.zone));
  const { week: first = thisWeek } = route.useSearch();
  const query = calendarWeekQuery(calendar.id, first);
  const week = useQuery(query);
  const refresh = useRefresh(query.queryKey, 1000);
  useEventsOf('appointment.changed', ({ calendarId }) => calendarId === calendar.id && refresh());
  const choose = (monday: string) =>
    void navigate({
      to: '/calendars/$id',
      params: { id: calendar.id },
      search: readCalendarSearch({ week: monday === thisWeek ? undefined : monday }),
      replace: true,
    });
  const open = (appointment: AppointmentId) =>
    void navigate({ to: '/appointments', search: { calendar: calendar.id, appointment } });
  return (
    <Stack>
      <Group justify="space-between">
        <WeekSteps first={first} thisWeek={thisWeek} onWeek={choose} />
        <BoardLegend />
      </Group>
      {week.isError && <ErrorSentence error={week.error} onRetry={() => void week.refetch()} />}
      {week.isPending && <Skeleton height={520} />}
      {week.data && (
        <>
          <WeekBoard
            label={t('week.label', { name: calendar.name })}
            week={boardOf(calendar, week.data, { holiday: t('week.holiday'), off: t('week.off') })}
            nowMs={now}
            onOpen={open}
          />
          <Text size="xs" c="dimmed">
            {t('week.zone', { zone: formatZone(week.data.timeZone) })}
          </Text>
        </>
      )}
    </Stack>
  );
}
