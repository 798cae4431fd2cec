import { Badge, Container, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../shared/contract.ts';
import { formatDuration, formatNumber } from '../../shared/format.ts';
import { CallbackList } from './callbacks-menu.tsx';
import classes from './desk.module.css';

/** Between calls: what to expect, the day's own figures, the callbacks to come. */
export function IdleView({ agent }: { agent: AgentView }) {
  const { t, i18n } = useTranslation(['desk', 'shared']);
  const isReady = agent.state === 'ready';
  useEffect(() => {
    document.title = `${isReady ? t('idle.ready') : t('title')} · Alizé`;
  }, [isReady, t]);
  const figures = [
    [t('idle.calls'), formatNumber(agent.today.calls, i18n.language)],
    [t('idle.successes'), formatNumber(agent.today.successes, i18n.language)],
    [t('idle.talk'), formatDuration(agent.today.talkMs)],
  ] as const;
  return (
    <div className={classes.idle}>
      <Container size="md">
        <Title order={1} size="h2" ta="center" mb={4}>
          {isReady ? t('idle.ready') : t(`shared:agentState.${agent.state}`)}
        </Title>
        <Group justify="center" gap={6} mb="xl">
          <Text size="sm" c="dimmed">
            {agent.campaigns.length === 0 ? t('idle.noCampaign') : t('idle.campaigns')}
          </Text>
          {agent.campaigns.map((campaign) => (
            <Badge key={campaign.id} variant="default" tt="none" fw={500}>
              {campaign.name}
            </Badge>
          ))}
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <section className={classes.card} aria-labelledby="my-day">
            <Title order={2} size="h5" mb="sm" id="my-day">
              {t('idle.today')}
            </Title>
            <SimpleGrid cols={3} component="dl" m={0}>
              {figures.map(([label, value]) => (
                <div key={label}>
                  <Text component="dt" size="sm" c="dimmed">
                    {label}
                  </Text>
                  <dd className={`${classes.figure} figures`} style={{ margin: 0 }}>
                    {value}
                  </dd>
                </div>
              ))}
            </SimpleGrid>
          </section>
          <section className={classes.card} aria-labelledby="my-callbacks">
            <Title order={2} size="h5" mb="sm" id="my-callbacks">
              {t('callbacks.title')}
            </Title>
            <CallbackList callbacks={agent.callbacks} />
          </section>
        </SimpleGrid>
      </Container>
    </div>
  );
}
