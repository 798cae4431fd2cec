import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Asks before a page is left on which something would be lost: by a link here, by the browser for a closed tab. */
export function LeaveGuard({
  isDirty,
  title,
  action,
  text,
}: {
  isDirty: boolean;
  title: string;
  /** What the leaving button says. */
  action: string;
  text: string;
}) {
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === 'blocked'}
      title={title}
      action={action}
      onClose={() => blocker.reset?.()}
      onConfirm={() => blocker.proceed?.()}
    >
      {text}
    </ConfirmDialog>
  );
}
