import { type AppointmentId, dateWords } from '@alize/model';
import { Anchor, Drawer, Group, Skeleton, Stack, Table, Text, Timeline, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppointmentChip } from '../../shared/booking/appointment-chip.tsx';
import type { Appointment } from '../../shared/booking/contract.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { formatDateTime, formatPhone, formatZone } from '../../shared/format.ts';
import { CopyText } from '../../shared/secret-once.tsx';
import { useMe } from '../../shared/session.tsx';
import { useRefresh } from '../../shared/use-refresh.ts';
import { AppointmentActions } from './appointment-actions.tsx';
import { appointmentQuery } from './appointment-queries.ts';

/** One appointment in full: when, with whom, what befell it, and what can be done. */
export function AppointmentDrawer({ id, onClose }: { id: AppointmentId | null; onClose: () => void }) {
  const { t } = useTranslation(['appointments', 'shared']);
  return (
    <Drawer opened={id !== null} onClose={onClose} size={560} title={t('detail.title')}>
      {id && <Loaded key={id} id={id} />}
    </Drawer>
  );
}

function Loaded({ id }: { id: AppointmentId }) {
  const query = appointmentQuery(id);
  const appointment = useQuery(query);
  const refresh = useRefresh(query.queryKey, 1000);
  useEventsOf('appointment.changed', ({ appointmentId }) => appointmentId === id && refresh());
  if (appointment.isError)
    return <ErrorSentence error={appointment.error} onRetry={() => void appointment.refetch()} />;
  if (appointment.isPending) return <Skeleton height={400} />;
  return <Detail appointment={appointment.data} />;
}

function Detail({ appointment }: { appointment: Appointment }) {
  const { t, i18n } = useTranslation('appointments');
  const { startsAtMs, endsAtMs, timeZone, state, confirmedAtMs } = appointment;
  const times = dateWords(i18n.language, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
    timeZone,
  })(startsAtMs, endsAtMs);
  return (
    <Stack gap="lg">
      <div>
        <Title order={3}>{times}</Title>
        <Text size="sm" c="dimmed">
          {t('detail.zone', { zone: formatZone(timeZone) })}
        </Text>
        <Group mt="xs">
          <AppointmentChip state={state} isConfirmed={confirmedAtMs !== null} />
        </Group>
      </div>
      <AppointmentActions appointment={appointment} />
      <Facts appointment={appointment} />
      <PersonLink appointment={appointment} />
      <History appointment={appointment} />
    </Stack>
  );
}

function Facts({ appointment }: { appointment: Appointment }) {
  const { t, i18n } = useTranslation('appointments');
  const { timeZone } = useMe();
  const { leadName, phoneNumber, calendarName, campaignId, campaignName, leadId, address } = appointment;
  const { agentName, note, reason, heldUntilMs } = appointment;
  const rows: readonly (readonly [key: FactKey, value: ReactNode])[] = [
    [
      'who',
      <>
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/campaigns/$id/leads"
              params={{ id: campaignId }}
              search={{ lead: leadId }}
            />
          )}
        >
          {leadName || t('noName')}
        </Anchor>{' '}
        <span className="figures">{formatPhone(phoneNumber)}</span>
      </>,
    ],
    ['calendar', calendarName],
    ['address', address],
    ['campaign', campaignName],
    ['agent', agentName],
    ['heldUntil', heldUntilMs !== null && formatDateTime(heldUntilMs, i18n.language, timeZone)],
    ['note', note && <span style={{ whiteSpace: 'pre-wrap' }}>{note}</span>],
    ['reason', reason],
  ];
  return (
    <Table variant="vertical" withTableBorder fz="sm">
      <Table.Tbody>
        {rows
          .filter(([, value]) => Boolean(value))
          .map(([key, value]) => (
            <Table.Tr key={key}>
              <Table.Th w={150}>{t(`detail.${key}`)}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
type FactKey = 'who' | 'calendar' | 'address' | 'campaign' | 'agent' | 'heldUntil' | 'note' | 'reason';

/** The page of the person called, for when they lost its link. */
function PersonLink({ appointment: { state, link } }: { appointment: Appointment }) {
  const { t } = useTranslation('appointments');
  if (state !== 'booked') return null;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {t('detail.link')}
      </Text>
      <CopyText text={link} />
    </Group>
  );
}

function History({ appointment }: { appointment: Appointment }) {
  const { t, i18n } = useTranslation('appointments');
  const { timeZone } = useMe();
  const at = (ms: number, zone: string) => formatDateTime(ms, i18n.language, zone);
  return (
    <Stack gap="xs" component="section">
      <Text fw={650} component="h4" m={0}>
        {t('detail.history')}
      </Text>
      <Timeline bulletSize={14} lineWidth={2} active={appointment.changes.length}>
        {appointment.changes.map(({ number, atMs, kind, byWhom, byName, before, reason }) => (
          <Timeline.Item key={number} title={<Text size="sm">{t(`change.${kind}`)}</Text>}>
            <Text size="xs" c="dimmed">
              {at(atMs, timeZone)} · {byWhom === 'user' && byName ? byName : t(`by.${byWhom}`)}
            </Text>
            {before && (
              <Text size="sm">{t('detail.before', { at: at(before.startsAtMs, appointment.timeZone) })}</Text>
            )}
            {reason && <Text size="sm">{t('detail.because', { reason })}</Text>}
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  );
}
