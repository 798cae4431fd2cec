import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { notifyError } from '../error-sentence.tsx';

/** Says what was done, with a button that takes it back for as long as the message stands. */
export function notifyUndo(message: string, undo: () => Promise<unknown>): void {
  const id = notifications.show({
    color: 'teal',
    autoClose: 10_000,
    message: (
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="light" onClick={() => takeBack()}>
          {i18next.t('trade:undo')}
        </Button>
      </Stack>
    ),
  });
  const takeBack = () => {
    notifications.hide(id);
    undo().catch(notifyError);
  };
}
