import { deliveryStates, deliveryWays, isId } from '@alize/model';
import { Anchor, Button, Group, Paper, Select, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconFilterOff, IconSend } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/empty-state.tsx';
import { ErrorSentence, notifyError } from '../../../shared/error-sentence.tsx';
import { useEventsOf } from '../../../shared/events.ts';
import { formatDateTime } from '../../../shared/format.ts';
import { MoreButton } from '../../../shared/more-button.tsx';
import { useMe } from '../../../shared/session.tsx';
import { useRefresh } from '../../../shared/use-refresh.ts';
import { type IntegrationSearch, readIntegrationSearch } from '../integration-search.ts';
import { webhooksQuery } from '../webhooks/webhook-queries.ts';
import { DeliveryChip } from './delivery-chip.tsx';
import { DeliveryDrawer } from './delivery-drawer.tsx';
import { type DeliveryRow, deliveriesQuery, useResend } from './delivery-queries.ts';
import { useTargetName } from './use-target-name.ts';

const route = getRouteApi('/signed-in/integrations');
type Change = { readonly [Name in keyof IntegrationSearch]?: IntegrationSearch[Name] | undefined };

/** What was told to the outside, or waits to be. */
export function DeliveriesPanel() {
  const { t } = useTranslation('deliveries');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = deliveriesQuery(search);
  const pages = useInfiniteQuery(query);
  useEventsOf('delivery.changed', useRefresh(query.queryKey, 1000));
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.data), [pages.data]);
  const change = (part: Change) =>
    void navigate({ search: (old) => readIntegrationSearch({ ...old, ...part }), replace: true });
  const isFiltered = Boolean(search.webhook || search.way || search.state);
  return (
    <Stack>
      <Filters search={search} isFiltered={isFiltered} onChange={change} />
      {pages.isError && <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={300} />}
      {rows?.length === 0 && (
        <Paper withBorder>
          <EmptyState icon={IconSend} title={t(isFiltered ? 'nothing' : 'empty')}>
            {t(isFiltered ? 'nothingText' : 'emptyText')}
          </EmptyState>
        </Paper>
      )}
      {rows && rows.length > 0 && (
        <>
          <Rows rows={rows} onOpen={(delivery) => change({ delivery })} />
          <MoreButton pages={pages}>{t('more')}</MoreButton>
        </>
      )}
      <DeliveryDrawer id={search.delivery ?? null} onClose={() => change({ delivery: undefined })} />
    </Stack>
  );
}

function Filters({
  search,
  isFiltered,
  onChange,
}: {
  search: IntegrationSearch;
  isFiltered: boolean;
  onChange: (change: Change) => void;
}) {
  const { t } = useTranslation(['deliveries', 'integrations']);
  const { data: webhooks = [] } = useQuery(webhooksQuery);
  return (
    <Paper withBorder p="sm" role="search" aria-label={t('filter')}>
      <Group gap="sm" align="flex-end">
        <Select
          label={t('way')}
          placeholder={t('all')}
          w={180}
          clearable
          clearButtonProps={{ 'aria-label': t('clearOne') }}
          data={deliveryWays.map((value) => ({ value, label: t(`ways.${value}`) }))}
          value={search.way ?? null}
          onChange={(value) => onChange({ way: deliveryWays.find((one) => one === value) })}
        />
        <Select
          label={t('webhook')}
          placeholder={t('all')}
          w={320}
          clearable
          clearButtonProps={{ 'aria-label': t('clearOne') }}
          data={webhooks.map(({ id, url }) => ({ value: id, label: url }))}
          value={search.webhook ?? null}
          onChange={(value) => onChange({ webhook: isId('webhook', value) ? value : undefined })}
        />
        <Select
          label={t('column.state')}
          placeholder={t('all')}
          w={160}
          clearable
          clearButtonProps={{ 'aria-label': t('clearOne') }}
          data={deliveryStates.map((value) => ({ value, label: t(`integrations:state.${value}`) }))}
          value={search.state ?? null}
          onChange={(value) => onChange({ state: deliveryStates.find((one) => one === value) })}
        />
        {isFiltered && (
          <Button
            variant="subtle"
            color="gray"
            px="xs"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={() => onChange({ way: undefined, webhook: undefined, state: undefined })}
          >
            {t('clear')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

function Rows({ rows, onOpen }: { rows: readonly DeliveryRow[]; onOpen: (id: DeliveryRow['id']) => void }) {
  const { t } = useTranslation('deliveries');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={900}>
        <Table aria-label={t('label')} horizontalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {(['what', 'to', 'state', 'tries', 'when', 'actions'] as const).map((column) => (
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
  );
}

function Row({ row, onOpen }: { row: DeliveryRow; onOpen: (id: DeliveryRow['id']) => void }) {
  const { t, i18n } = useTranslation(['deliveries', 'integrations']);
  const { timeZone } = useMe();
  const targetName = useTargetName();
  const resend = useResend();
  const at = (ms: number) => formatDateTime(ms, i18n.language, timeZone);
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component="button" type="button" ta="left" size="sm" onClick={() => onOpen(row.id)}>
          {t(`integrations:notice.${row.noticeKind}`)}
        </Anchor>
      </Table.Td>
      <Table.Td maw={280}>
        <Text size="sm" truncate>
          {targetName(row)}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`ways.${row.way}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        <DeliveryChip state={row.state} />
        {row.failure && (
          <Text size="xs" c="dimmed" mt={2} maw={260}>
            {t(`integrations:failure.${row.failure}`)}
          </Text>
        )}
      </Table.Td>
      <Table.Td className="figures">
        {row.triesCount}
        {row.status !== null && (
          <Text size="xs" c="dimmed">
            {row.status}
          </Text>
        )}
      </Table.Td>
      <Table.Td className="figures" style={{ whiteSpace: 'nowrap' }}>
        <Text size="sm">{at(row.sentAtMs ?? row.createdAtMs)}</Text>
        {row.nextTryAtMs !== null && (
          <Text size="xs" c="dimmed">
            {t('nextTry', { at: at(row.nextTryAtMs) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {row.state !== 'sent' && (
          <Button
            size="xs"
            variant="default"
            loading={resend.isPending}
            onClick={() => resend.mutate(row.id, { onError: notifyError })}
          >
            {t(row.state === 'dead' ? 'resend' : 'tryNow')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
