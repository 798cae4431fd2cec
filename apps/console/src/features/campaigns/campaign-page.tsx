import { isId } from '@alize/model';
import { Group, Skeleton, Stack, Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useChildMatches, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { NotFoundPage } from '../../shared/page-states.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.tsx';
import { CampaignStatusBadge } from '../../shared/trade/campaign-status-badge.tsx';
import type { Campaign } from '../../shared/trade/contract.ts';
import { campaignQuery, setupQuery } from '../../shared/trade/queries.ts';
import { CampaignActions } from './campaign-actions.tsx';
import { settingsQuery, useLiveCampaigns } from './campaign-changes.ts';
import { CampaignEditor } from './campaign-editor.tsx';
import { CampaignOverview } from './campaign-overview.tsx';
import { CampaignRefusals } from './campaign-refusals.tsx';
import { innerPages, readTab, tabsOf } from './campaign-tabs.ts';
import { DiallingSentence } from './dialling-sentence.tsx';
import { ForecastPanel } from './forecast/forecast-panel.tsx';
import { CampaignLists } from './lists/campaign-lists.tsx';
import { PacingPanel } from './pacing/pacing-panel.tsx';

const route = getRouteApi('/signed-in/campaigns/$id');

export function CampaignPage() {
  const { id } = route.useParams();
  return isId('campaign', id) ? <KnownCampaign id={id} /> : <NotFoundPage />;
}

function KnownCampaign({ id }: { id: Campaign['id'] }) {
  const campaign = useQuery(campaignQuery(id));
  useLiveCampaigns();
  if (campaign.isError)
    return <ErrorSentence error={campaign.error} onRetry={() => void campaign.refetch()} />;
  if (campaign.isPending) return <Waiting />;
  return <CampaignDetail campaign={campaign.data} />;
}

function CampaignDetail({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const { role } = useMe();
  const tabs = tabsOf(role, campaign.kind);
  const { tab: named = 'overview' } = route.useSearch();
  const wanted = useInnerPage() ?? named;
  const tab = tabs.includes(wanted) ? wanted : (tabs[0] ?? 'overview');
  const navigate = useNavigate();
  const choose = (value: string | null) => {
    if (value === 'leads') return void navigate({ to: '/campaigns/$id/leads', params: { id: campaign.id } });
    if (value === 'results') return void navigate({ to: '/results', search: { campaign: campaign.id } });
    const inner = innerPages.find((one) => one === value);
    if (inner) return void navigate({ to: `/campaigns/$id/${inner}`, params: { id: campaign.id } });
    void navigate({ to: '/campaigns/$id', params: { id: campaign.id }, search: readTab({ tab: value }) });
  };
  return (
    <>
      <PageTitle
        title={campaign.name}
        description={
          <Group gap="sm" mt={4}>
            <CampaignStatusBadge campaign={campaign} />
            <DiallingSentence campaign={campaign} />
          </Group>
        }
      >
        {role !== 'supervisor' && <CampaignActions campaign={campaign} isCompact={false} />}
      </PageTitle>
      <Tabs value={tab} onChange={choose} keepMounted={false} activateTabWithKeyboard={false}>
        <Tabs.List mb="md">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <CampaignOverview campaign={campaign} />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <Settings campaign={campaign} />
        </Tabs.Panel>
        <Tabs.Panel value="lists">
          <CampaignLists campaign={campaign} />
        </Tabs.Panel>
        <Tabs.Panel value="pacing">
          <PacingPanel campaign={campaign} />
        </Tabs.Panel>
        <Tabs.Panel value="forecast">
          <Forecast campaign={campaign} />
        </Tabs.Panel>
        <Tabs.Panel value="refusals">
          <CampaignRefusals campaign={campaign} />
        </Tabs.Panel>
        {innerPages.map((one) => (
          <Tabs.Panel key={one} value={one}>
            <Outlet />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

/** The page of another feature that the address opens within this one. */
function useInnerPage() {
  const path = useChildMatches({ select: (matches) => matches.at(-1)?.pathname.split('/').at(-1) });
  return innerPages.find((one) => one === path);
}

function Settings({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const { tab: _, ...wish } = route.useSearch();
  const navigate = useNavigate();
  const setup = useQuery(setupQuery);
  const settings = useQuery(settingsQuery(campaign.id));
  const failed = [setup, settings].find(({ isLoadingError }) => isLoadingError);
  if (failed) return <ErrorSentence error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!setup.data || !settings.data) return <Skeleton height={420} />;
  return (
    <CampaignEditor
      campaign={settings.data}
      setup={setup.data}
      wish={wish}
      onSaved={() => {
        notifications.show({ color: 'teal', message: t('editor.saved') });
        // A wish that has come true must not be filled in again by a reload.
        const here = {
          to: '/campaigns/$id',
          params: { id: campaign.id },
          search: { tab: 'settings' },
        } as const;
        void navigate({ ...here, replace: true, ignoreBlocker: true });
      }}
    />
  );
}

function Forecast({ campaign }: { campaign: Campaign }) {
  const setup = useQuery(setupQuery);
  if (setup.isError) return <ErrorSentence error={setup.error} onRetry={() => void setup.refetch()} />;
  if (setup.isPending) return <Skeleton height={420} />;
  return <ForecastPanel campaign={campaign} setup={setup.data} />;
}

function Waiting() {
  return (
    <Stack aria-hidden>
      <Skeleton height={36} width={320} />
      <Skeleton height={40} />
      <Skeleton height={240} />
    </Stack>
  );
}
