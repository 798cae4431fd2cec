import type { PhoneNumber } from '@alize/model';
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatPhone } from '../../../shared/format.ts';
import { instantOf, startOfDay } from '../../../shared/local-day.ts';
import { nowMs } from '../../../shared/server-clock.ts';
import { useMe } from '../../../shared/session.tsx';
import { DayField } from '../../../shared/trade/day-field.tsx';
import { type Moment, MomentField } from '../../../shared/trade/moment-field.tsx';
import { type NewRelation, useAddRelation } from './consent-queries.ts';

const kinds = ['contract', 'purchase', 'request'] as const satisfies readonly NewRelation['kind'][];

interface Values {
  kind: NewRelation['kind'];
  at: Moment;
  endedOn: string | null;
  object: string;
  isRelated: boolean;
  proof: string;
}

/** A contract, a purchase or a request to be called, of the person whose records are open. */
export function AddRelationDialog({ number, onClose }: { number: PhoneNumber; onClose: () => void }) {
  const { t } = useTranslation(['consents', 'shared']);
  const { timeZone } = useMe();
  const add = useAddRelation();
  const instantIn = ({ day, time }: Moment) =>
    day === null ? null : instantOf(day, time || '00:00', timeZone);
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: {
      kind: 'contract',
      at: { day: null, time: '' },
      endedOn: null,
      object: '',
      isRelated: true,
      proof: '',
    },
    validate: {
      at: (at) => {
        const atMs = instantIn(at);
        if (atMs === null) return t('error.day');
        return atMs > nowMs() ? t('error.toCome') : null;
      },
      endedOn: (day, { at, kind }) =>
        kind === 'contract' && day && at.day && day < at.day ? t('error.reversed') : null,
    },
  });
  const { kind } = form.values;
  const submit = form.onSubmit((values) => {
    const atMs = instantIn(values.at);
    if (atMs === null) return;
    const relation = {
      ...{ phoneNumber: number, kind: values.kind, atMs, isRelated: values.isRelated },
      endedAtMs: values.kind === 'contract' && values.endedOn ? startOfDay(values.endedOn, timeZone) : null,
      object: values.object.trim() || null,
      proof: values.proof.trim() || null,
    };
    add.mutate(relation, {
      onSuccess: () => {
        notifications.show({ color: 'teal', message: t('relationAdded') });
        onClose();
      },
    });
  });
  return (
    <Modal opened onClose={onClose} title={t('addRelation')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('relationOf', { number: formatPhone(number) })}
          </Text>
          <SegmentedControl
            fullWidth
            aria-label={t('column.kind')}
            data={kinds.map((value) => ({ value, label: t(`relation.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <MomentField
            label={t(`relationAt.${kind}`)}
            required
            value={form.values.at}
            error={typeof form.errors.at === 'string' ? form.errors.at : undefined}
            onChange={(at) => form.setFieldValue('at', at)}
          />
          {kind === 'contract' && (
            <DayField
              label={t('fields.endedOn')}
              description={t('fields.endedOnHelp')}
              clearable
              {...form.getInputProps('endedOn')}
            />
          )}
          <TextInput label={t('fields.object')} maxLength={200} {...form.getInputProps('object')} />
          {kind !== 'request' && (
            <Checkbox
              label={t(kind === 'contract' ? 'fields.contractRelated' : 'fields.purchaseRelated')}
              {...form.getInputProps('isRelated', { type: 'checkbox' })}
            />
          )}
          <TextInput
            label={t('fields.proof')}
            description={t(kind === 'request' ? 'fields.requestProofHelp' : 'fields.relationProofHelp')}
            maxLength={500}
            {...form.getInputProps('proof')}
          />
          {add.isError && <ErrorSentence error={add.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('addAction')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
