import { useTranslation } from 'react-i18next';
import { formatShare } from '../../shared/format.ts';
import classes from './load-picture.module.css';
import type { DayLoad } from './week-load.ts';

/** Seven bars: how full each day of the week is; a day without hours has none. */
export function LoadPicture({ days }: { days: readonly DayLoad[] }) {
  const { t, i18n } = useTranslation('calendars');
  const name = (day: string, weekday: 'short' | 'narrow') =>
    new Intl.DateTimeFormat(i18n.language, { weekday, timeZone: 'UTC' }).format(Date.parse(day));
  const said = days.map(({ day, load }) => {
    const share = load === null ? t('load.closed') : formatShare(load, i18n.language);
    return `${name(day, 'short')} ${share}`;
  });
  return (
    <div
      className={classes.week}
      role="img"
      aria-label={t('load.label', { days: said.join(', ') })}
      title={said.join('\n')}
    >
      {days.map(({ day, load }) => (
        <span key={day} className={classes.day}>
          <span className={classes.room} data-closed={load === null}>
            <span className={classes.taken} style={{ height: `${(load ?? 0) * 100}%` }} />
          </span>
          <span className={classes.name}>{name(day, 'narrow')}</span>
        </span>
      ))}
    </div>
  );
}
