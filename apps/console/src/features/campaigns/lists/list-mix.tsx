import { Card, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../shared/format.ts';
import type { CountedList } from '../../../shared/trade/contract.ts';
import { mixOf } from './mix.ts';

const colors = ['teal', 'blue', 'grape', 'orange', 'cyan', 'pink', 'lime', 'indigo'];

/** In which proportions the next calls are taken from the lists: only those that are on and have leads to call. */
export function ListMix({ lists }: { lists: readonly CountedList[] }) {
  const { t, i18n } = useTranslation('campaignLists');
  const parts = mixOf(lists);
  const said = parts.map(({ name, part }) => `${name} ${formatShare(part, i18n.language)}`).join(', ');
  return (
    <Card withBorder py="sm">
      <Text size="sm" fw={600}>
        {t('mix.title')}
      </Text>
      {parts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('mix.none')}
        </Text>
      ) : (
        <div
          role="img"
          aria-label={`${t('mix.title')} : ${said}`}
          style={{ display: 'flex', gap: 2, marginTop: 6, borderRadius: 6, overflow: 'hidden' }}
        >
          {parts.map(({ id, name, part }, at) => (
            <div
              key={id}
              title={`${name} : ${formatShare(part, i18n.language)}`}
              style={{
                width: `${part * 100}%`,
                minWidth: 4,
                padding: '5px 8px',
                fontSize: 12,
                whiteSpace: 'nowrap',
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                color: '#101418',
                background: `var(--mantine-color-${colors[at % colors.length]}-3)`,
              }}
            >
              {name} <b>{formatShare(part, i18n.language)}</b>
            </div>
          ))}
        </div>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {t('mix.help')}
      </Text>
    </Card>
  );
}
