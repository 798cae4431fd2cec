import { Card, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPhone, formatShare } from '../../shared/format.ts';
import type { Campaign } from '../../shared/trade/contract.ts';
import { setupQuery, versionQuery } from '../../shared/trade/queries.ts';
import { CampaignAbandonment } from './campaign-abandonment.tsx';
import { CampaignLists } from './lists/campaign-lists.tsx';
import { PenetrationBar } from './penetration-bar.tsx';

/** How far the campaign has come, and what it is. */
export function CampaignOverview({ campaign }: { campaign: Campaign }) {
  const { t, i18n } = useTranslation('campaigns');
  const { counts } = campaign;
  const contact = counts.attemptsToday > 0 ? counts.answeredToday / counts.attemptsToday : null;
  const count = (value: number) => formatNumber(value, i18n.language);
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Panel title={t('overview.leads')}>
          <Figures
            figures={[
              [t('overview.leads'), count(counts.leads)],
              [t('overview.open'), count(counts.open)],
              [t('overview.due'), count(counts.due)],
              [t('overview.calling'), count(counts.calling)],
            ]}
          />
          <PenetrationBar campaign={campaign} />
        </Panel>
        <Panel title={t('overview.todayTitle')}>
          <Figures
            figures={[
              [t('today.attempts'), count(counts.attemptsToday)],
              [t('today.answered'), count(counts.answeredToday)],
              [t('today.contact'), contact === null ? '–' : formatShare(contact, i18n.language)],
              [t('today.success'), count(counts.successToday)],
            ]}
          />
        </Panel>
      </SimpleGrid>
      <CampaignAbandonment campaign={campaign} />
      <MainSettings campaign={campaign} />
      <CampaignLists campaign={campaign} />
    </Stack>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Text fw={650} mb="sm">
        {title}
      </Text>
      <Stack>{children}</Stack>
    </Card>
  );
}

function Figures({ figures }: { figures: readonly (readonly [word: string, figure: string])[] }) {
  return (
    <Group component="dl" m={0} gap="xl">
      {figures.map(([word, figure]) => (
        <Stack key={word} gap={0} style={{ flexDirection: 'column-reverse' }}>
          <Text component="dt" size="sm" c="dimmed">
            {word}
          </Text>
          <Text component="dd" m={0} fz={28} lh={1.2} fw={650} className="figures">
            {figure}
          </Text>
        </Stack>
      ))}
    </Group>
  );
}

function MainSettings({ campaign }: { campaign: Campaign }) {
  const { t, i18n } = useTranslation(['campaigns', 'trade', 'shared']);
  const count = (value: number) => formatNumber(value, i18n.language);
  const aim =
    campaign.abandonAim === null
      ? t('editor.abandonAimEmpty')
      : formatShare(campaign.abandonAim, i18n.language);
  const { data: setup } = useQuery(setupQuery);
  const callerId = setup?.callerIds.find(({ id }) => id === campaign.callerIdId);
  const { data: script } = useQuery(versionQuery(campaign.scriptVersionId));
  const team = setup?.agents.filter(({ id }) => campaign.teamUserIds.includes(id)).map(({ name }) => name);
  const rows = [
    [t('editor.kind'), t(`shared:campaignKind.${campaign.kind}`)],
    [t('editor.purpose'), t(`trade:purpose.${campaign.purpose}`)],
    [t('editor.object'), campaign.object ?? '–'],
    [t('editor.dialMode'), t(`trade:dialMode.${campaign.dialMode}`)],
    ...(campaign.dialMode === 'power' ? [[t('editor.powerRatio'), count(campaign.powerRatio)] as const] : []),
    ...(campaign.dialMode === 'progressive' ? [] : [[t('editor.abandonAim'), aim] as const]),
    [t('editor.priority'), String(campaign.priority)],
    [t('editor.callerId'), callerId ? formatPhone(callerId.number) : '…'],
    [
      t('editor.script'),
      script ? t('editor.scriptVersion', { name: script.name, version: script.version }) : '…',
    ],
    [t('editor.linesMax'), String(campaign.linesMax)],
    [t('editor.agents'), team ? team.join(', ') || '–' : '…'],
    [t('schedule.zone'), campaign.schedule.zone],
  ] as const;
  return (
    <Panel title={t('overview.setUp')}>
      <SimpleGrid component="dl" m={0} cols={{ base: 2, md: 4 }} verticalSpacing="sm">
        {rows.map(([word, value]) => (
          <div key={word}>
            <Text component="dt" size="sm" c="dimmed">
              {word}
            </Text>
            <Text component="dd" m={0}>
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Panel>
  );
}
