import { Stack, Text } from '@mantine/core';
import { type Icon, IconAlertTriangle, IconCheck, IconClockOff, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { Chip, type ChipColor } from '../../../shared/trade/chip.tsx';
import { useNow } from '../../../shared/use-now.ts';
import type { Consent } from './consent-queries.ts';
import { type ConsentStanding, standingOf } from './consent-standing.ts';

const looks: Record<ConsentStanding['kind'], { icon: Icon; color: ChipColor }> = {
  valid: { icon: IconCheck, color: 'teal' },
  lacking: { icon: IconAlertTriangle, color: 'yellow' },
  expired: { icon: IconClockOff, color: 'gray' },
  withdrawn: { icon: IconX, color: 'red' },
};

/** Whether a consent holds, until when, and what it lacks to hold. */
export function StandingCell({ consent }: { consent: Consent }) {
  const { t, i18n } = useTranslation('consents');
  const { timeZone } = useMe();
  const { kind, untilMs, lacks } = standingOf(consent, useNow(60_000));
  const { icon: Picture, color } = looks[kind];
  const lines = [
    kind === 'withdrawn' && consent.withdrawnAtMs !== null
      ? t('withdrawnAt', { at: formatDateTime(consent.withdrawnAtMs, i18n.language, timeZone) })
      : null,
    kind === 'withdrawn' && consent.withdrawnHow !== null ? t(`how.${consent.withdrawnHow}`) : null,
    kind !== 'withdrawn' && untilMs !== null
      ? t(kind === 'expired' ? 'expiredOn' : 'validUntil', {
          day: formatDate(untilMs - 1, i18n.language, timeZone),
        })
      : null,
    kind !== 'withdrawn' && untilMs === null ? t('noEnd') : null,
    lacks.length > 0 && kind !== 'withdrawn'
      ? t('lacks', { lacks: lacks.map((lack) => t(`lack.${lack}`)).join(', ') })
      : null,
  ].filter((line) => line !== null);
  return (
    <Stack gap={2} align="flex-start">
      <Chip color={color} icon={<Picture size={14} aria-hidden />}>
        {t(`standing.${kind}`)}
      </Chip>
      {lines.map((line) => (
        <Text key={line} size="xs">
          {line}
        </Text>
      ))}
    </Stack>
  );
}
