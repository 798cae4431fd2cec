import { useTranslation } from 'react-i18next';
import classes from './steps-line.module.css';

export const stepNames = ['file', 'settings', 'check', 'import'] as const;
export type StepName = (typeof stepNames)[number];

/** The steps of an import, and which one this is. */
export function StepsLine({ now }: { now: StepName }) {
  const { t } = useTranslation('lists');
  const at = stepNames.indexOf(now);
  return (
    <ol className={classes.steps} aria-label={t('steps.label')}>
      {stepNames.map((step, index) => (
        <li
          key={step}
          className={classes.step}
          data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
          {...(index === at && { 'aria-current': 'step' as const })}
        >
          <span className={classes.number} aria-hidden>
            {index < at ? '✓' : index + 1}
          </span>
          {t(`steps.${step}`)}
          {index < at && <span className="visually-hidden">{t('steps.done')}</span>}
        </li>
      ))}
    </ol>
  );
}
