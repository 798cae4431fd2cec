import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../shared/format.ts';
import type { QuestionReport } from './contract.ts';
import classes from './matrix-bars.module.css';

/** Each row of a matrix as one bar of its answers; the table beneath says the same in numbers. */
export function MatrixBars({ caption, rows }: { caption: string; rows: QuestionReport['rows'] }) {
  const { t, i18n } = useTranslation('surveys');
  const share = (value: number | undefined) =>
    value === undefined ? '–' : formatShare(value, i18n.language);
  const options = rows[0]?.options ?? [];
  const colors = paletteOf(options.length);
  return (
    <div>
      <div className={classes.legend} aria-hidden>
        {options.map(({ value, label }, at) => (
          <span key={value}>
            <i style={{ background: colors[at] }} /> {label}
          </span>
        ))}
      </div>
      {rows.map((row) => (
        <div key={row.value} className={classes.row} aria-hidden>
          <span className={classes.label}>{row.label}</span>
          <span className={classes.bar}>
            {row.options.map((option, at) => (
              <span
                key={option.value}
                title={`${option.label} : ${share(option.share?.value)}`}
                style={{ width: `${(option.share?.value ?? 0) * 100}%`, background: colors[at] }}
              >
                {(option.share?.value ?? 0) >= 0.08 && share(option.share?.value)}
              </span>
            ))}
          </span>
          <span className={classes.base}>n = {formatNumber(row.base, i18n.language)}</span>
        </div>
      ))}
      <table className="visually-hidden">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.row')}</th>
            {options.map(({ value, label }) => (
              <th key={value} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">{t('report.given')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.value}>
              <th scope="row">{row.label}</th>
              {row.options.map((option) => (
                <td key={option.value}>{share(option.share?.value)}</td>
              ))}
              <td>{row.base}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One hue from light to deep, as no answer is known to be the good one; the ink on them is dark. */
function paletteOf(count: number): readonly string[] {
  const [light, deep] = ['#dff1f1', '#3f9da2'];
  return Array.from({ length: count }, (_, at) => {
    const part = count === 1 ? 50 : Math.round((at / (count - 1)) * 100);
    return `color-mix(in oklab, ${deep} ${part}%, ${light})`;
  });
}
