import { Card, Group, Progress, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEventsOf } from '../../shared/events.ts';
import { formatDateTime, formatShare } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { type AbandonmentAccount, accountsQuery } from '../../shared/trade/abandonment.ts';
import { Chip } from '../../shared/trade/chip.tsx';
import type { Campaign } from '../../shared/trade/contract.ts';
import { RuleLink } from '../../shared/trade/rule-link.tsx';
import { useRefresh } from '../../shared/use-refresh.ts';

/** Where the campaign stands with its abandoned calls, by each law of the people it has reached; nothing before a call. */
export function CampaignAbandonment({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaigns');
  const query = accountsQuery(campaign.id);
  const accounts = useQuery(query);
  const refresh = useRefresh(query.queryKey, 5_000);
  useEventsOf('call.changed', ({ campaignId, progress }) => {
    if (campaignId === campaign.id && progress === 'ended') refresh();
  });
  if (!accounts.data || accounts.data.length === 0) return null;
  return (
    <Card withBorder component="section" aria-label={t('abandonment.title')}>
      <Text fw={650} mb="sm">
        {t('abandonment.title')}
      </Text>
      <Stack>
        {accounts.data.map((account) => (
          <AccountBar key={account.pack} account={account} />
        ))}
      </Stack>
    </Card>
  );
}

const colors = { fine: 'teal', slow: 'yellow', stop: 'red' } as const;

/** The share against its limit: the bar is full when the limit is reached. */
function AccountBar({ account }: { account: AbandonmentAccount }) {
  const { t, i18n } = useTranslation('campaigns');
  const { timeZone } = useMe();
  const { rate, limit, target, numerator, denominator, isSmallSample, standing, ruleId } = account;
  const share = (value: number) => formatShare(value, i18n.language);
  // Too few answers say nothing: the bar warns only once they do.
  const color = isSmallSample ? 'gray' : colors[standing];
  return (
    <div>
      <Group justify="space-between">
        <Text>
          {t('abandonment.of', { numerator, denominator, rate: rate === null ? '–' : share(rate) })}
        </Text>
        <Chip color={color === 'gray' ? 'gray' : color}>
          {t(isSmallSample ? 'abandonment.small' : `abandonment.${standing}`)}
        </Chip>
      </Group>
      <Progress
        mt={6}
        size="lg"
        color={color}
        value={Math.min(100, ((rate ?? 0) / limit) * 100)}
        aria-label={t('abandonment.title')}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {t('abandonment.terms', { limit: share(limit), target: share(target) })} · {account.citation} ·{' '}
        <RuleLink rule={ruleId} /> ·{' '}
        {t('abandonment.since', { at: formatDateTime(account.windowFromMs, i18n.language, timeZone) })}
      </Text>
    </div>
  );
}
