import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './board-legend.module.css';

const parts = ['open', 'booked', 'buffer', 'busy'] as const;

/** What the looks of a week mean. */
export function BoardLegend() {
  const { t } = useTranslation('booking');
  return (
    <Group gap="md" aria-hidden>
      {parts.map((part) => (
        <Group key={part} gap={6} wrap="nowrap">
          <span className={classes.swatch} data-part={part} />
          <Text size="xs" c="dimmed">
            {t(`board.legend.${part}`)}
          </Text>
        </Group>
      ))}
    </Group>
  );
}
