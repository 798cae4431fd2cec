import type { ScriptId } from '@alize/model';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../../shared/error-sentence.tsx';
import { ConfirmDialog } from '../../../shared/trade/confirm-dialog.tsx';
import { deleteScript } from '../script-queries.ts';

/** Asks before a script of which nothing was published is removed, then goes back to the list. */
export function RemoveScript({
  id,
  flush,
  isOpen,
  onClose,
}: {
  id: ScriptId;
  /** Stores what still waits to be: a draft that is on its way would find no script. */
  flush: () => Promise<unknown>;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('scripts');
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: async () => {
      await flush();
      await deleteScript(id);
    },
    onSuccess: () => {
      notifications.show({ color: 'teal', message: t('remove.done') });
      void navigate({ to: '/scripts', ignoreBlocker: true });
    },
    onError: notifyError,
    onSettled: onClose,
  });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('remove.title')}
      action={t('remove.action')}
      isBusy={remove.isPending}
      onClose={onClose}
      onConfirm={() => remove.mutate()}
    >
      {t('remove.text')}
    </ConfirmDialog>
  );
}
