import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

/** The page's heading, which is also the tab's title; `children` are the page's main actions. */
export function PageTitle({
  title,
  description,
  children,
}: {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Alizé`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-start" mb="md" gap="md">
      <div>
        <Title order={1} size="h2">
          {title}
        </Title>
        {description && (
          <Text c="dimmed" size="sm" component="div">
            {description}
          </Text>
        )}
      </div>
      {children && <Group gap="sm">{children}</Group>}
    </Group>
  );
}
