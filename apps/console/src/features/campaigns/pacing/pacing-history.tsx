import { Button, Card, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestIndex } from '../../../shared/chart/chart-scale.ts';
import { ChartSlider } from '../../../shared/chart/chart-slider.tsx';
import { useMe } from '../../../shared/session.tsx';
import { useAbandonAim } from '../../../shared/trade/abandonment.ts';
import type { Campaign } from '../../../shared/trade/contract.ts';
import { clockText } from './clock-text.ts';
import { InstantView } from './instant-view.tsx';
import { PacingCharts } from './pacing-charts.tsx';
import type { PacingPoint, Stretch } from './pacing-points.ts';
import { useDecisionAt } from './pacing-queries.ts';
import { PointsTable } from './points-table.tsx';

/** How long the cursor rests before the decision of its instant is asked for, in ms. */
const restMs = 200;

/** The series with a cursor over them, and the decision in force where it stands. Without a cursor: the newest. */
export function PacingHistory({
  campaign,
  points,
  stretch,
  gapMs,
  isLive,
}: {
  campaign: Campaign;
  points: readonly PacingPoint[];
  stretch: Stretch;
  gapMs: number;
  isLive: boolean;
}) {
  const { t, i18n } = useTranslation('campaignPacing');
  const { timeZone } = useMe();
  const aim = useAbandonAim(campaign.id);
  const [hoverMs, setHover] = useState<number | null>(null);
  const [chosenMs, setChosen] = useState<number | null>(null);
  const times = points.map(({ atMs }) => atMs);
  const lookedAtMs = hoverMs ?? chosenMs;
  const index = (lookedAtMs === null ? null : nearestIndex(times, lookedAtMs)) ?? points.length - 1;
  const point = points[index];
  const [restingMs] = useDebouncedValue(lookedAtMs === null ? null : (point?.atMs ?? null), restMs);
  const inForce = useDecisionAt(campaign.id, restingMs);
  if (!point) return null;
  const exact = inForce.data && !inForce.isPlaceholderData && restingMs === point.atMs ? inForce.data : null;
  const text = t('values', {
    at: clockText(point.atMs, i18n.language, timeZone),
    ready: point.agents.ready,
    talking: point.agents.talking,
    calls: point.decision.callsDialling,
  });
  return (
    <Stack>
      <Card withBorder>
        <PacingCharts
          aim={aim}
          points={points}
          stretch={stretch}
          gapMs={gapMs}
          cursor={index}
          onHover={(hovered) => setHover(hovered === null ? null : (times[hovered] ?? null))}
          onChoose={(chosen) => setChosen(times[chosen] ?? null)}
        />
        <ChartSlider
          label={t('instant.slider')}
          text={text}
          index={index}
          times={times}
          domain={stretch}
          onChange={(chosen) => setChosen(times[chosen] ?? null)}
        />
      </Card>
      <InstantView point={exact ?? point} aim={exact?.picture?.account?.aim ?? aim}>
        {isLive && (
          <Button
            size="compact-sm"
            variant="default"
            style={{ visibility: chosenMs === null ? 'hidden' : 'visible' }}
            onClick={() => setChosen(null)}
          >
            {t('instant.now')}
          </Button>
        )}
      </InstantView>
      <PointsTable points={points} />
    </Stack>
  );
}
