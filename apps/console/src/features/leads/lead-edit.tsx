import { leadFieldNames } from '@alize/leads';
import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../shared/format.ts';
import type { Lead } from '../../shared/trade/contract.ts';
import { FieldErrors } from '../../shared/trade/field-errors.tsx';
import { LeadFieldsForm } from '../../shared/trade/lead-fields-form.tsx';
import { changeOf, type LeadForm, typedPhones } from '../../shared/trade/lead-form.ts';
import { changeLead } from './lead-queries.ts';

/** A lead's numbers, their order, its fields and its priority, to be changed. */
export function LeadEdit({ lead, onDone }: { lead: Lead; onDone: () => void }) {
  const { t } = useTranslation(['leads', 'shared']);
  const client = useQueryClient();
  const [was] = useState(() => formOf(lead));
  const [form, setForm] = useState(was);
  const change = changeOf(form, was);
  const save = useMutation({
    mutationFn: () => changeLead(lead.id, change),
    onSuccess: (changed) => {
      client.setQueryData(['leads', lead.id], changed);
      void client.invalidateQueries({ queryKey: ['leads', 'of'] });
      notifications.show({ color: 'teal', message: t('edit.saved') });
      onDone();
    },
  });
  const isEmpty = Object.keys(change).length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) save.mutate();
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('edit.help')}
        </Text>
        <LeadFieldsForm form={form} onChange={setForm} />
        {save.isError && <FieldErrors error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('shared:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={isEmpty || typedPhones(form).length === 0}>
            {t('edit.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function formOf(lead: Lead): LeadForm {
  return {
    phones: lead.phones.map(({ phoneNumber, label, extension }) => ({
      number: extension ? `${phoneNumber} #${extension}` : formatPhone(phoneNumber),
      label,
    })),
    fields: Object.fromEntries(leadFieldNames.map((name) => [name, String(lead[name] ?? '')])),
    custom: Object.fromEntries(Object.entries(lead.custom).map(([name, value]) => [name, String(value)])),
  };
}
