import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../shared/format.ts';
import classes from './histogram.module.css';
import { placeOf, type Span } from './histogram-scale.ts';

interface Bar extends Span {
  readonly count: number;
  readonly share: number;
}

/** How often each value, or span of values, was given; a table for who does not see it. */
export function Histogram({
  caption,
  bars,
  mean,
}: {
  caption: string;
  bars: readonly Bar[];
  mean: { readonly value: number; readonly low: number | null; readonly high: number | null };
}) {
  const { t, i18n } = useTranslation('surveys');
  const number = (value: number) => formatNumber(Math.round(value * 100) / 100, i18n.language);
  const share = (value: number) => formatShare(value, i18n.language);
  const name = ({ from, to }: Bar) =>
    from === to ? number(from) : t('report.span', { from: number(from), to: number(to) });
  const highest = Math.max(0.01, ...bars.map((bar) => bar.share));
  const at = (value: number) => `${placeOf(bars, value) * 100}%`;
  return (
    <figure className={classes.figure}>
      <div className={classes.plot} aria-hidden>
        {bars.map((bar) => (
          <div key={bar.from} className={classes.column} title={`${name(bar)} : ${share(bar.share)}`}>
            <span className={classes.share}>{share(bar.share)}</span>
            <span className={classes.bar} style={{ height: `${(bar.share / highest) * 100}px` }} />
            <span className={classes.name}>{name(bar)}</span>
          </div>
        ))}
      </div>
      <div className={classes.mean} aria-hidden>
        {mean.low !== null && mean.high !== null && (
          <span
            className={classes.interval}
            style={{ left: at(mean.low), width: `calc(${at(mean.high)} - ${at(mean.low)})` }}
          />
        )}
        <span className={classes.point} style={{ left: at(mean.value) }} />
      </div>
      <table className="visually-hidden">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.value')}</th>
            <th scope="col">{t('report.given')}</th>
            <th scope="col">{t('report.share')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.from}>
              <th scope="row">{name(bar)}</th>
              <td>{bar.count}</td>
              <td>{share(bar.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
