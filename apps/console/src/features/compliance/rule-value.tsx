import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DatedRule } from './compliance-queries.ts';
import { useGroundWords } from './use-ground-words.ts';
import { useValueLines } from './use-value-lines.ts';
import { WeekHours } from './week-hours.tsx';

/** What a rule asks, in words; hours as a picture of the week. */
export function RuleValue({ rule }: { rule: DatedRule }) {
  const { t } = useTranslation('compliance');
  const lines = useValueLines();
  const groundWords = useGroundWords();
  const lifting = 'liftedBy' in rule ? (rule.liftedBy ?? []) : [];
  return (
    <Stack gap={4}>
      {rule.effect === 'hours' && <WeekHours hours={rule.value} />}
      {lines(rule).map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      {lifting.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('value.liftedBy', { grounds: groundWords(lifting) })}
        </Text>
      )}
    </Stack>
  );
}
