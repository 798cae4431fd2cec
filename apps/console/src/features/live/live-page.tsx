import type { AgentState } from '@alize/model';
import {
  Alert,
  Button,
  Card,
  Group,
  Select,
  Skeleton,
  Stack,
  Title,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconSpeakerphone, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveView } from '../../shared/contract.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { useMe } from '../../shared/session.tsx';
import { Chip } from '../../shared/trade/chip.tsx';
import { countByState, type LiveFilter, shownAgents, stateOrder } from './agent-order.ts';
import { AgentTile, stateIcons } from './agent-tile.tsx';
import { CallsTable } from './calls-table.tsx';
import { CampaignTile } from './campaign-tile.tsx';
import classes from './live.module.css';
import { useLive } from './use-live.ts';

export function LivePage() {
  const { t } = useTranslation('live');
  const live = useLive();
  const [filter, setFilter] = useState<LiveFilter>({ campaignId: null, states: [] });
  return (
    <>
      <PageTitle title={t('title')}>
        {live.data && <Health dialer={live.data.dialer} />}
        {live.data && live.data.campaigns.length > 1 && (
          <Select
            aria-label={t('filter.campaign')}
            placeholder={t('filter.all')}
            clearable
            data={live.data.campaigns.map(({ id, name }) => ({ value: id, label: name }))}
            value={filter.campaignId}
            onChange={(campaignId) => setFilter({ ...filter, campaignId })}
          />
        )}
      </PageTitle>
      {live.isError && <ErrorSentence error={live.error} onRetry={() => void live.refetch()} />}
      {live.isPending && <Waiting />}
      {live.data && <Board live={live.data} filter={filter} onFilter={setFilter} />}
    </>
  );
}

function Board({
  live,
  filter,
  onFilter,
}: {
  live: LiveView;
  filter: LiveFilter;
  onFilter: (filter: LiveFilter) => void;
}) {
  const { t } = useTranslation('live');
  const isShown = (id: string) => filter.campaignId === null || filter.campaignId === id;
  const calls = live.calls.filter((call) => isShown(call.campaignId));
  return (
    <Stack gap="md">
      <Trouble dialer={live.dialer} />
      {live.campaigns.length === 0 && <NoCampaign />}
      <section className={classes.campaigns} aria-label={t('campaigns')}>
        {live.campaigns
          .filter((campaign) => isShown(campaign.id))
          .sort((a, b) => Number(b.state === 'running') - Number(a.state === 'running'))
          .map((campaign) => (
            <CampaignTile key={campaign.id} campaign={campaign} />
          ))}
      </section>
      <div className={classes.body}>
        <section aria-label={t('agents')}>
          <VisuallyHidden component="h2">{t('agents')}</VisuallyHidden>
          <StateFilter live={live} filter={filter} onFilter={onFilter} />
          <AgentGrid live={live} filter={filter} />
        </section>
        <section aria-label={t('calls')}>
          <Title order={2} size="h4" mb="xs" lh="34px">
            {t('calls')} · <span className="figures">{calls.length}</span>
          </Title>
          <Card withBorder p={4}>
            <CallsTable calls={calls} agents={live.agents} />
          </Card>
        </section>
      </div>
    </Stack>
  );
}

function AgentGrid({ live, filter }: { live: LiveView; filter: LiveFilter }) {
  const { t, i18n } = useTranslation('live');
  const agents = shownAgents(live, filter, i18n.language);
  const names = new Map<string, string>(live.campaigns.map(({ id, name }) => [id, name]));
  if (live.agents.length === 0) {
    return (
      <Card withBorder>
        <EmptyState icon={IconUsers} title={t('noAgent')}>
          {t('noAgentText')}
        </EmptyState>
      </Card>
    );
  }
  if (agents.length === 0) return <p>{t('filter.none')}</p>;
  return (
    <ul className={classes.agents}>
      {agents.map((agent) => (
        <AgentTile
          key={agent.userId}
          agent={agent}
          campaignName={(agent.campaignId && names.get(agent.campaignId)) || null}
        />
      ))}
    </ul>
  );
}

/** How many agents are in each state; each count is also a filter. */
function StateFilter({
  live,
  filter,
  onFilter,
}: {
  live: LiveView;
  filter: LiveFilter;
  onFilter: (filter: LiveFilter) => void;
}) {
  const { t } = useTranslation(['live', 'shared']);
  const counts = countByState(live, filter);
  const toggle = (state: AgentState) => {
    const isOn = filter.states.includes(state);
    onFilter({
      ...filter,
      states: isOn ? filter.states.filter((one) => one !== state) : [...filter.states, state],
    });
  };
  return (
    <Group gap={6} mb="xs" role="group" aria-label={t('filter.states')}>
      {stateOrder.map((state) => {
        const Picture = stateIcons[state];
        return (
          <UnstyledButton
            key={state}
            className={classes.filter}
            aria-pressed={filter.states.includes(state)}
            onClick={() => toggle(state)}
          >
            <Picture size={16} aria-hidden />
            {t(`shared:agentState.${state}`)}
            <strong>{counts[state]}</strong>
          </UnstyledButton>
        );
      })}
    </Group>
  );
}

function Health({ dialer }: { dialer: LiveView['dialer'] }) {
  const { t } = useTranslation('live');
  if (!dialer.isRunning || !dialer.isAsteriskUp) return null;
  const words = [t('health.running'), t('health.asteriskUp')];
  return words.map((word) => (
    <Chip key={word} color="teal" size="lg" icon={<IconCheck size={14} aria-hidden />}>
      {word}
    </Chip>
  ));
}

function Trouble({ dialer }: { dialer: LiveView['dialer'] }) {
  const { t } = useTranslation('live');
  if (dialer.isRunning && dialer.isAsteriskUp) return null;
  return (
    <Alert color="red.9" variant="filled" role="alert" icon={<IconAlertTriangle aria-hidden />}>
      {t(dialer.isRunning ? 'health.asteriskDown' : 'health.noDialer')}
    </Alert>
  );
}

function NoCampaign() {
  const { t } = useTranslation('live');
  const { role } = useMe();
  return (
    <Card withBorder>
      <EmptyState
        icon={IconSpeakerphone}
        title={t('noCampaign')}
        action={
          role !== 'supervisor' && (
            <Button component={Link} to="/campaigns">
              {t('toCampaigns')}
            </Button>
          )
        }
      >
        {t('noCampaignText')}
      </EmptyState>
    </Card>
  );
}

function Waiting() {
  return (
    <Stack aria-hidden>
      <Skeleton height={150} />
      <Skeleton height={280} />
    </Stack>
  );
}
