import { dateWords } from '@alize/model';
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { daysLater } from './week-layout.ts';

/** Leads from one week to the next; `first` is its Monday. */
export function WeekSteps({
  first,
  thisWeek,
  onWeek,
}: {
  first: string;
  thisWeek: string;
  onWeek: (first: string) => void;
}) {
  const { t, i18n } = useTranslation('booking');
  const words = dateWords(i18n.language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (
    <Group gap="xs">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('board.before')}
        onClick={() => onWeek(daysLater(first, -7))}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('board.after')}
        onClick={() => onWeek(daysLater(first, 7))}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      <Button variant="default" disabled={first === thisWeek} onClick={() => onWeek(thisWeek)}>
        {t('board.thisWeek')}
      </Button>
      <Text fw={600} role="status">
        {words(Date.parse(first), Date.parse(daysLater(first, 6)))}
      </Text>
    </Group>
  );
}
