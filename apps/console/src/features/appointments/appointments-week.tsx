import type { AppointmentId } from '@alize/model';
import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BoardLegend } from '../../shared/booking/board-legend.tsx';
import { calendarsQuery, calendarWeekQuery } from '../../shared/booking/booking-queries.ts';
import type { AppointmentRow } from '../../shared/booking/contract.ts';
import { type BoardWeek, WeekBoard } from '../../shared/booking/week-board.tsx';
import { mondayOf } from '../../shared/booking/week-layout.ts';
import { WeekSteps } from '../../shared/booking/week-steps.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { formatZone } from '../../shared/format.ts';
import { dayOf } from '../../shared/local-day.ts';
import { useMe } from '../../shared/session.tsx';
import { useNow } from '../../shared/use-now.ts';
import { useRefresh } from '../../shared/use-refresh.ts';
import { weekAppointmentsQuery } from './appointment-queries.ts';
import { type AppointmentSearch, weekFilterOf } from './appointment-search.ts';

/** A week of appointments; of one calendar, with its hours and what else is taken. */
export function AppointmentsWeek({
  search,
  onOpen,
  onWeek,
}: {
  search: AppointmentSearch;
  onOpen: (id: AppointmentId) => void;
  onWeek: (monday: string) => void;
}) {
  const { t } = useTranslation('appointments');
  const { timeZone } = useMe();
  const now = useNow(60_000);
  const { data: calendars = [] } = useQuery(calendarsQuery);
  const calendar = calendars.find(({ id }) => id === search.calendar);
  const zone =
    calendar?.hours.zone ??
    zoneOf(
      calendars.map(({ hours }) => hours.zone),
      timeZone,
    );
  const thisWeek = mondayOf(dayOf(now, zone));
  const first = search.week ?? thisWeek;
  const query = weekAppointmentsQuery(weekFilterOf(search, first, zone));
  const appointments = useQuery(query);
  const hours = useQuery({
    // Asked for one calendar only; the id stands for no other.
    ...calendarWeekQuery(calendar?.id ?? 'calendar_', first),
    enabled: calendar !== undefined,
  });
  useEventsOf('appointment.changed', useRefresh(query.queryKey, 1000));
  const board: BoardWeek = {
    ...{ first, zone },
    open: calendar ? (hours.data?.days.flatMap(({ windows }) => windows) ?? []) : null,
    busy: hours.data?.busy ?? [],
    appointments: (appointments.data ?? []).map((row) => drawn(row, calendar === undefined)),
    bufferBeforeMinutes: calendar?.bufferBeforeMinutes ?? 0,
    bufferAfterMinutes: calendar?.bufferAfterMinutes ?? 0,
    off: {},
  };
  return (
    <Stack>
      <Group justify="space-between">
        <WeekSteps first={first} thisWeek={thisWeek} onWeek={onWeek} />
        {calendar && <BoardLegend />}
      </Group>
      {appointments.isError && (
        <ErrorSentence error={appointments.error} onRetry={() => void appointments.refetch()} />
      )}
      {appointments.isPending ? (
        <Skeleton height={520} />
      ) : (
        <WeekBoard label={t('view.week')} week={board} nowMs={now} onOpen={onOpen} />
      )}
      <Text size="xs" c="dimmed" role="status">
        {t('weekShown', { count: board.appointments.length, zone: formatZone(zone) })}
      </Text>
    </Stack>
  );
}

/** The calendars' own zone when they share one. */
const zoneOf = (zones: readonly string[], otherwise: string): string =>
  zones[0] !== undefined && new Set(zones).size === 1 ? zones[0] : otherwise;

const drawn = (
  { id, state, startsAtMs, endsAtMs, leadName, calendarName }: AppointmentRow,
  isNamed: boolean,
) => ({
  ...{ id, state, startsAtMs, endsAtMs },
  name: leadName,
  calendarName: isNamed ? calendarName : '',
});
