import { Button, Chip, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../shared/booking/contract.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useChangeAppointment } from './appointment-queries.ts';

const usual = ['person', 'client', 'mistake'] as const;

/** Cancels an appointment; the reason is asked for, and the usual ones are at hand. */
export function CancelDialog({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { t } = useTranslation(['appointments', 'shared']);
  const change = useChangeAppointment();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { kind: 'cancel', id: appointment.id, reason: reason.trim() },
      {
        onSuccess: () => {
          notifications.show({ color: 'teal', message: t('told.cancelled') });
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened size={540} onClose={onClose} title={t('cancelling.title')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('cancelling.text')}</Text>
          <Group gap="xs" role="group" aria-label={t('cancelling.usual')}>
            {usual.map((one) => (
              <Chip
                key={one}
                size="xs"
                checked={reason === t(`cancelling.reason.${one}`)}
                onChange={() => setReason(t(`cancelling.reason.${one}`))}
              >
                {t(`cancelling.reason.${one}`)}
              </Chip>
            ))}
          </Group>
          <Textarea
            label={t('reason')}
            required
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {change.isError && <ErrorSentence error={change.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancelling.keep')}
            </Button>
            <Button type="submit" color="red.9" loading={change.isPending} disabled={reason.trim() === ''}>
              {t('cancelling.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
