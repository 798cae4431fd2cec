import { RingProgress, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../shared/format.ts';
import { useNow } from '../../shared/use-now.ts';

/** From here on the clock is urgent, in ms. */
const urgentMs = 10_000;
/** What is announced as it passes, in seconds: seldom, or it would talk over the agent. */
const announced = [30, 10] as const;

/** How much of the wrap-up is left: a ring, a clock, and towards the end a word to screen readers. */
export function WrapUpClock({ startedAtMs, endsAtMs }: { startedAtMs: number; endsAtMs: number }) {
  const { t } = useTranslation('desk');
  const now = useNow();
  const leftMs = Math.max(0, endsAtMs - now);
  const share = Math.min(100, (100 * leftMs) / Math.max(1, endsAtMs - startedAtMs));
  const isUrgent = leftMs <= urgentMs;
  const passed = announced.findLast((seconds) => leftMs <= seconds * 1000);
  return (
    <div
      role="timer"
      aria-label={t('disposition.wrapUpLeft', { clock: formatClock(leftMs) })}
      data-urgent={isUrgent}
    >
      <RingProgress
        size={56}
        thickness={5}
        roundCaps
        aria-hidden
        sections={[{ value: share, color: isUrgent ? 'red.7' : 'alize.6' }]}
        label={
          <Text
            ta="center"
            size="xs"
            fw={700}
            className="figures"
            c={isUrgent ? 'var(--console-bad)' : 'inherit'}
          >
            {leftMs === 0 ? <IconAlertTriangle size={18} /> : formatClock(leftMs)}
          </Text>
        }
      />
      <span aria-live="polite" className="visually-hidden">
        {leftMs === 0
          ? t('disposition.wrapUpOver')
          : passed !== undefined && t('disposition.announceLeft', { count: passed })}
      </span>
    </div>
  );
}
