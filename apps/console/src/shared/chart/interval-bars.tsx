import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../format.ts';
import { axisMax } from './chart-scale.ts';
import classes from './interval-bars.module.css';

/** A share with what is known of it. */
export interface IntervalRow {
  readonly key: string;
  readonly label: string;
  /** 0 to 1; null where there is nothing to take it of. */
  readonly share: number | null;
  /** The interval in which the true share is likely to be, 0 to 1; null where it is not known. */
  readonly low: number | null;
  readonly high: number | null;
  /** How many it is, and of how many. */
  readonly count: number;
  readonly base: number;
  /** Too few to rely on: drawn pale. */
  readonly isSmall?: boolean;
}

/**
 * Shares as bars, each with its interval as a whisker. The picture is a table: who does not see it reads its columns.
 * The bars share an axis that ends at a round share.
 */
export function IntervalBars({
  caption,
  heading,
  rows,
  onChoose,
}: {
  caption: string;
  /** What the rows are: « Réponse », « Agent ». */
  heading: string;
  rows: readonly IntervalRow[];
  /** Where a row leads somewhere. */
  onChoose?: (key: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const share = (value: number) => formatShare(value, i18n.language);
  const hasIntervals = rows.some(({ low }) => low !== null);
  const end = axisMax(rows.flatMap((row) => [row.high ?? row.share ?? 0]));
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead className={classes.head}>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">
            <span className={classes.axis} aria-hidden>
              <span>{share(0)}</span>
              <span>{share(end)}</span>
            </span>
          </th>
          <th scope="col">{t('chart.share')}</th>
          {hasIntervals && <th scope="col">{t('chart.interval')}</th>}
          <th scope="col">{t('chart.count')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-small={row.isSmall || undefined}>
            <th scope="row">
              {onChoose ? (
                <button type="button" className={classes.choose} onClick={() => onChoose(row.key)}>
                  {row.label}
                </button>
              ) : (
                row.label
              )}
            </th>
            <td className={classes.cell}>
              <Bar row={row} end={end} />
            </td>
            <td className="figures">{row.share === null ? '–' : <b>{share(row.share)}</b>}</td>
            {hasIntervals && (
              <td className="figures">
                {row.low === null || row.high === null
                  ? '–'
                  : t('chart.between', { low: share(row.low), high: share(row.high) })}
              </td>
            )}
            <td className="figures">
              {t('chart.of', {
                count: formatNumber(row.count, i18n.language),
                base: formatNumber(row.base, i18n.language),
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ row: { share, low, high }, end }: { row: IntervalRow; end: number }) {
  const at = (value: number) => `${Math.min(100, (value / end) * 100)}%`;
  return (
    <div className={classes.track} aria-hidden>
      {share !== null && <div className={classes.bar} style={{ width: at(share) }} />}
      {low !== null && high !== null && (
        <div className={classes.whisker} style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }} />
      )}
    </div>
  );
}
