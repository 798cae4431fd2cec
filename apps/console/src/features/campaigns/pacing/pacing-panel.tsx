import { Card, Group, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/empty-state.tsx';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { dayOf } from '../../../shared/local-day.ts';
import { nowMs } from '../../../shared/server-clock.ts';
import { useMe } from '../../../shared/session.tsx';
import type { Campaign } from '../../../shared/trade/contract.ts';
import { DayField } from '../../../shared/trade/day-field.tsx';
import { useNow } from '../../../shared/use-now.ts';
import { PacingHistory } from './pacing-history.tsx';
import { gapOf, type Span, shownStretch, spans, stretchOf } from './pacing-points.ts';
import { usePacingPoints } from './pacing-queries.ts';

/** How the campaign is and was paced: who was free, what was out, and why not more. */
export function PacingPanel({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaignPacing');
  const { timeZone: zone } = useMe();
  const now = useNow(5000);
  const today = dayOf(now, zone);
  const [span, setSpan] = useState<Span>('hour');
  const [day, setDay] = useState(() =>
    Temporal.PlainDate.from(dayOf(nowMs(), zone)).subtract({ days: 1 }).toString(),
  );
  const stretchAt = (instantMs: number) => stretchOf(span, { nowMs: instantMs, today, day, zone });
  const points = usePacingPoints(campaign.id, { span, day, stretch: () => stretchAt(nowMs()) });
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <SegmentedControl
          aria-label={t('span.label')}
          value={span}
          onChange={(value) => setSpan(spans.find((one) => one === value) ?? 'hour')}
          data={spans.map((value) => ({ value, label: t(`span.${value}`) }))}
        />
        {span === 'day' && (
          <DayField
            label={t('day')}
            w={150}
            maxDate={today}
            value={day}
            onChange={(chosen) => chosen && setDay(chosen)}
          />
        )}
      </Group>
      {points.isError && <ErrorSentence error={points.error} onRetry={() => void points.refetch()} />}
      {points.isPending && <Skeleton height={560} aria-hidden />}
      {points.data?.length === 0 && (
        <Card withBorder>
          <EmptyState icon={IconChartLine} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        </Card>
      )}
      {points.data && points.data.length > 0 && (
        <PacingHistory
          key={`${span} ${day}`}
          campaign={campaign}
          points={points.data}
          stretch={shownStretch(span, stretchAt(now), points.data)}
          gapMs={gapOf(stretchAt(now))}
          isLive={span !== 'day'}
        />
      )}
    </Stack>
  );
}
