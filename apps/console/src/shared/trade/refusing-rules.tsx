import { Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RefusingRule } from '../api.ts';
import { RuleLink } from './rule-link.tsx';
import { StrengthChip } from './strength-chip.tsx';

/** The rules that stand in the way: what each says, how binding it is and where it stands written. Nothing for none. */
export function RefusingRules({ rules }: { rules: readonly RefusingRule[] }) {
  const { t } = useTranslation('trade');
  if (rules.length === 0) return null;
  return (
    <List
      aria-label={t('rules')}
      listStyleType="none"
      spacing="sm"
      styles={{ itemWrapper: { width: '100%' } }}
    >
      {rules.map(({ rule, strength, citation, text }) => (
        <List.Item key={rule}>
          <Text>{text}</Text>
          <Group gap="xs" mt={2}>
            <StrengthChip strength={strength} />
            <Text size="sm" c="dimmed">
              {citation} · <RuleLink rule={rule} />
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
