import { Alert, Text } from '@mantine/core';
import { IconLinkOff, IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import type { Chain } from './evidence-queries.ts';

/** Whether the log of rulings is as it was written; if not, at which record it breaks, and what to do. */
export function ChainWords({ chain }: { chain: Chain }) {
  const { t, i18n } = useTranslation('evidence');
  const { timeZone } = useMe();
  if (chain.kind === 'broken') {
    return (
      <Alert color="red" role="alert" icon={<IconLinkOff aria-hidden />}>
        <Text fw={650}>{t('chain.broken', { number: formatNumber(chain.number, i18n.language) })}</Text>
        {t(`chain.why.${chain.why}`)} {t('chain.whatNow')}
      </Alert>
    );
  }
  const { count, countLetGo, firstAtMs, lastAtMs, lastSha256 } = chain;
  const at = (ms: number) => formatDateTime(ms, i18n.language, timeZone);
  return (
    <Alert color="teal" role="status" variant="light" icon={<IconShieldCheck aria-hidden />}>
      <Text fw={650}>{t('chain.whole')}</Text>
      <Text size="sm">
        {count === 0 && t('chain.empty')}
        {firstAtMs !== null &&
          lastAtMs !== null &&
          t('chain.records', { count, from: at(firstAtMs), to: at(lastAtMs) })}
        {countLetGo > 0 && ` ${t('chain.letGo', { count: countLetGo })}`}
      </Text>
      {lastSha256 !== null && (
        <Text size="xs" c="dimmed" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {t('chain.lastHash')} <span style={{ fontFamily: 'monospace' }}>{lastSha256}</span>
        </Text>
      )}
    </Alert>
  );
}
