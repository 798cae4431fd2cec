import { type AppointmentId, type CampaignId, isId, type LeadId } from '@alize/model';
import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slot } from '../../shared/booking/contract.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatPhone } from '../../shared/format.ts';
import { campaignsQuery } from '../../shared/trade/queries.ts';
import { leadChoicesQuery, useChangeAppointment } from './appointment-queries.ts';
import { LeadSlots } from './lead-slots.tsx';

/** Books outside a call: for whom, then when. */
export function BookDialog({
  campaignId,
  onClose,
  onBooked,
}: {
  /** The campaign that the page is filtered by. */
  campaignId: CampaignId | null;
  onClose: () => void;
  onBooked: (id: AppointmentId) => void;
}) {
  const { t } = useTranslation(['appointments', 'shared']);
  const [key, setKey] = useState(newKey);
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const booking = campaigns.filter(({ kind }) => kind === 'appointment');
  const [chosen, setChosen] = useState(campaignId);
  const campaign = chosen ?? (booking.length === 1 ? booking[0]?.id : undefined) ?? null;
  const [leadId, setLead] = useState<LeadId | null>(null);
  const [slot, setSlot] = useState<Slot | null>(null);
  const [note, setNote] = useState('');
  const change = useChangeAppointment();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!campaign || !leadId || !slot) return;
    const { startsAtMs, calendarId } = slot;
    change.mutate(
      { kind: 'book', key, campaignId: campaign, leadId, startsAtMs, calendarId, note: note.trim() },
      {
        onSuccess: (saved) => {
          notifications.show({ color: 'teal', message: t('told.booked') });
          onBooked(saved.id);
        },
        onError: () => {
          setSlot(null);
          // What is chosen next is another wish.
          setKey(newKey());
        },
      },
    );
  };
  return (
    <Modal opened size="lg" onClose={onClose} title={t('book.title')}>
      <form onSubmit={submit}>
        <Stack>
          <Select
            label={t('filter.campaign')}
            placeholder={t('book.campaign')}
            required
            allowDeselect={false}
            data={booking.map(({ id, name }) => ({ value: id, label: name }))}
            value={campaign}
            nothingFoundMessage={t('book.noCampaign')}
            onChange={(value) => {
              setChosen(isId('campaign', value) ? value : null);
              setLead(null);
              setSlot(null);
            }}
          />
          {campaign && <LeadChoice campaignId={campaign} value={leadId} onChange={setLead} />}
          {campaign && leadId && (
            <LeadSlots key={leadId} campaignId={campaign} leadId={leadId} chosen={slot} onChoose={setSlot} />
          )}
          {slot && (
            <Textarea
              label={t('detail.note')}
              description={t('book.noteHelp')}
              autosize
              minRows={2}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          )}
          {change.isError && <ErrorSentence error={change.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!slot}>
              {t('book.action')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const newKey = () => crypto.randomUUID();

/** A lead by name, reference or number; what is typed never stands in an address. */
function LeadChoice({
  campaignId,
  value,
  onChange,
}: {
  campaignId: CampaignId;
  value: LeadId | null;
  onChange: (leadId: LeadId | null) => void;
}) {
  const { t } = useTranslation('appointments');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null);
  // The field then bears the name of who was chosen, which is not sought.
  const isPicked = picked !== null && search === picked.label.trim();
  const { data: leads = [] } = useQuery({ ...leadChoicesQuery(campaignId, search), enabled: !isPicked });
  const found = leads.map(({ id, name, phoneNumber }) => ({
    value: String(id),
    label: `${name || t('noName')} · ${formatPhone(phoneNumber)}`,
  }));
  const choices = isPicked ? [picked] : found;
  return (
    <Select
      label={t('detail.who')}
      placeholder={t('book.lead')}
      required
      searchable
      // The api has sought already.
      filter={({ options }) => options}
      data={choices}
      nothingFoundMessage={t('book.noLead')}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={(id) => {
        setPicked(choices.find((choice) => choice.value === id) ?? null);
        onChange(isId('lead', id) ? id : null);
      }}
    />
  );
}
