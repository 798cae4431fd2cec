import { Button, Paper, Skeleton, Stack, Tabs, Text } from '@mantine/core';
import { IconDownload, IconRefresh, IconReportAnalytics } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { MoreButton } from '../../shared/more-button.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.tsx';
import { useAttemptColumns } from './attempt-columns.tsx';
import { AttemptDrawer } from './attempt-drawer.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useOutcomeColumns } from './outcome-columns.tsx';
import { filterCount, filterQuery, type ResultFilter, readFilter } from './result-filter.ts';
import { attemptsQuery, exportAddress, outcomesQuery } from './result-queries.ts';
import { RowTable } from './row-table.tsx';

const route = getRouteApi('/signed-in/results');

/** Every call, and what the calls produced. */
export function ResultsPage() {
  const { t } = useTranslation('results');
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const { timeZone, role } = useMe();
  const tab = filter.tab ?? 'attempts';
  const query = useMemo(() => filterQuery(filter, timeZone), [filter, timeZone]);
  const change = useCallback(
    (part: Record<string, unknown>) =>
      void navigate({ search: (old) => readFilter({ ...old, ...part }), replace: true }),
    [navigate],
  );
  const open = useCallback(
    (attempt: NonNullable<ResultFilter['attempt']> | undefined) => change({ attempt }),
    [change],
  );
  return (
    <>
      <PageTitle title={t('title')}>
        {role !== 'supervisor' && (
          <Button
            component="a"
            variant="default"
            href={exportAddress(tab, query)}
            download
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('export')}
          </Button>
        )}
      </PageTitle>
      <Tabs value={tab} onChange={(value) => change({ tab: value })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="attempts">{t('tab.attempts')}</Tabs.Tab>
          <Tabs.Tab value="outcomes">{t('tab.outcomes')}</Tabs.Tab>
        </Tabs.List>
        <FilterBar filter={filter} onChange={change} />
        <Tabs.Panel value="attempts">
          <Attempts query={query} isFiltered={filterCount(filter) > 0} onOpen={open} />
        </Tabs.Panel>
        <Tabs.Panel value="outcomes">
          <Outcomes query={query} isFiltered={filterCount(filter) > 0} onOpen={open} />
        </Tabs.Panel>
      </Tabs>
      <AttemptDrawer id={filter.attempt ?? null} onClose={() => open(undefined)} />
    </>
  );
}

interface PanelProps {
  readonly query: ReturnType<typeof filterQuery>;
  readonly isFiltered: boolean;
  readonly onOpen: (id: NonNullable<ResultFilter['attempt']>) => void;
}

function Attempts({ query, isFiltered, onOpen }: PanelProps) {
  const { t } = useTranslation('results');
  const pages = useInfiniteQuery(attemptsQuery(query));
  const columns = useAttemptColumns(onOpen);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.data), [pages.data]);
  const [hasNews, setNews] = useState(false);
  useEventsOf('call.changed', ({ progress }) => {
    if (progress === 'ended') setNews(true);
  });
  return (
    <Panel
      pages={pages}
      count={rows?.length}
      isFiltered={isFiltered}
      empty={[t('empty'), t('emptyText')]}
      news={
        hasNews && (
          <Button
            variant="light"
            size="xs"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => {
              setNews(false);
              void pages.refetch();
            }}
          >
            {t('fresh')} {t('refresh')}
          </Button>
        )
      }
    >
      {rows && <RowTable label={t('tab.attempts')} columns={columns} rows={rows} />}
    </Panel>
  );
}

function Outcomes({ query, isFiltered, onOpen }: PanelProps) {
  const { t } = useTranslation('results');
  const pages = useInfiniteQuery(outcomesQuery(query));
  const columns = useOutcomeColumns(onOpen);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.data), [pages.data]);
  return (
    <Panel
      pages={pages}
      count={rows?.length}
      isFiltered={isFiltered}
      empty={[t('emptyOutcomes'), t('emptyOutcomesText')]}
      news={null}
    >
      {rows && <RowTable label={t('tab.outcomes')} columns={columns} rows={rows} />}
    </Panel>
  );
}

/** What both tabs have around their rows: waiting, failure, nothing yet, the next page. */
function Panel({
  pages,
  count,
  isFiltered,
  empty: [emptyTitle, emptyText],
  news,
  children,
}: {
  pages: {
    isPending: boolean;
    isError: boolean;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    refetch: () => unknown;
    fetchNextPage: () => unknown;
  };
  count: number | undefined;
  isFiltered: boolean;
  empty: readonly [title: string, text: string];
  news: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('results');
  const { role } = useMe();
  if (pages.isError) return <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton height={360} />;
  if (count === 0) {
    return (
      <Paper withBorder>
        <EmptyState
          icon={IconReportAnalytics}
          title={isFiltered ? t('nothing') : emptyTitle}
          action={
            news ||
            (!isFiltered && role !== 'supervisor' && (
              <Button component={Link} to="/campaigns">
                {t('toCampaigns')}
              </Button>
            ))
          }
        >
          {isFiltered ? t('nothingText') : emptyText}
        </EmptyState>
      </Paper>
    );
  }
  return (
    <Stack gap="sm">
      {news}
      {children}
      <Text size="sm" c="dimmed" role="status">
        {t('shown', { count, rows: count })}
      </Text>
      <MoreButton pages={pages}>{t('more')}</MoreButton>
    </Stack>
  );
}
