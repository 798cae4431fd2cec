import { Card, Group, Stack, Text } from '@mantine/core';
import { StrengthChip } from '../../shared/trade/strength-chip.tsx';
import type { Ruling } from './compliance-queries.ts';

/** The rules that say the same, each with how binding it is and where it stands written; nothing when there is none. */
export function ReasonList({
  title,
  reasons,
}: {
  title: string;
  reasons: readonly Ruling['reasons'][number][];
}) {
  if (reasons.length === 0) return null;
  return (
    <section>
      <Text fw={650} component="h3" m={0} mb="xs">
        {title}
      </Text>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {reasons.map(({ ruleId, strength, text, citation }) => (
          <Card key={ruleId} component="li" withBorder padding="sm">
            <Text>{text}</Text>
            <Group gap="xs" mt={6}>
              <StrengthChip strength={strength} />
              <Text size="sm" c="dimmed">
                {citation} · {ruleId}
              </Text>
            </Group>
          </Card>
        ))}
      </Stack>
    </section>
  );
}
