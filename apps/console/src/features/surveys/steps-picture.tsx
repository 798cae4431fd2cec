import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format.ts';
import { Swatch } from '../../shared/trade/stacked-bar.tsx';
import type { Report } from './contract.ts';
import classes from './steps-picture.module.css';

const losses = [
  ['brokeOff', 'orange.5'],
  ['refused', 'red.5'],
  ['screenedOut', 'gray.5'],
] as const;

/** How many interviews come to each step, and how those end that go no further. */
export function StepsPicture({ steps }: { steps: Report['steps'] }) {
  const { t, i18n } = useTranslation('surveys');
  const count = (value: number) => formatNumber(value, i18n.language);
  const most = Math.max(1, ...steps.map(({ reached }) => reached));
  const part = (value: number) => `${(value / most) * 100}%`;
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('quality.steps')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('quality.step')}</th>
          <td className={classes.picture} />
          <th scope="col">{t('quality.reachedStep')}</th>
          {losses.map(([loss, color]) => (
            <th key={loss} scope="col">
              <Swatch color={color} /> {t(`quality.${loss}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.stepId}>
            <th scope="row">
              <Text size="sm" lineClamp={2}>
                {step.title}
              </Text>
            </th>
            <td className={classes.picture}>
              <div className={classes.bar} aria-hidden>
                <span
                  className={classes.on}
                  style={{ width: part(step.reached - step.brokeOff - step.refused - step.screenedOut) }}
                />
                {losses.map(([loss, color]) => (
                  <span key={loss} style={{ width: part(step[loss]), background: cssOf(color) }} />
                ))}
              </div>
            </td>
            <td>{count(step.reached)}</td>
            {losses.map(([loss]) => (
              <td key={loss}>{count(step[loss])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cssOf = (color: string) => `var(--mantine-color-${color.replace('.', '-')})`;
