import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarCheck, IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../shared/format.ts';
import { dayOf } from '../../../shared/local-day.ts';
import { useNow } from '../../../shared/use-now.ts';
import classes from './appointment.module.css';
import type { HeldSlot } from './held-slot.ts';
import { clockTime, dayWords } from './slot-words.ts';
import type { Hold } from './use-hold.ts';

/** From here on the clock is urgent, in ms. */
const urgentMs = 60_000;

/** What the call holds, on every step of the script; nothing when it holds nothing. */
export function HoldStrip({ hold }: { hold: Hold }) {
  const { t, i18n } = useTranslation('desk');
  if (hold.isGone) {
    return (
      <Text size="xs" c="var(--console-bad)" fw={600} className={classes.line ?? ''} role="alert">
        <IconAlertTriangle size={15} aria-hidden />
        {t('slot.goneShort')}
      </Text>
    );
  }
  const { held } = hold;
  if (!held) return null;
  return (
    <Text size="xs" className={classes.line ?? ''} component="div">
      <IconCalendarCheck size={15} aria-hidden />
      {dayWords(dayOf(held.startsAtMs, held.timeZone), i18n.language)},{' '}
      {clockTime(held.startsAtMs, i18n.language, held.timeZone)}
      <HoldClock held={held} />
    </Text>
  );
}

/** How long the hold still lasts; while the call goes on it is renewed before it gets short. */
export function HoldClock({ held }: { held: Pick<HeldSlot, 'heldUntilMs'> }) {
  const { t } = useTranslation('desk');
  const leftMs = (held.heldUntilMs ?? 0) - useNow();
  const isUrgent = leftMs < urgentMs;
  return (
    <Text
      span
      size="xs"
      className={`${classes.line} figures`}
      c={isUrgent ? 'var(--console-bad)' : 'dimmed'}
      fw={isUrgent ? 600 : 400}
    >
      <IconClockHour4 size={14} aria-hidden />
      {leftMs > 0 ? t('slot.left', { clock: formatClock(leftMs) }) : t('slot.over')}
    </Text>
  );
}
