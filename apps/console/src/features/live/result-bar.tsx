import { useTranslation } from 'react-i18next';
import type { LiveView } from '../../shared/contract.ts';
import { formatNumber } from '../../shared/format.ts';
import classes from './live.module.css';

type Today = LiveView['campaigns'][number]['today'];
type Part = Exclude<keyof Today, 'attempts' | 'successes'>;

/** A palette that stays apart for colour-blind eyes (Okabe and Ito 2008), the worst result darkest. */
const colors: Record<Part, string> = {
  answered: '#009e73',
  noAnswer: '#56b4e9',
  busy: '#e69f00',
  invalidNumber: '#8a8f98',
  congestion: '#cc79a7',
  abandoned: '#c0392b',
};
const parts: readonly Part[] = ['answered', 'noAnswer', 'busy', 'invalidNumber', 'congestion', 'abandoned'];

/** Abandoned calls were answered too; the bar shows each call once. */
function sharesOf(today: Today): Record<Part, number> {
  return { ...today, answered: Math.max(0, today.answered - today.abandoned) };
}

/** Today's results of a campaign as a bar, with every figure in words below it. */
export function ResultBar({ name, today }: { name: string; today: Today }) {
  const { t, i18n } = useTranslation('live');
  const shares = sharesOf(today);
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {parts
          .filter((part) => shares[part] > 0)
          .map((part) => (
            <span key={part} style={{ flexGrow: shares[part], background: colors[part] }} />
          ))}
      </div>
      <dl className={classes.legend} aria-label={t('resultsOf', { name })} style={{ marginTop: 6 }}>
        {parts.map((part) => (
          <div key={part}>
            <span className={classes.swatch} style={{ background: colors[part] }} aria-hidden />
            <dt>{t(`result.${part}`)}</dt>
            <dd className="figures">{formatNumber(today[part], i18n.language)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
