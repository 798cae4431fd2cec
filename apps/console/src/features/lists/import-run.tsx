import { Alert, Button, Card, Group, Progress, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { formatDuration, formatNumber } from '../../shared/format.ts';
import type { Campaign, List } from '../../shared/trade/contract.ts';
import { campaignsQuery, listQuery } from '../../shared/trade/queries.ts';
import { errorsQuery } from './import-file.ts';
import { type ImportMark, leftMs, rowsPerSecond, withMark } from './import-progress.ts';
import { ListOutlook } from './list-outlook.tsx';
import { countByReason } from './mapping-problem.ts';

/** An import from its start to its report; the page can be left and opened again. */
export function ImportRun({
  listId,
  campaignId,
  onAnother,
}: {
  listId: List['id'];
  campaignId: Campaign['id'];
  onAnother: () => void;
}) {
  const client = useQueryClient();
  const query = listQuery(listId);
  const list = useQuery({ ...query, refetchOnMount: 'always' });
  const [marks, setMarks] = useState<readonly ImportMark[]>([]);
  useEventsOf('list.changed', ({ listId: changed, state, rowsTotal, leadsCount, errorsCount }, { atMs }) => {
    if (changed !== listId) return;
    setMarks((old) => withMark(old, { atMs, rowsDone: leadsCount + errorsCount }));
    client.setQueryData(
      query.queryKey,
      (old) => old && { ...old, state, rowsTotal, leadsCount, errorsCount },
    );
    if (state === 'importing') return;
    void client.invalidateQueries({ queryKey: query.queryKey });
    void client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
  });
  if (list.isError) return <ErrorSentence error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton height={200} />;
  if (list.data.state === 'importing') return <Running list={list.data} marks={marks} />;
  return <Report list={list.data} campaignId={campaignId} onAnother={onAnother} />;
}

function Running({ list, marks }: { list: List; marks: readonly ImportMark[] }) {
  const { t } = useTranslation('lists');
  const done = list.leadsCount + list.errorsCount;
  const isTotalKnown = list.rowsTotal > done;
  const speed = rowsPerSecond(marks);
  const left = isTotalKnown ? leftMs(marks, list.rowsTotal) : null;
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('progress.title')}
        </Title>
        <Text c="dimmed">{list.name}</Text>
        <Progress
          size="xl"
          aria-label={t('progress.label')}
          value={isTotalKnown ? (done / list.rowsTotal) * 100 : 100}
          animated={!isTotalKnown}
        />
        <Group gap="lg" className="figures">
          <Text fw={650}>
            {isTotalKnown
              ? t('progress.rows', { done, total: list.rowsTotal })
              : t('progress.rowsOnly', { done })}
          </Text>
          {speed !== null && <Text c="dimmed">{t('progress.speed', { speed: Math.round(speed) })}</Text>}
          {left !== null && <Text c="dimmed">{t('progress.left', { length: formatDuration(left) })}</Text>}
        </Group>
        <Text size="sm" c="dimmed">
          {t('progress.leave')}
        </Text>
      </Stack>
    </Card>
  );
}

function Report({
  list,
  campaignId,
  onAnother,
}: {
  list: List;
  campaignId: Campaign['id'];
  onAnother: () => void;
}) {
  const { t, i18n } = useTranslation('lists');
  const isFailed = list.state === 'failed';
  return (
    <Stack>
      <Card withBorder>
        <Group gap="xs" mb="sm">
          {isFailed ? (
            <IconAlertTriangle size={26} color="var(--mantine-color-red-6)" aria-hidden />
          ) : (
            <IconCircleCheck size={26} color="var(--mantine-color-teal-6)" aria-hidden />
          )}
          <Title order={2} size="h3" role="status">
            {t(isFailed ? 'report.failed' : 'report.ready')}
          </Title>
          <Text c="dimmed">{list.name}</Text>
        </Group>
        {isFailed ? (
          <Alert color="red" role="alert" variant="light">
            {list.failure ?? t('report.failedText')}
          </Alert>
        ) : (
          <Group component="dl" gap={48} m={0} className="figures">
            {(['leads', 'errors'] as const).map((one) => (
              <Stack key={one} gap={0} style={{ flexDirection: 'column-reverse' }}>
                <Text component="dt" c="dimmed">
                  {t(`report.${one}`)}
                </Text>
                <Text component="dd" m={0} fz={36} fw={700} lh={1.1}>
                  {formatNumber(one === 'leads' ? list.leadsCount : list.errorsCount, i18n.language)}
                </Text>
              </Stack>
            ))}
          </Group>
        )}
        <Group mt="lg">
          <Button component={Link} to={`/campaigns/${campaignId}`}>
            {t('report.toCampaign')}
          </Button>
          <Button variant="default" onClick={onAnother}>
            {t('report.another')}
          </Button>
        </Group>
      </Card>
      {!isFailed && list.leadsCount > 0 && <ListOutlook list={list} />}
      {list.errorsCount > 0 && <Errors list={list} />}
    </Stack>
  );
}

function Errors({ list }: { list: List }) {
  const { t, i18n } = useTranslation('lists');
  const pages = useInfiniteQuery(errorsQuery(list.id));
  if (pages.isError) return <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton height={200} />;
  const errors = pages.data.pages.flatMap((page) => page.data);
  return (
    <Card withBorder component="section" aria-label={t('report.errors')}>
      <Group justify="space-between" align="flex-start" mb="sm">
        <div>
          <Text fw={650}>{t('report.byReason')}</Text>
          {pages.hasNextPage && (
            <Text size="sm" c="dimmed">
              {t('report.ofFirst', { count: errors.length })}
            </Text>
          )}
        </div>
        <Button
          component="a"
          variant="light"
          download
          href={api.v1.lists[':id']['errors.csv'].$path({ param: { id: list.id } })}
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('report.download')}
        </Button>
      </Group>
      <Stack gap={2} mb="md">
        {countByReason(errors).map(([reason, count]) => (
          <Group key={reason} gap="sm">
            <Text fw={650} w={56} ta="right" className="figures">
              {formatNumber(count, i18n.language)}
            </Text>
            <Text>{reason}</Text>
          </Group>
        ))}
      </Stack>
      <Table aria-label={t('report.errors')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('report.line')}</Table.Th>
            <Table.Th>{t('report.reason')}</Table.Th>
            <Table.Th>{t('report.column')}</Table.Th>
            <Table.Th>{t('report.value')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {errors.map((error) => (
            <Table.Tr key={error.line}>
              <Table.Td className="figures">{formatNumber(error.line, i18n.language)}</Table.Td>
              <Table.Td>{error.detail}</Table.Td>
              <Table.Td>{error.column ?? '–'}</Table.Td>
              <Table.Td>{error.value ?? '–'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {pages.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('report.more')}
        </Button>
      )}
    </Card>
  );
}
