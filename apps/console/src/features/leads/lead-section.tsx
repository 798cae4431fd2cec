import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of a lead's detail, under its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section">
      <Text fw={650} component="h4" m={0}>
        {title}
      </Text>
      {children}
    </Stack>
  );
}
