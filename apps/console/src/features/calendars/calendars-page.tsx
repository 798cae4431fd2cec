import { Anchor, Button, Group, Paper, Skeleton, Stack, Table, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconBuilding, IconCalendarUser, IconPlus, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { calendarsQuery, calendarWeekQuery } from '../../shared/booking/booking-queries.ts';
import type { CalendarRow } from '../../shared/booking/contract.ts';
import { mondayOf } from '../../shared/booking/week-layout.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { formatDateTime, formatZone } from '../../shared/format.ts';
import { dayOf } from '../../shared/local-day.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { Chip } from '../../shared/trade/chip.tsx';
import { useNow } from '../../shared/use-now.ts';
import { useRefresh } from '../../shared/use-refresh.ts';
import { LoadPicture } from './load-picture.tsx';
import { weekLoad } from './week-load.ts';

/** The people and places for whom appointments are booked. */
export function CalendarsPage() {
  const { t } = useTranslation('calendars');
  const calendars = useQuery(calendarsQuery);
  useEventsOf('appointment.changed', useRefresh(calendarsQuery.queryKey, 1000));
  const add = (
    <Button
      leftSection={<IconPlus size={18} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/calendars/new" />}
    >
      {t('add')}
    </Button>
  );
  return (
    <>
      <PageTitle title={t('title')} description={t('description')}>
        {(calendars.data?.length ?? 0) > 0 && add}
      </PageTitle>
      {calendars.isError && (
        <ErrorSentence error={calendars.error} onRetry={() => void calendars.refetch()} />
      )}
      {calendars.isPending && (
        <Stack gap="xs" aria-hidden>
          <Skeleton height={64} />
          <Skeleton height={64} />
          <Skeleton height={64} />
        </Stack>
      )}
      {calendars.data?.length === 0 && (
        <Paper withBorder>
          <EmptyState icon={IconCalendarUser} title={t('empty')} action={add}>
            {t('emptyText')}
          </EmptyState>
        </Paper>
      )}
      {calendars.data && calendars.data.length > 0 && <CalendarTable calendars={calendars.data} />}
    </>
  );
}

function CalendarTable({ calendars }: { calendars: readonly CalendarRow[] }) {
  const { t } = useTranslation('calendars');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={860}>
        <Table aria-label={t('title')} horizontalSpacing="md" verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.name')}</Table.Th>
              <Table.Th>{t('column.next')}</Table.Th>
              <Table.Th>{t('column.load')}</Table.Th>
              <Table.Th>{t('column.slot')}</Table.Th>
              <Table.Th>{t('column.served')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {calendars.map((calendar) => (
              <Row key={calendar.id} calendar={calendar} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Row({ calendar }: { calendar: CalendarRow }) {
  const { t } = useTranslation('calendars');
  const { id, name, kind, areas, skills, durationMinutes, isActive, hours, inbound } = calendar;
  const Picture = kind === 'person' ? IconUser : IconBuilding;
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <Picture size={20} aria-hidden />
          <div>
            <Anchor fw={600} renderRoot={(props) => <Link {...props} to="/calendars/$id" params={{ id }} />}>
              {name}
            </Anchor>
            <Text size="xs" c="dimmed">
              {t(`kind.${kind}`)} · {formatZone(hours.zone)}
            </Text>
          </div>
          {!isActive && <Chip color="gray">{t('inactive')}</Chip>}
          {inbound?.failure && (
            <Tooltip label={inbound.failure.detail} multiline maw={320}>
              <span>
                <Chip color="red" icon={<IconAlertTriangle size={14} aria-hidden />}>
                  {t('unread')}
                </Chip>
              </span>
            </Tooltip>
          )}
        </Group>
      </Table.Td>
      <Table.Td>
        <NextSlot calendar={calendar} />
      </Table.Td>
      <Table.Td>
        <Load calendar={calendar} />
      </Table.Td>
      <Table.Td className="figures">{t('durationOf', { minutes: durationMinutes })}</Table.Td>
      <Table.Td maw={260}>
        <Text size="sm" truncate>
          {areas.length === 0 ? t('areas.all') : areas.join(', ')}
        </Text>
        {skills.length > 0 && (
          <Text size="xs" c="dimmed" truncate>
            {skills.join(', ')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function NextSlot({ calendar: { nextSlotAtMs, isActive, hours } }: { calendar: CalendarRow }) {
  const { t, i18n } = useTranslation('calendars');
  if (!isActive) return <Text c="dimmed">–</Text>;
  if (nextSlotAtMs === null) return <Text size="sm">{t('noSlot')}</Text>;
  return (
    <Text size="sm" fw={600} className="figures">
      {formatDateTime(nextSlotAtMs, i18n.language, hours.zone)}
    </Text>
  );
}

function Load({ calendar }: { calendar: CalendarRow }) {
  const now = useNow(60_000);
  const week = useQuery(calendarWeekQuery(calendar.id, mondayOf(dayOf(now, calendar.hours.zone))));
  if (!week.data) return <Skeleton height={44} width={122} />;
  return <LoadPicture days={weekLoad(calendar, week.data)} />;
}
