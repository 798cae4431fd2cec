import { Button, Card, Group, Paper, Progress, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence, notifyError } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { formatDateTime, formatShare } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import type { Campaign } from '../../shared/trade/contract.ts';
import { RuleLink } from '../../shared/trade/rule-link.tsx';
import { StrengthChip } from '../../shared/trade/strength-chip.tsx';
import { useRefresh } from '../../shared/use-refresh.ts';

type Refusal = InferResponseType<(typeof api.v1.campaigns)[':id']['refusals']['$get']>['data'][number];

const refusalsQuery = (id: Campaign['id']) =>
  queryOptions({
    queryKey: ['refusals', id],
    queryFn: async () => (await ask(api.v1.campaigns[':id'].refusals.$get({ param: { id } }))).data,
    refetchOnMount: 'always',
  });

/** What keeps leads from being called: each rule in words, how many leads it holds, and until when. */
export function CampaignRefusals({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const query = refusalsQuery(campaign.id);
  const refusals = useQuery(query);
  const refresh = useRefresh(query.queryKey);
  useEventsOf('campaign.changed', (event) => event.campaignId === campaign.id && refresh());
  if (refusals.isError)
    return <ErrorSentence error={refusals.error} onRetry={() => void refusals.refetch()} />;
  if (refusals.isPending) return <Skeleton height={240} />;
  if (refusals.data.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState icon={IconCircleCheck} title={t('refusals.none')}>
          {t('refusals.noneText')}
        </EmptyState>
      </Paper>
    );
  }
  return (
    <Card withBorder component="section" aria-label={t('refusals.title')}>
      <Group justify="space-between" align="flex-start" mb="md">
        <div>
          <Text fw={650}>{t('refusals.title')}</Text>
          <Text size="sm" c="dimmed">
            {t('refusals.description')}
          </Text>
        </div>
        {refusals.data.some(({ never }) => never > 0) && <ReopenButton campaign={campaign} />}
      </Group>
      <Stack component="ul" m={0} p={0} gap="lg" style={{ listStyle: 'none' }}>
        {refusals.data.map((refusal) => (
          <RefusalRow key={refusal.ruleId} refusal={refusal} leadsTotal={campaign.counts.leads} />
        ))}
      </Stack>
    </Card>
  );
}

/** Leads that no rule will ever allow as things stood are closed; things may have changed. */
function ReopenButton({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const { role } = useMe();
  const client = useQueryClient();
  const reopen = useMutation({
    mutationFn: () => ask(api.v1.campaigns[':id'].refusals.reopen.$post({ param: { id: campaign.id } })),
    onSuccess: ({ reopened }) => {
      notifications.show({ color: 'teal', message: t('refusals.reopened', { count: reopened }) });
      void client.invalidateQueries({ queryKey: refusalsQuery(campaign.id).queryKey });
    },
    onError: notifyError,
  });
  if (role === 'supervisor') return null;
  return (
    <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate()}>
      {t('refusals.reopen')}
    </Button>
  );
}

function RefusalRow({ refusal, leadsTotal }: { refusal: Refusal; leadsTotal: number }) {
  const { t, i18n } = useTranslation('campaigns');
  const { ruleId, strength, citation, text, leads } = refusal;
  const share = leadsTotal > 0 ? Math.min(1, leads / leadsTotal) : 0;
  return (
    <li>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xl">
        <div>
          <Text>{text}</Text>
          <Group gap="xs" mt={2}>
            <StrengthChip strength={strength} />
            <Text size="sm" c="dimmed">
              {citation} · <RuleLink rule={ruleId} />
            </Text>
          </Group>
        </div>
        <Text fw={650} className="figures" style={{ whiteSpace: 'nowrap' }}>
          {t('refusals.leads', { count: leads })}
        </Text>
      </Group>
      <Progress
        mt={8}
        size="md"
        value={share * 100}
        aria-label={t('refusals.share', { rule: ruleId, share: formatShare(share, i18n.language) })}
      />
      <Text size="sm" mt={4}>
        <WhenCallable refusal={refusal} />
      </Text>
    </li>
  );
}

/** When the leads that a rule holds may be called: soonest, latest, and how many never. */
function WhenCallable({ refusal: { leads, never, soonestMs, latestMs } }: { refusal: Refusal }) {
  const { t, i18n } = useTranslation('campaigns');
  const { timeZone } = useMe();
  if (soonestMs === null || latestMs === null || never >= leads) return t('refusals.never');
  const at = (ms: number) => formatDateTime(ms, i18n.language, timeZone);
  const span =
    soonestMs === latestMs
      ? t('refusals.at', { at: at(soonestMs) })
      : t('refusals.between', { from: at(soonestMs), to: at(latestMs) });
  return never > 0 ? `${span} ; ${t('refusals.neverSome', { count: never })}` : span;
}
