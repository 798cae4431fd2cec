import { Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { Chip } from '../../../shared/trade/chip.tsx';
import { useNow } from '../../../shared/use-now.ts';
import type { CallerId } from './caller-id-queries.ts';
import { validityOf } from './validity.ts';

const looks = {
  not_yet: { color: 'blue', icon: IconClock },
  expiring: { color: 'yellow', icon: IconAlertTriangle },
  expired: { color: 'red', icon: IconX },
} as const;

/** From when to when a number may be shown; said aloud when it may not now, or not for long. */
export function ValidityCell({ callerId }: { callerId: CallerId }) {
  const { t, i18n } = useTranslation('callerIds');
  const { timeZone } = useMe();
  const now = useNow(60_000);
  const validity = validityOf(callerId, now);
  const day = (atMs: number) => formatDate(atMs, i18n.language, timeZone);
  const { validFromMs, validToMs } = callerId;
  // The end is the first instant that is no longer valid: people are told the last day that is.
  const [from, to] = [
    validFromMs === null ? null : day(validFromMs),
    validToMs === null ? null : day(validToMs - 1),
  ];
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm">
        {from !== null && to !== null && t('fromTo', { from, to })}
        {from !== null && to === null && t('from', { from })}
        {from === null && to !== null && t('until', { to })}
        {from === null && to === null && t('noEnd')}
      </Text>
      {validity !== 'valid' && <ValidityChip validity={validity} />}
    </Stack>
  );
}

function ValidityChip({ validity }: { validity: keyof typeof looks }) {
  const { t } = useTranslation('callerIds');
  const { color, icon: Picture } = looks[validity];
  return (
    <Chip color={color} icon={<Picture size={14} aria-hidden />}>
      {t(`validity.${validity}`)}
    </Chip>
  );
}
