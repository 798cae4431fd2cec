import { Button, Group, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The bar at the bottom of a form that saves it; says that something is not saved yet. */
export function SaveBar({
  isDirty,
  isNew = false,
  isSaving,
  action,
  children,
}: {
  isDirty: boolean;
  /** What does not exist yet can be saved as it stands. */
  isNew?: boolean;
  isSaving: boolean;
  action: string;
  /** Why it was not saved. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Paper withBorder shadow="sm" p="sm" mt="md" style={{ position: 'sticky', bottom: 12, zIndex: 10 }}>
      <Group justify="space-between" wrap="nowrap">
        <div style={{ minWidth: 0, flex: 1 }}>
          {children}
          {isDirty && !children && (
            <Text size="sm" c="dimmed" role="status">
              {t('unsaved')}
            </Text>
          )}
        </div>
        <Button type="submit" loading={isSaving} disabled={!isNew && !isDirty}>
          {action}
        </Button>
      </Group>
    </Paper>
  );
}
