import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';

/** Asks before a page with unsaved changes is left: by a link here, by the browser for a reload or a closed tab. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation('campaigns');
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === 'blocked'}
      title={t('editor.leaveTitle')}
      action={t('editor.leaveAction')}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
    >
      {t('editor.leaveText')}
    </ConfirmDialog>
  );
}
