import { Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeTicks } from '../../../shared/chart/chart-scale.ts';
import { ChartSlider } from '../../../shared/chart/chart-slider.tsx';
import { type Series, SeriesChart } from '../../../shared/chart/series-chart.tsx';
import { formatNumber, formatShare } from '../../../shared/format.ts';
import { clockOfMs, daySeries, type Metric, metrics } from './day-series.ts';
import type { ForecastAnswer } from './forecast-query.ts';

/** Apart for colour-blind eyes (Okabe and Ito 2008), and each with a stroke of its own. */
const strokes = [
  { color: 'light-dark(#0072b2, #56b4e9)', dash: '' },
  { color: 'light-dark(#c24e00, #f0873a)', dash: '7 4' },
  { color: 'light-dark(#007a5a, #38b48c)', dash: '2 4' },
  { color: 'light-dark(#a8447f, #e29ac4)', dash: '10 3 2 3' },
] as const;
const actualStroke = { color: 'light-dark(#495057, #ced4da)', dash: '' } as const;

/** The day as each variant would go, and as it went if it has passed, by one measure at a time. */
export function ForecastChart({ answer }: { answer: ForecastAnswer }) {
  const { t, i18n } = useTranslation('campaignForecast');
  const [metric, setMetric] = useState<Metric>('busyShare');
  const [hovered, setHovered] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const { variants, actual } = answer;
  const { times, values } = daySeries(actual ? [...variants, actual] : variants, metric);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return null;
  const series: Series[] = values.map((line, index) => ({
    key: String(index),
    label: variants[index]?.name ?? t('actual'),
    ...(index < variants.length ? (strokes[index] ?? actualStroke) : actualStroke),
    values: line,
  }));
  const domain = { fromMs: first, toMs: Math.max(last, first + 1) };
  const cursor = Math.min(hovered ?? chosen, times.length - 1);
  const valueText = (value: number) =>
    metric === 'busyShare'
      ? formatShare(value, i18n.language)
      : formatNumber(Math.round(value * 10) / 10, i18n.language);
  const clock = clockOfMs(times[cursor] ?? first);
  const spoken = series.map(({ label, values: line }) => {
    const value = line[cursor];
    return `${label} ${value === null || value === undefined ? '–' : valueText(value)}`;
  });
  return (
    <>
      <Group justify="flex-end" mb="xs">
        <SegmentedControl
          size="xs"
          style={{ maxWidth: '100%', overflowX: 'auto' }}
          aria-label={t('chart.metric')}
          value={metric}
          onChange={(value) => setMetric(metrics.find((one) => one === value) ?? 'busyShare')}
          data={metrics.map((value) => ({ value, label: t(`chart.${value}`) }))}
        />
      </Group>
      <SeriesChart
        title={`${t('chart.title')} · ${clock}`}
        height={220}
        times={times}
        series={series}
        domain={domain}
        ticks={timeTicks(domain, 10)}
        tickText={clockOfMs}
        valueText={valueText}
        valueMin={metric === 'busyShare' ? 1 : 2}
        cursor={cursor}
        onHover={setHovered}
        onChoose={setChosen}
      />
      <ChartSlider
        label={t('chart.slider')}
        text={`${clock}, ${spoken.join(', ')}`}
        index={cursor}
        times={times}
        domain={domain}
        onChange={setChosen}
      />
    </>
  );
}
