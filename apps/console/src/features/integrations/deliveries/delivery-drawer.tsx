import type { DeliveryId } from '@alize/model';
import { Button, Code, Drawer, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence, notifyError } from '../../../shared/error-sentence.tsx';
import { useEventsOf } from '../../../shared/events.ts';
import { formatDateTime } from '../../../shared/format.ts';
import { CopyText } from '../../../shared/secret-once.tsx';
import { useMe } from '../../../shared/session.tsx';
import { useRefresh } from '../../../shared/use-refresh.ts';
import { DeliveryChip } from './delivery-chip.tsx';
import { type Delivery, deliveryQuery, useResend } from './delivery-queries.ts';
import { useTargetName } from './use-target-name.ts';

/** One delivery in full: what is sent, each try, what the receiver said. */
export function DeliveryDrawer({ id, onClose }: { id: DeliveryId | null; onClose: () => void }) {
  const { t } = useTranslation(['deliveries', 'shared']);
  return (
    <Drawer opened={id !== null} onClose={onClose} size={620} title={t('detail')}>
      {id && <Loaded key={id} id={id} />}
    </Drawer>
  );
}

function Loaded({ id }: { id: DeliveryId }) {
  const query = deliveryQuery(id);
  const delivery = useQuery(query);
  const refresh = useRefresh(query.queryKey, 1000);
  useEventsOf('delivery.changed', ({ deliveryId }) => deliveryId === id && refresh());
  if (delivery.isError)
    return <ErrorSentence error={delivery.error} onRetry={() => void delivery.refetch()} />;
  if (delivery.isPending) return <Skeleton height={400} />;
  return <Detail delivery={delivery.data} />;
}

function Detail({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation(['deliveries', 'integrations']);
  const targetName = useTargetName();
  const resend = useResend();
  const payload = JSON.stringify(delivery.payload, null, 2);
  return (
    <Stack gap="lg">
      <div>
        <Title order={3} size="h4">
          {t(`integrations:notice.${delivery.noticeKind}`)}
        </Title>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t(`ways.${delivery.way}`)} · {targetName(delivery)}
        </Text>
        <Group mt="xs" justify="space-between">
          <DeliveryChip state={delivery.state} />
          <Button
            size="xs"
            variant="default"
            loading={resend.isPending}
            leftSection={<IconSend size={14} aria-hidden />}
            onClick={() => resend.mutate(delivery.id, { onError: notifyError })}
          >
            {t('resend')}
          </Button>
        </Group>
        {delivery.failure && <Text mt="xs">{t(`integrations:failure.${delivery.failure}`)}</Text>}
      </div>
      <Section title={t('tries')}>
        <Tries delivery={delivery} />
      </Section>
      {delivery.answer && (
        <Section title={t('answer')}>
          <Code block mah={200} style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }}>
            {delivery.answer}
          </Code>
        </Section>
      )}
      <Section title={t('payload')} action={<CopyText text={payload} />}>
        <Code
          block
          mah={420}
          style={{ overflow: 'auto' }}
          tabIndex={0}
          role="region"
          aria-label={t('payload')}
        >
          {payload}
        </Code>
        <Text size="xs" c="dimmed">
          webhook-id: {delivery.id}
        </Text>
      </Section>
    </Stack>
  );
}

function Tries({ delivery: { tries } }: { delivery: Delivery }) {
  const { t, i18n } = useTranslation(['deliveries', 'integrations']);
  const { timeZone } = useMe();
  if (tries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('noTry')}
      </Text>
    );
  }
  return (
    <Table fz="sm" aria-label={t('tries')} className="figures">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.when')}</Table.Th>
          <Table.Th>{t('column.result')}</Table.Th>
          <Table.Th ta="right">{t('column.took')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tries.map(({ atMs, failure, status, durationMs }) => (
          <Table.Tr key={atMs}>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              {formatDateTime(atMs, i18n.language, timeZone)}
            </Table.Td>
            <Table.Td>
              {failure ? t(`integrations:failure.${failure}`) : t('integrations:state.sent')}
              {status !== null && ` (${status})`}
            </Table.Td>
            <Table.Td ta="right">{t('ms', { ms: durationMs })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section">
      <Group justify="space-between">
        <Text fw={650} component="h4" m={0}>
          {title}
        </Text>
        {action}
      </Group>
      {children}
    </Stack>
  );
}
