import { type CampaignId, isId } from '@alize/model';
import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountedList } from '../../../shared/trade/contract.ts';
import { FieldErrors } from '../../../shared/trade/field-errors.tsx';
import { LeadFieldsForm } from '../../../shared/trade/lead-fields-form.tsx';
import { emptyLead, newLeadOf, typedPhones } from '../../../shared/trade/lead-form.ts';
import { listsQuery } from '../../../shared/trade/queries.ts';
import { addLead } from './list-queries.ts';

/** One lead by hand, which may be called at once. */
export function AddLeadDialog({
  campaignId,
  lists,
  onClose,
}: {
  campaignId: CampaignId;
  lists: readonly CountedList[];
  onClose: () => void;
}) {
  const { t } = useTranslation(['campaignLists', 'shared']);
  const client = useQueryClient();
  const [form, setForm] = useState(emptyLead);
  const [listId, setListId] = useState<string>(lists[0]?.id ?? '');
  const [key, setKey] = useState(() => crypto.randomUUID());
  const add = useMutation({
    mutationFn: () =>
      addLead(campaignId, key, { ...(isId('list', listId) && { listId }), leads: [newLeadOf(form)] }),
    onSuccess: ({ leads: [lead] }) => {
      void client.invalidateQueries({ queryKey: listsQuery(campaignId).queryKey });
      if (lead?.kind !== 'added') return;
      notifications.show({ color: 'teal', message: t('added') });
      onClose();
    },
  });
  const answer = add.data?.leads[0];
  return (
    <Modal opened onClose={onClose} size="lg" title={t('addLead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack>
          {lists.length > 0 && (
            <NativeSelect
              label={t('into')}
              data={lists.map(({ id, name }) => ({ value: id, label: name }))}
              value={listId}
              onChange={({ currentTarget }) => setListId(currentTarget.value)}
            />
          )}
          <LeadFieldsForm
            form={form}
            onChange={(changed) => {
              setForm(changed);
              // What was refused and is corrected is another request.
              if (!add.isIdle) {
                add.reset();
                setKey(crypto.randomUUID());
              }
            }}
          />
          {add.isError && <FieldErrors error={add.error} />}
          {answer && answer.kind !== 'added' && (
            <Text role="alert" c="var(--console-bad)" size="sm">
              {answer.detail ?? t('notAdded')}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={add.isPending} disabled={typedPhones(form).length === 0}>
              {t('add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
