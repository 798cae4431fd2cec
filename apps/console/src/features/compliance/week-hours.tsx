import type { Rule } from '@alize/api/client';
import { useTranslation } from 'react-i18next';
import classes from './week-hours.module.css';

type Hours = Extract<Rule, { effect: 'hours' }>['value'];
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** What the picture shows; windows outside of it, which no law here has by day, are cut. */
const [firstMinute, lastMinute] = [6 * 60, 23 * 60];

/** The windows of each weekday as bars from 6 to 23 h, with the same in words. */
export function WeekHours({ hours }: { hours: Hours }) {
  const { t, i18n } = useTranslation('compliance');
  const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  const nameOf = (day: number) => format.format(Date.UTC(2024, 0, day));
  return (
    <table className={classes.week} aria-label={t('value.hoursLabel')}>
      <tbody>
        {weekdays.map((day) => {
          const windows = hours.week[day];
          return (
            <tr key={day}>
              <th scope="row">{nameOf(day)}</th>
              <td className={classes.bars} aria-hidden>
                {windows.map(([from, to]) => (
                  <span key={from} className={classes.bar} style={placeOf(from, to)} />
                ))}
              </td>
              <td className={`${classes.words} figures`}>
                {windows.length === 0
                  ? t('value.closed')
                  : windows.map(([from, to]) => `${from}–${to}`).join(', ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function placeOf(from: string, to: string) {
  const [start, end] = [shareOf(from), shareOf(to)];
  return { left: `${start}%`, width: `${Math.max(0, end - start)}%` };
}

function shareOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  const share = (Number(hours) * 60 + Number(minutes) - firstMinute) / (lastMinute - firstMinute);
  return Math.min(1, Math.max(0, share)) * 100;
}
