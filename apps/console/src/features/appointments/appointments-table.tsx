import type { AppointmentId } from '@alize/model';
import { Anchor, Button, Paper, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconCalendarEvent, IconCalendarPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppointmentChip } from '../../shared/booking/appointment-chip.tsx';
import { calendarsQuery } from '../../shared/booking/booking-queries.ts';
import type { AppointmentRow } from '../../shared/booking/contract.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { formatDateTime, formatPhone, formatZone } from '../../shared/format.ts';
import { MoreButton } from '../../shared/more-button.tsx';
import { useMe } from '../../shared/session.tsx';
import { useRefresh } from '../../shared/use-refresh.ts';
import { appointmentsQuery } from './appointment-queries.ts';
import { type AppointmentSearch, filterCount, filterOf } from './appointment-search.ts';

/** Appointments in rows, by when they begin. */
export function AppointmentsTable({
  search,
  onOpen,
  onBook,
}: {
  search: AppointmentSearch;
  onOpen: (id: AppointmentId) => void;
  onBook: () => void;
}) {
  const { t } = useTranslation('appointments');
  const { timeZone } = useMe();
  const query = appointmentsQuery(filterOf(search, timeZone));
  const pages = useInfiniteQuery(query);
  useEventsOf('appointment.changed', useRefresh(query.queryKey, 1000));
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.data), [pages.data]);
  if (pages.isError) return <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!rows) return <Skeleton height={360} />;
  if (rows.length === 0) return <Empty isFiltered={filterCount(search) > 0} onBook={onBook} />;
  return (
    <Stack gap="sm">
      <Paper withBorder>
        <Table.ScrollContainer minWidth={900}>
          <Table aria-label={t('title')} horizontalSpacing="sm" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                {(['when', 'who', 'calendar', 'campaign', 'state', 'agent'] as const).map((column) => (
                  <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} onOpen={onOpen} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Paper>
      <Text size="sm" c="dimmed" role="status">
        {t('shown', { count: rows.length })}
      </Text>
      <MoreButton pages={pages}>{t('more')}</MoreButton>
    </Stack>
  );
}

function Row({ row, onOpen }: { row: AppointmentRow; onOpen: (id: AppointmentId) => void }) {
  const { t, i18n } = useTranslation('appointments');
  const { timeZone } = useMe();
  return (
    <Table.Tr>
      <Table.Td className="figures" style={{ whiteSpace: 'nowrap' }}>
        <Text size="sm" fw={600}>
          {formatDateTime(row.startsAtMs, i18n.language, row.timeZone)}
        </Text>
        {row.timeZone !== timeZone && (
          <Text size="xs" c="dimmed">
            {formatZone(row.timeZone)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Anchor component="button" type="button" ta="left" fw={600} onClick={() => onOpen(row.id)}>
          {row.leadName || t('noName')}
        </Anchor>
        <Text size="xs" c="dimmed" className="figures">
          {formatPhone(row.phoneNumber)}
        </Text>
      </Table.Td>
      <Table.Td>{row.calendarName}</Table.Td>
      <Table.Td>{row.campaignName}</Table.Td>
      <Table.Td>
        <AppointmentChip state={row.state} isConfirmed={row.confirmedAtMs !== null} />
      </Table.Td>
      <Table.Td>{row.agentName ?? '–'}</Table.Td>
    </Table.Tr>
  );
}

function Empty({ isFiltered, onBook }: { isFiltered: boolean; onBook: () => void }) {
  const { t } = useTranslation('appointments');
  const { role } = useMe();
  const { data: calendars } = useQuery(calendarsQuery);
  const needsCalendar = calendars?.length === 0 && role !== 'supervisor';
  const key = isFiltered ? 'nothing' : needsCalendar ? 'noCalendar' : 'empty';
  return (
    <Paper withBorder>
      <EmptyState
        icon={IconCalendarEvent}
        title={t(`${key}.title`)}
        action={
          needsCalendar ? (
            <Button renderRoot={(props) => <Link {...props} to="/calendars/new" />}>
              {t('noCalendar.action')}
            </Button>
          ) : (
            !isFiltered && (
              <Button leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={onBook}>
                {t('book.open')}
              </Button>
            )
          )
        }
      >
        {t(`${key}.text`)}
      </EmptyState>
    </Paper>
  );
}
