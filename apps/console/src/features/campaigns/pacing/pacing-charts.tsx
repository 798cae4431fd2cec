import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { timeTicks } from '../../../shared/chart/chart-scale.ts';
import { SeriesChart } from '../../../shared/chart/series-chart.tsx';
import { formatNumber, formatShare } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { minuteText } from './clock-text.ts';
import type { PacingPoint, Stretch } from './pacing-points.ts';

/** The hues of the agents' states, as on the live view. */
const colors = {
  ready: 'light-dark(#1c6fb0, #4aa3e0)',
  talking: 'light-dark(#8e44ad, #c084d8)',
  wrapUp: 'light-dark(#14785c, #38b48c)',
  dialling: 'light-dark(#5f6670, #adb5bd)',
  expected: 'light-dark(#c77700, #f0b63a)',
  abandoned: 'light-dark(#343a40, #e9ecef)',
} as const;

/** Agents by what they do, calls that are out, abandoned calls against their limit: one above the other, one cursor. */
export function PacingCharts({
  aim,
  points,
  stretch,
  gapMs,
  cursor,
  onHover,
  onChoose,
}: {
  aim: number | null;
  points: readonly PacingPoint[];
  stretch: Stretch;
  gapMs: number;
  cursor: number;
  onHover: (index: number | null) => void;
  onChoose: (index: number) => void;
}) {
  const { t, i18n } = useTranslation('campaignPacing');
  const { timeZone } = useMe();
  const limit = points.findLast(({ decision }) => decision.abandonedLimit !== null)?.decision.abandonedLimit;
  const offsetMs = Temporal.Instant.fromEpochMilliseconds(stretch.fromMs).toZonedDateTimeISO(
    timeZone,
  ).offsetNanoseconds;
  const shared = {
    times: points.map(({ atMs }) => atMs),
    domain: stretch,
    gapMs,
    ticks: timeTicks(stretch, 8, offsetMs / 1e6),
    tickText: (atMs: number) => minuteText(atMs, i18n.language, timeZone),
    cursor,
    onHover,
    onChoose,
  };
  const count = (value: number) => formatNumber(Math.round(value * 10) / 10, i18n.language);
  const share = (value: number) => formatShare(value, i18n.language);
  return (
    <Stack gap="sm">
      <SeriesChart
        {...shared}
        title={t('agents')}
        isStacked
        valueMin={4}
        valueText={count}
        series={[
          series('talking', t('talking'), points, ({ agents }) => agents.talking),
          series('wrapUp', t('wrapUp'), points, ({ agents }) => agents.wrapUp),
          series('ready', t('ready'), points, ({ agents }) => agents.ready),
        ]}
      />
      <SeriesChart
        {...shared}
        title={t('calls')}
        valueMin={5}
        valueText={count}
        series={[
          series('dialling', t('dialling'), points, ({ decision }) => decision.callsDialling),
          series('expected', t('expected'), points, ({ decision }) => decision.answersExpected),
        ]}
      />
      <SeriesChart
        {...shared}
        title={t('abandoned')}
        height={120}
        valueMin={0.01}
        valueText={share}
        series={[series('abandoned', t('share'), points, ({ decision }) => decision.abandonedShare)]}
        marks={[
          ...(limit === undefined || limit === null ? [] : [{ value: limit, label: t('limit'), dash: '' }]),
          ...(aim === null ? [] : [{ value: aim, label: t('aim'), dash: '3 3' }]),
        ]}
      />
    </Stack>
  );
}

const series = (
  key: keyof typeof colors,
  label: string,
  points: readonly PacingPoint[],
  read: (point: PacingPoint) => number | null,
) => ({ key, label, color: colors[key], values: points.map(read) });
