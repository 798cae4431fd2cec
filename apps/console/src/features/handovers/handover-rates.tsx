import type { CampaignId } from '@alize/model';
import { Card, Skeleton, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { IntervalBars, type IntervalRow } from '../../shared/chart/interval-bars.tsx';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatShare } from '../../shared/format.ts';
import { StackedBar } from '../../shared/trade/stacked-bar.tsx';
import type { Rate, Rates } from './contract.ts';
import { ratesQuery } from './handover-queries.ts';

/** How many of the leads that the client judged were accepted: in all, by agent and by list. */
export function HandoverRates({ campaignId }: { campaignId: CampaignId }) {
  const { t } = useTranslation('handovers');
  const rates = useQuery(ratesQuery(campaignId));
  if (rates.isError) return <ErrorSentence error={rates.error} onRetry={() => void rates.refetch()} />;
  if (rates.isPending) return <Skeleton height={320} aria-hidden />;
  const { total, byAgent, byList } = rates.data;
  return (
    <Stack>
      <Total total={total} />
      {total.acceptance === null ? (
        <Card withBorder>
          <EmptyState icon={IconScale} title={t('rates.none')}>
            {t('rates.noneText')}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Bars
            title={t('rates.byAgent')}
            heading={t('rates.agent')}
            rows={byAgent.map((rate) =>
              rowOf(rate, rate.agentId ?? '', rate.agentName ?? t('rates.noAgent')),
            )}
          />
          <Bars
            title={t('rates.byList')}
            heading={t('rates.list')}
            rows={byList.map((rate) => rowOf(rate, rate.listId, rate.listName))}
          />
          <Text size="sm" c="dimmed" maw={760}>
            {t('rates.help')}
          </Text>
          <Reasons rates={rates.data} />
        </>
      )}
    </Stack>
  );
}

/** Fewer verdicts than this say little. */
const smallBase = 10;

function rowOf({ accepted, rejected, acceptance }: Rate, key: string, label: string): IntervalRow {
  const base = accepted + rejected;
  return {
    key,
    label,
    share: acceptance?.share ?? null,
    low: acceptance?.low ?? null,
    high: acceptance?.high ?? null,
    count: accepted,
    base,
    isSmall: base < smallBase,
  };
}

function Total({ total: { accepted, rejected, waiting, acceptance } }: { total: Rate }) {
  const { t, i18n } = useTranslation('handovers');
  const share = (value: number) => formatShare(value, i18n.language);
  return (
    <Card withBorder component="section" aria-label={t('rates.total')}>
      {acceptance && (
        <Text className="figures" mb="sm">
          {t('rates.rate')}{' '}
          <Text span fz={28} fw={700} inherit>
            {share(acceptance.share)}
          </Text>{' '}
          <Text span size="sm" c="dimmed">
            {t('rates.between', { low: share(acceptance.low), high: share(acceptance.high) })}
          </Text>
        </Text>
      )}
      <StackedBar
        label={t('rates.total')}
        parts={[
          { key: 'accepted', label: t('rates.accepted'), count: accepted, color: 'teal.6' },
          { key: 'rejected', label: t('rates.rejected'), count: rejected, color: 'red.5' },
          { key: 'waiting', label: t('rates.waiting'), count: waiting, color: 'gray.4' },
        ]}
      />
    </Card>
  );
}

function Bars({ title, heading, rows }: { title: string; heading: string; rows: readonly IntervalRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Card withBorder component="section" aria-label={title}>
      <Text fw={650} component="h2" m={0} mb="xs">
        {title}
      </Text>
      <IntervalBars caption={title} heading={heading} rows={rows} />
    </Card>
  );
}

/** Why leads were rejected, most frequent first; a share of all rejections. */
function Reasons({ rates: { byReason, total } }: { rates: Rates }) {
  const { t } = useTranslation('handovers');
  return (
    <Bars
      title={t('rates.byReason')}
      heading={t('rates.reason')}
      rows={byReason.map(({ reason, count }) => ({
        ...{ key: reason, label: reason, low: null, high: null, count, base: total.rejected },
        share: total.rejected > 0 ? count / total.rejected : null,
      }))}
    />
  );
}
