import { Card, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatSeconds, formatShare } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import classes from './forecast.module.css';
import type { ForecastAnswer } from './forecast-query.ts';

/** What the forecast rests on, told plainly, so that nobody takes an assumption for a measurement. */
export function ForecastBasis({ basis }: { basis: ForecastAnswer['basis'] }) {
  const { t, i18n } = useTranslation('campaignForecast');
  const { timeZone } = useMe();
  const { source, calls, talks, fromMs, toMs } = basis;
  const day = (atMs: number) => formatDate(atMs, i18n.language, timeZone);
  const share = (value: number) => formatShare(value, i18n.language);
  const seconds = ({ median, mean }: { median: number; mean: number }) =>
    median > 0
      ? t('basis.seconds', { median: formatSeconds(median), mean: formatSeconds(mean) })
      : t('basis.meanSeconds', { mean: formatSeconds(mean) });
  const known = basis.answerShareByHour.filter((value) => value > 0);
  const [least, most] = [share(Math.min(...known)), share(Math.max(...known))];
  const rows = [
    [
      t('basis.answers'),
      known.length === 0
        ? '–'
        : least === most
          ? t('basis.answersSame', { most })
          : t('basis.answersText', { least, most }),
    ],
    [t('basis.machines'), t('basis.machinesText', { share: share(basis.machineShare) })],
    [t('basis.talk'), seconds(basis.talkSeconds)],
    [t('basis.wrapUp'), seconds(basis.wrapUpSeconds)],
    [t('basis.successes'), t('basis.successesText', { share: share(basis.successShare) })],
  ] as const;
  return (
    <Card withBorder component="section" aria-label={t('basis.title')}>
      <Text fw={650} mb={4}>
        {t('basis.title')}
      </Text>
      <Text size="sm" mb="sm">
        {t(`basis.${source}`, { calls, talks })}{' '}
        {fromMs !== null && toMs !== null && t('basis.period', { from: day(fromMs), to: day(toMs) })}
      </Text>
      <dl className={classes.basis}>
        {rows.map(([word, value]) => (
          <div key={word}>
            <Text component="dt" size="sm" c="dimmed">
              {word}
            </Text>
            <Text component="dd" size="sm" className="figures">
              {value}
            </Text>
          </div>
        ))}
      </dl>
    </Card>
  );
}
