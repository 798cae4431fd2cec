import { Stack, Text, ThemeIcon } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What stands where there is nothing yet: why, and the one thing to do next. */
export function EmptyState({
  icon: Picture,
  title,
  children,
  action,
}: {
  icon: Icon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md">
      <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
        <Picture size={28} stroke={1.6} />
      </ThemeIcon>
      <Text fw={600} ta="center">
        {title}
      </Text>
      {children && (
        <Text c="dimmed" ta="center" maw={440} size="sm" component="div">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}
