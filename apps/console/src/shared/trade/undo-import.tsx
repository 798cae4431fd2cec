import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../api.ts';
import { notifyError } from '../error-sentence.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { ImportRow } from './contract.ts';

/** Takes an import back as a whole, which is possible until one of its leads is called. */
export function UndoImport({
  one,
  isUndoable,
  isCompact = false,
}: {
  one: ImportRow;
  isUndoable: boolean;
  isCompact?: boolean;
}) {
  const { t } = useTranslation('trade');
  const [isAsking, dialog] = useDisclosure(false);
  const undo = useMutation({
    mutationFn: () => ask(api.v1.imports[':id'].undo.$post({ param: { id: one.id } })),
    onError: notifyError,
    onSettled: dialog.close,
  });
  const fates = one.report?.fates;
  const added = fates?.added ?? one.leadsCount;
  if (!isUndoable) {
    return isCompact ? null : (
      <Text size="sm" c="dimmed">
        {t('undoImport.tooLate')}
      </Text>
    );
  }
  return (
    <>
      <Button
        variant={isCompact ? 'subtle' : 'default'}
        color="gray"
        c="var(--console-bad)"
        size={isCompact ? 'compact-sm' : 'sm'}
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={dialog.open}
        {...(isCompact && { 'aria-label': t('undoImport.of', { name: one.fileName }) })}
      >
        {t(isCompact ? 'undoImport.short' : 'undoImport.action')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('undoImport.title')}
        action={t('undoImport.action')}
        isBusy={undo.isPending}
        onClose={dialog.close}
        onConfirm={() => undo.mutate()}
      >
        <Stack gap="xs">
          {added > 0 && <Text>{t('undoImport.added', { count: added })}</Text>}
          {fates && fates.updated + fates.moved > 0 && (
            <Text>{t('undoImport.changed', { count: fates.updated + fates.moved })}</Text>
          )}
          <Text>{t('undoImport.kept')}</Text>
        </Stack>
      </ConfirmDialog>
    </>
  );
}
