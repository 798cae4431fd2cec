import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment, Slot } from '../../shared/booking/contract.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatDateTime } from '../../shared/format.ts';
import { useChangeAppointment } from './appointment-queries.ts';
import { LeadSlots } from './lead-slots.tsx';

/** Moves an appointment to another time, with another calendar if need be; the person is told. */
export function MoveDialog({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) {
  const { t, i18n } = useTranslation(['appointments', 'shared']);
  const change = useChangeAppointment();
  const [slot, setSlot] = useState<Slot | null>(null);
  const [reason, setReason] = useState('');
  const at = (ms: number) => formatDateTime(ms, i18n.language, appointment.timeZone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!slot) return;
    const { startsAtMs, calendarId } = slot;
    change.mutate(
      { kind: 'move', id: appointment.id, startsAtMs, calendarId, reason: reason.trim() },
      {
        onSuccess: () => {
          notifications.show({ color: 'teal', message: t('told.moved') });
          onClose();
        },
        onError: () => setSlot(null),
      },
    );
  };
  return (
    <Modal opened size="lg" onClose={onClose} title={t('moving.title')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">
            {t('moving.from', { at: at(appointment.startsAtMs), calendar: appointment.calendarName })}
          </Text>
          <LeadSlots
            campaignId={appointment.campaignId}
            leadId={appointment.leadId}
            chosen={slot}
            onChoose={setSlot}
          />
          <TextInput
            label={t('reason')}
            description={t('moving.reasonHelp')}
            required
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {change.isError && <ErrorSentence error={change.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!slot || reason.trim() === ''}>
              {slot ? t('moving.to', { at: at(slot.startsAtMs) }) : t('moving.choose')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
