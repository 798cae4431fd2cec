import { type CampaignId, isId } from '@alize/model';
import { Button, Card, Group, Menu, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { IconChevronDown, IconDownload, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { NotFoundPage } from '../../shared/page-states.tsx';
import { useMe } from '../../shared/session.tsx';
import { HandoverDrawer } from './handover-drawer.tsx';
import { HandoverList } from './handover-list.tsx';
import { documentQuery, exportAddress, useLiveHandovers } from './handover-queries.ts';
import { HandoverRates } from './handover-rates.tsx';
import { type HandoverSearch, handoverViews, readHandoverSearch } from './handover-search.ts';
import { HandoverSettings } from './handover-settings.tsx';

const route = getRouteApi('/signed-in/campaigns/$id/handover');

/** The qualified leads of a campaign that went to the client, and what became of them. */
export function HandoverPage() {
  const { id } = route.useParams();
  return isId('campaign', id) ? <KnownCampaign id={id} /> : <NotFoundPage />;
}

type Change = { readonly [Name in keyof HandoverSearch]?: unknown };

function KnownCampaign({ id }: { id: CampaignId }) {
  const { t } = useTranslation('handovers');
  const { role } = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  useLiveHandovers(id);
  const change = (part: Change) =>
    void navigate({ search: (old) => readHandoverSearch({ ...old, ...part }), replace: true });
  const views = handoverViews.filter((one) => one !== 'settings' || role !== 'supervisor');
  // A link to what this person may not see opens the list.
  const view = views.find((one) => one === search.view) ?? 'list';
  return (
    <Stack>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('views')}
          value={view}
          onChange={(value) => change({ view: value })}
          data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {view === 'list' && role !== 'supervisor' && <Exports campaignId={id} search={search} />}
      </Group>
      {view === 'list' && <List campaignId={id} search={search} onChange={change} />}
      {view === 'rates' && <HandoverRates campaignId={id} />}
      {view === 'settings' && <HandoverSettings campaignId={id} />}
      <HandoverDrawer id={search.handover ?? null} onClose={() => change({ handover: undefined })} />
    </Stack>
  );
}

/** The list; while the hand-over is off and nothing was handed over, what it is for. */
function List({
  campaignId,
  search,
  onChange,
}: {
  campaignId: CampaignId;
  search: HandoverSearch;
  onChange: (change: Change) => void;
}) {
  const { t } = useTranslation('handovers');
  const { role } = useMe();
  const settings = useQuery(documentQuery(campaignId));
  if (settings.isError)
    return <ErrorSentence error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.isPending) return <Skeleton height={320} aria-hidden />;
  const off = (
    <Card withBorder>
      <EmptyState
        icon={IconSend}
        title={t('off')}
        action={
          role !== 'supervisor' && (
            <Button onClick={() => onChange({ view: 'settings' })}>{t('setUp')}</Button>
          )
        }
      >
        {t('offText')}
      </EmptyState>
    </Card>
  );
  return (
    <HandoverList
      campaignId={campaignId}
      search={search}
      onChange={onChange}
      whenEmpty={settings.data.value.isOn ? null : off}
    />
  );
}

function Exports({ campaignId, search }: { campaignId: CampaignId; search: HandoverSearch }) {
  const { t } = useTranslation('handovers');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'xlsx'] as const).map((format) => (
          <Menu.Item key={format} component="a" href={exportAddress(campaignId, search, format)} download>
            {t(`exportAs.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
