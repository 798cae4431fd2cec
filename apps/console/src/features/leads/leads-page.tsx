import { type CampaignId, isId, leadStates } from '@alize/model';
import {
  Anchor,
  Breadcrumbs,
  Button,
  Group,
  Menu,
  Paper,
  Select,
  Skeleton,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconFilterOff, IconRefresh, IconSearch, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { MoreButton } from '../../shared/more-button.tsx';
import { NotFoundPage } from '../../shared/page-states.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { nowMs } from '../../shared/server-clock.ts';
import { campaignQuery, listsQuery } from '../../shared/trade/queries.ts';
import { LeadDrawer } from './lead-drawer.tsx';
import { leadsQuery } from './lead-queries.ts';
import { type LeadSearch, readLeadSearch } from './lead-search.ts';
import { LeadTable } from './lead-table.tsx';

const route = getRouteApi('/signed-in/campaigns/$id/leads');

/** The leads of a campaign: found, looked at, changed, taken out as a file. */
export function LeadsPage() {
  const { id } = route.useParams();
  return isId('campaign', id) ? <Leads campaignId={id} /> : <NotFoundPage />;
}

function Leads({ campaignId }: { campaignId: CampaignId }) {
  const { t } = useTranslation('leads');
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 300);
  const { data: campaign } = useQuery(campaignQuery(campaignId));
  const change = (part: Record<string, unknown>) =>
    void navigate({ search: (old) => readLeadSearch({ ...old, ...part }), replace: true });
  return (
    <>
      <PageTitle
        title={t('title')}
        description={
          <Breadcrumbs separator="›" fz="sm">
            <Anchor component={Link} to={`/campaigns/${campaignId}`} size="sm">
              {campaign?.name ?? '…'}
            </Anchor>
            <span>{t('title')}</span>
          </Breadcrumbs>
        }
      >
        <ExportMenu campaignId={campaignId} filter={filter} />
      </PageTitle>
      <FilterBar campaignId={campaignId} filter={filter} text={text} onText={setText} onChange={change} />
      <Found
        campaignId={campaignId}
        filter={filter}
        search={search}
        onOpen={(lead) => change({ lead })}
        onClear={() => {
          setText('');
          change({ list: undefined, state: undefined, due: undefined });
        }}
      />
      <LeadDrawer id={filter.lead ?? null} onClose={() => change({ lead: undefined })} />
    </>
  );
}

function FilterBar({
  campaignId,
  filter,
  text,
  onText,
  onChange,
}: {
  campaignId: CampaignId;
  filter: LeadSearch;
  text: string;
  onText: (text: string) => void;
  onChange: (part: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation(['leads', 'trade']);
  const { data: lists = [] } = useQuery(listsQuery(campaignId));
  return (
    <Paper withBorder p="sm" mb="md" role="search" aria-label={t('filter.label')}>
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('filter.search')}
          placeholder={t('filter.searchHint')}
          w={300}
          leftSection={<IconSearch size={16} aria-hidden />}
          styles={{ input: { '--input-placeholder-color': 'var(--mantine-color-dimmed)' } }}
          value={text}
          onChange={({ currentTarget }) => onText(currentTarget.value)}
        />
        <Select
          label={t('filter.list')}
          placeholder={t('filter.all')}
          w={240}
          clearable
          clearButtonProps={{ 'aria-label': t('filter.clearList') }}
          data={lists.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.list ?? null}
          onChange={(list) => onChange({ list: list ?? undefined })}
        />
        <Select
          label={t('filter.state')}
          placeholder={t('filter.all')}
          w={180}
          clearable
          clearButtonProps={{ 'aria-label': t('filter.clearState') }}
          data={leadStates
            .filter((state) => state !== 'staged')
            .map((value) => ({ value, label: t(`trade:leadState.${value}`) }))}
          value={filter.state ?? null}
          onChange={(state) => onChange({ state: state ?? undefined })}
        />
        <Switch
          label={t('filter.due')}
          mb={8}
          checked={filter.due === true}
          onChange={({ currentTarget }) => onChange({ due: currentTarget.checked || undefined })}
        />
      </Group>
    </Paper>
  );
}

function Found({
  campaignId,
  filter,
  search,
  onOpen,
  onClear,
}: {
  campaignId: CampaignId;
  filter: LeadSearch;
  search: string;
  onOpen: (id: NonNullable<LeadSearch['lead']>) => void;
  onClear: () => void;
}) {
  const { t } = useTranslation('leads');
  // The instant stays while the page is looked at, or each drawing would be another question.
  const [openedAtMs] = useState(nowMs);
  const pages = useInfiniteQuery(leadsQuery(campaignId, filter, search, filter.due ? openedAtMs : null));
  const [hasNews, setNews] = useState(false);
  useEventsOf('call.changed', (event) => {
    if (event.campaignId === campaignId && event.progress === 'ended') setNews(true);
  });
  useEventsOf('import.changed', (event) => {
    if (event.campaignId === campaignId && event.phase === null) setNews(true);
  });
  if (pages.isError) return <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton height={360} />;
  const leads = pages.data.pages.flatMap((page) => page.data);
  if (leads.length === 0) {
    const isFiltered = search !== '' || filter.list || filter.state || filter.due;
    return (
      <Paper withBorder>
        <EmptyState
          icon={IconUsers}
          title={t(isFiltered ? 'nothing' : 'empty')}
          action={
            isFiltered ? (
              <Button
                variant="default"
                leftSection={<IconFilterOff size={16} aria-hidden />}
                onClick={onClear}
              >
                {t('filter.clear')}
              </Button>
            ) : (
              <Button component={Link} to={`/campaigns/${campaignId}/import`}>
                {t('import')}
              </Button>
            )
          }
        >
          {t(isFiltered ? 'nothingText' : 'emptyText')}
        </EmptyState>
      </Paper>
    );
  }
  return (
    <Stack gap="sm">
      {hasNews && (
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
          {t('refresh')}
        </Button>
      )}
      <LeadTable campaignId={campaignId} leads={leads} onOpen={onOpen} />
      <Text size="sm" c="dimmed" role="status">
        {t('shown', { count: leads.length })}
      </Text>
      <MoreButton pages={pages}>{t('more')}</MoreButton>
    </Stack>
  );
}

/** All leads of the campaign, or of the list that is chosen, as a file that can be imported again. */
function ExportMenu({ campaignId, filter: { list } }: { campaignId: CampaignId; filter: LeadSearch }) {
  const { t } = useTranslation('leads');
  const { campaigns, lists } = api.v1;
  const address = (format: 'csv' | 'xlsx') =>
    list
      ? lists[':id'][`leads.${format}`].$path({ param: { id: list } })
      : campaigns[':id'][`leads.${format}`].$path({ param: { id: campaignId } });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t(list ? 'export.list' : 'export.campaign')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address('csv')} download>
          {t('export.csv')}
        </Menu.Item>
        <Menu.Item component="a" href={address('xlsx')} download>
          {t('export.xlsx')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
