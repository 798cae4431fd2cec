import { Button, Card, Group, Progress, Skeleton, Table, Text } from '@mantine/core';
import { IconDownload, IconFileImport, IconFiles } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { formatDateTime, formatNumber } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { Chip } from '../../shared/trade/chip.tsx';
import type { Campaign, List } from '../../shared/trade/contract.ts';
import { listsQuery } from '../../shared/trade/queries.ts';
import { useFreshTotals } from '../../shared/trade/use-fresh-totals.ts';

/** The files that the campaign's leads came from. */
export function CampaignLists({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const query = listsQuery(campaign.id);
  const lists = useQuery(query);
  const refresh = useFreshTotals(query.queryKey, 1000);
  useEventsOf('list.changed', (event) => event.campaignId === campaign.id && refresh());
  return (
    <Card withBorder component="section" aria-label={t('tab.lists')}>
      <Group justify="space-between" mb="sm">
        <Text fw={650}>{t('tab.lists')}</Text>
        {lists.data && lists.data.length > 0 && <ImportButton campaign={campaign} isMain={false} />}
      </Group>
      {lists.isError && <ErrorSentence error={lists.error} onRetry={() => void lists.refetch()} />}
      {lists.isPending && <Skeleton height={90} />}
      {lists.data?.length === 0 && (
        <EmptyState
          icon={IconFiles}
          title={t('lists.empty')}
          action={<ImportButton campaign={campaign} isMain />}
        >
          {t('lists.emptyText')}
        </EmptyState>
      )}
      {lists.data && lists.data.length > 0 && <ListTable lists={lists.data} />}
    </Card>
  );
}

function ImportButton({ campaign, isMain }: { campaign: Campaign; isMain: boolean }) {
  const { t } = useTranslation('campaigns');
  return (
    <Button
      component={Link}
      to={`/campaigns/${campaign.id}/import`}
      variant={isMain ? 'filled' : 'light'}
      leftSection={<IconFileImport size={18} aria-hidden />}
    >
      {t('lists.import')}
    </Button>
  );
}

const colors = { importing: 'blue', ready: 'teal', failed: 'red' } as const;

function ListTable({ lists }: { lists: readonly List[] }) {
  const { t, i18n } = useTranslation('campaigns');
  const { timeZone } = useMe();
  const count = (value: number) => formatNumber(value, i18n.language);
  return (
    <Table aria-label={t('tab.lists')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('lists.name')}</Table.Th>
          <Table.Th>{t('lists.state')}</Table.Th>
          <Table.Th ta="right">{t('lists.leads')}</Table.Th>
          <Table.Th ta="right">{t('lists.errors')}</Table.Th>
          <Table.Th>{t('lists.createdAt')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lists.map((list) => (
          <Table.Tr key={list.id}>
            <Table.Td>
              <Text size="sm" fw={600}>
                {list.name}
              </Text>
              <Text size="xs" c={list.failure ? 'red' : 'dimmed'}>
                {list.failure ?? list.fileName}
              </Text>
            </Table.Td>
            <Table.Td>
              <Chip color={colors[list.state]}>{t(`lists.${list.state}`)}</Chip>
              {list.state === 'importing' && (
                <Progress
                  mt={6}
                  size="sm"
                  aria-label={t('lists.importing')}
                  value={((list.leadsCount + list.errorsCount) / Math.max(1, list.rowsTotal)) * 100}
                />
              )}
            </Table.Td>
            <Table.Td ta="right" className="figures">
              {count(list.leadsCount)}
            </Table.Td>
            <Table.Td ta="right" className="figures">
              {list.errorsCount > 0 && list.state === 'ready' ? (
                <Button
                  component="a"
                  size="compact-sm"
                  variant="subtle"
                  href={api.v1.lists[':id']['errors.csv'].$path({ param: { id: list.id } })}
                  download
                  rightSection={<IconDownload size={14} aria-hidden />}
                  aria-label={`${count(list.errorsCount)} – ${t('lists.badRows', { name: list.name })}`}
                >
                  {count(list.errorsCount)}
                </Button>
              ) : (
                count(list.errorsCount)
              )}
            </Table.Td>
            <Table.Td>{formatDateTime(list.createdAtMs, i18n.language, timeZone)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
