import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of the page: what it is, in a heading and a sentence. */
export function Section({
  title,
  description,
  children,
}: {
  title: string;
  description: string;
  children: ReactNode;
}) {
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <div>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text c="dimmed" size="sm" maw={720}>
          {description}
        </Text>
      </div>
      {children}
    </Stack>
  );
}
