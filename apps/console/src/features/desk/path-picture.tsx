import { useTranslation } from 'react-i18next';
import classes from './desk.module.css';

/** One step of the way, as the picture shows it. */
export interface PathStep {
  readonly id: string;
  readonly title: string;
  readonly state: 'done' | 'open' | 'current' | 'ahead';
}

/**
 * What becomes of each step of the path: those before the current one are done, or open where something is still
 * missing; at the end of the script all are behind.
 */
export function pathSteps(
  path: readonly { readonly id: string; readonly title: string }[],
  stepId: string,
  isMissing: (stepId: string) => boolean,
): readonly PathStep[] {
  const at = path.findIndex(({ id }) => id === stepId);
  const current = at < 0 ? path.length : at;
  return path.map(({ id, title }, index) => {
    if (index === current) return { id, title, state: 'current' };
    if (index > current) return { id, title, state: 'ahead' };
    return { id, title, state: isMissing(id) ? 'open' : 'done' };
  });
}

/** The way through the script as a row of bars, each of which leads to its step. */
export function PathPicture({
  steps,
  onChoose,
}: {
  steps: readonly PathStep[];
  onChoose: (stepId: string) => void;
}) {
  const { t } = useTranslation('desk');
  return (
    <ol className={classes.path} aria-label={t('script.path')}>
      {steps.map((step, index) => {
        const label = t('script.pathStep', {
          number: index + 1,
          title: step.title,
          state: t(`script.pathState.${step.state}`),
        });
        return (
          <li key={step.id}>
            <button
              type="button"
              data-state={step.state}
              aria-label={label}
              title={label}
              aria-current={step.state === 'current' ? 'step' : undefined}
              onClick={() => onChoose(step.id)}
            >
              <span />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
