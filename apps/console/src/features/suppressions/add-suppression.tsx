import type { PhoneNumber } from '@alize/model';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatPhone } from '../../shared/format.ts';
import { dayOf, endOfDay } from '../../shared/local-day.ts';
import { nowMs } from '../../shared/server-clock.ts';
import { useMe } from '../../shared/session.tsx';
import { DayField } from '../../shared/trade/day-field.tsx';
import { notifyUndo } from '../../shared/trade/notify-undo.tsx';
import { typedNumber } from '../../shared/typed-number.ts';
import { ScopeField } from './scope-field.tsx';
import { type Scope, useSuppressions } from './suppression-queries.ts';

interface Values {
  number: string;
  scope: Scope;
  reason: string;
  source: string;
  until: string | null;
}

/** One more number not to be called, at once; it can be taken back while the message stands. */
export function AddSuppression({ number, onClose }: { number: PhoneNumber | null; onClose: () => void }) {
  const { t } = useTranslation(['suppressions', 'shared', 'trade']);
  const { timeZone } = useMe();
  const { add, remove } = useSuppressions();
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: {
      number: number === null ? '' : formatPhone(number),
      scope: 'client',
      reason: '',
      source: '',
      until: null,
    },
    validateInputOnBlur: true,
    validate: {
      number: (typed) => (typedNumber(typed) ? null : t('trade:number.error')),
      reason: (reason) =>
        reason.trim().length >= 1 && reason.trim().length <= 200 ? null : t('form.reasonError'),
      source: (source, { scope }) => (scope === 'law' && source.trim() === '' ? t('form.sourceError') : null),
      until: (day) => (day !== null && day < dayOf(nowMs(), timeZone) ? t('form.untilError') : null),
    },
  });
  const submit = form.onSubmit(({ scope, reason, source, until, number: typed }) => {
    const phoneNumber = typedNumber(typed);
    if (!phoneNumber) return;
    const entry = {
      ...{ phoneNumber, scope, reason: reason.trim(), source: source.trim() || null },
      expiresAtMs: until === null ? null : endOfDay(until, timeZone),
    };
    add.mutate(entry, {
      onSuccess: (added) => {
        notifyUndo(t('added'), () => remove.mutateAsync(added));
        onClose();
      },
    });
  });
  return (
    <Modal opened onClose={onClose} title={t('add')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('trade:number.label')}
            description={t('trade:number.help')}
            type="tel"
            required
            data-autofocus
            {...form.getInputProps('number')}
          />
          <ScopeField value={form.values.scope} onChange={(scope) => form.setFieldValue('scope', scope)} />
          <TextInput
            label={t('form.reason')}
            placeholder={t('form.reasonPlaceholder')}
            required
            {...form.getInputProps('reason')}
          />
          <TextInput
            label={t('form.source')}
            description={t('form.sourceHelp')}
            required={form.values.scope === 'law'}
            maxLength={200}
            {...form.getInputProps('source')}
          />
          <DayField
            label={t('form.until')}
            description={t('form.untilHelp')}
            clearable
            {...form.getInputProps('until')}
          />
          {add.isError && <ErrorSentence error={add.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('form.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
