import { Anchor, Button, Group, Paper, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatNumber, formatShare } from '../../shared/format.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { CampaignStatusBadge } from '../../shared/trade/campaign-status-badge.tsx';
import type { Campaign } from '../../shared/trade/contract.ts';
import { campaignsQuery } from '../../shared/trade/queries.ts';
import { CampaignActions } from './campaign-actions.tsx';
import { useLiveCampaigns } from './campaign-changes.ts';
import { DiallingSentence } from './dialling-sentence.tsx';
import { PenetrationBar } from './penetration-bar.tsx';

export function CampaignsPage() {
  const { t } = useTranslation('campaigns');
  const campaigns = useQuery(campaignsQuery);
  useLiveCampaigns();
  return (
    <>
      <PageTitle title={t('title')} description={t('description')}>
        {campaigns.data && campaigns.data.length > 0 && <CreateButton />}
      </PageTitle>
      {campaigns.isError && (
        <ErrorSentence error={campaigns.error} onRetry={() => void campaigns.refetch()} />
      )}
      {campaigns.isPending && <Waiting />}
      {campaigns.data?.length === 0 && (
        <Paper withBorder>
          <EmptyState icon={IconSpeakerphone} title={t('empty.title')} action={<CreateButton />}>
            {t('empty.text')}
          </EmptyState>
        </Paper>
      )}
      {campaigns.data && campaigns.data.length > 0 && <CampaignTable campaigns={campaigns.data} />}
    </>
  );
}

function CreateButton() {
  const { t } = useTranslation('campaigns');
  return (
    <Button component={Link} to="/campaigns/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('create')}
    </Button>
  );
}

function CampaignTable({ campaigns }: { campaigns: readonly Campaign[] }) {
  const { t } = useTranslation('campaigns');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={820}>
        <Table verticalSpacing="md" horizontalSpacing="md" aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.campaign')}</Table.Th>
              <Table.Th>{t('column.state')}</Table.Th>
              <Table.Th w={230}>{t('column.progress')}</Table.Th>
              <Table.Th w={210}>{t('column.today')}</Table.Th>
              <Table.Th ta="right">{t('column.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {campaigns.map((campaign) => (
              <CampaignRow key={campaign.id} campaign={campaign} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function CampaignRow({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation(['campaigns', 'shared']);
  return (
    <Table.Tr>
      <Table.Td>
        <Stack gap={2}>
          <Anchor component={Link} to={`/campaigns/${campaign.id}`} fw={650} c="inherit">
            {campaign.name}
          </Anchor>
          <Text size="xs" c="dimmed">
            {t(`shared:campaignKind.${campaign.kind}`)}
          </Text>
          <DiallingSentence campaign={campaign} />
        </Stack>
      </Table.Td>
      <Table.Td>
        <CampaignStatusBadge campaign={campaign} />
      </Table.Td>
      <Table.Td>
        <PenetrationBar campaign={campaign} />
      </Table.Td>
      <Table.Td>
        <TodayFigures campaign={campaign} />
      </Table.Td>
      <Table.Td>
        <CampaignActions campaign={campaign} isCompact />
      </Table.Td>
    </Table.Tr>
  );
}

function TodayFigures({ campaign: { counts } }: { campaign: Campaign }) {
  const { t, i18n } = useTranslation('campaigns');
  const share = counts.attemptsToday > 0 ? counts.answeredToday / counts.attemptsToday : null;
  const figures = [
    [t('today.attempts'), formatNumber(counts.attemptsToday, i18n.language)],
    [t('today.contact'), share === null ? '–' : formatShare(share, i18n.language)],
    [t('today.success'), formatNumber(counts.successToday, i18n.language)],
  ] as const;
  return (
    <Group gap="lg" wrap="nowrap" component="dl" m={0}>
      {figures.map(([word, figure]) => (
        <Stack key={word} gap={0} style={{ flexDirection: 'column-reverse' }}>
          <Text component="dt" size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {word}
          </Text>
          <Text component="dd" m={0} fw={650} className="figures">
            {figure}
          </Text>
        </Stack>
      ))}
    </Group>
  );
}

function Waiting() {
  return (
    <Stack gap="sm" aria-hidden>
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} height={84} />
      ))}
    </Stack>
  );
}
