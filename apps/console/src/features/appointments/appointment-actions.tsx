import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCalendarTime, IconCalendarX, IconCircleCheck, IconUserX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../shared/booking/contract.ts';
import { notifyError } from '../../shared/error-sentence.tsx';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import { useNow } from '../../shared/use-now.ts';
import { useChangeAppointment } from './appointment-queries.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';

/**
 * What can be done with an appointment: move or cancel it until it is told what became of it, tell that once it has
 * begun, and put it right afterwards.
 */
export function AppointmentActions({ appointment }: { appointment: Appointment }) {
  const { t } = useTranslation('appointments');
  const [open, setOpen] = useState<'move' | 'cancel' | 'no_show' | null>(null);
  const hasBegun = useNow(30_000) >= appointment.startsAtMs;
  const change = useChangeAppointment();
  const close = () => setOpen(null);
  const tell = (kind: 'kept' | 'no_show') =>
    change.mutate(
      { kind, id: appointment.id },
      {
        onSuccess: () => notifications.show({ color: 'teal', message: t(`told.${kind}`) }),
        onError: notifyError,
        onSettled: close,
      },
    );
  const { state } = appointment;
  const isBooked = state === 'booked';
  if (!isBooked && state !== 'kept' && state !== 'no_show') return null;
  return (
    <Group gap="xs">
      {hasBegun && state !== 'kept' && (
        <Button
          variant={isBooked ? 'filled' : 'default'}
          leftSection={<IconCircleCheck size={16} aria-hidden />}
          loading={change.isPending && open === null}
          onClick={() => tell('kept')}
        >
          {t('action.kept')}
        </Button>
      )}
      {hasBegun && state !== 'no_show' && (
        <Button
          variant="default"
          leftSection={<IconUserX size={16} aria-hidden />}
          onClick={() => setOpen('no_show')}
        >
          {t('action.no_show')}
        </Button>
      )}
      {isBooked && (
        <>
          <Button
            variant="default"
            leftSection={<IconCalendarTime size={16} aria-hidden />}
            onClick={() => setOpen('move')}
          >
            {t('action.move')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconCalendarX size={16} aria-hidden />}
            onClick={() => setOpen('cancel')}
          >
            {t('action.cancel')}
          </Button>
        </>
      )}
      {open === 'move' && <MoveDialog appointment={appointment} onClose={close} />}
      {open === 'cancel' && <CancelDialog appointment={appointment} onClose={close} />}
      <ConfirmDialog
        isOpen={open === 'no_show'}
        title={t('noShow.title')}
        action={t('action.no_show')}
        isBusy={change.isPending}
        onClose={close}
        onConfirm={() => tell('no_show')}
      >
        {t('noShow.text')}
      </ConfirmDialog>
    </Group>
  );
}
