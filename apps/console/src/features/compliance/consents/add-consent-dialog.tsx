import { consentForms, type PhoneNumber } from '@alize/model';
import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Input,
  Modal,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatZone } from '../../../shared/format.ts';
import { nowMs } from '../../../shared/server-clock.ts';
import { useMe } from '../../../shared/session.tsx';
import { DayField } from '../../../shared/trade/day-field.tsx';
import { HashField } from '../../../shared/trade/hash-field.tsx';
import { MomentField } from '../../../shared/trade/moment-field.tsx';
import { campaignsQuery } from '../../../shared/trade/queries.ts';
import { type ConsentForm, consentOf, emptyConsent, formErrors } from './consent-form.ts';
import { useAddConsent } from './consent-queries.ts';

type Form = UseFormReturnType<ConsentForm>;

/** A consent, with every field that C. conso. R.223-1 to R.223-3 want on record. */
export function AddConsentDialog({ number, onClose }: { number: PhoneNumber | null; onClose: () => void }) {
  const { t } = useTranslation(['consents', 'shared', 'trade']);
  const { timeZone } = useMe();
  const add = useAddConsent();
  const form = useForm<ConsentForm>({
    mode: 'controlled',
    initialValues: emptyConsent(number, nowMs(), timeZone),
    validate: (values) =>
      Object.fromEntries(
        Object.entries(formErrors(values, nowMs(), timeZone)).map(([field, error]) => [
          field,
          t(`error.${error}`),
        ]),
      ),
  });
  const submit = form.onSubmit((values) => {
    const consent = consentOf(values, timeZone);
    if (!consent) return;
    add.mutate(consent, {
      onSuccess: () => {
        notifications.show({ color: 'teal', message: t('added') });
        onClose();
      },
    });
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('add')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('trade:number.label')}
            description={t('trade:number.help')}
            type="tel"
            required
            {...(number === null && { 'data-autofocus': true })}
            {...form.getInputProps('number')}
          />
          <ObjectField form={form} />
          <MomentField
            label={t('fields.given')}
            description={t('fields.givenHelp', { zone: formatZone(timeZone) })}
            required
            {...momentProps(form, 'given')}
          />
          <Group grow align="flex-start">
            <Select
              label={t('fields.form')}
              allowDeselect={false}
              data={consentForms.map((value) => ({ value, label: t(`form.${value}`) }))}
              {...form.getInputProps('form')}
            />
            <TextInput
              label={t('fields.channel')}
              placeholder={t('fields.channelPlaceholder')}
              maxLength={100}
              {...form.getInputProps('channel')}
            />
          </Group>
          <DayField
            label={t('fields.until')}
            description={t('fields.untilHelp')}
            clearable
            {...form.getInputProps('until')}
          />
          <TextInput
            label={t('fields.proof')}
            description={t('fields.proofHelp')}
            placeholder={t('fields.proofPlaceholder')}
            maxLength={500}
            {...form.getInputProps('proof')}
          />
          <HashField
            label={t('fields.proofHash')}
            value={form.values.proofSha256}
            onChange={(hash) => form.setFieldValue('proofSha256', hash)}
          />
          <Textarea
            label={t('fields.wording')}
            description={t('fields.wordingHelp')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={4000}
            {...form.getInputProps('wording')}
          />
          <Checkbox
            label={t('fields.informed')}
            description={t('fields.informedHelp')}
            {...form.getInputProps('wasInformed', { type: 'checkbox' })}
          />
          <Checkbox
            label={t('fields.automatic')}
            description={t('fields.automaticHelp')}
            {...form.getInputProps('namesAutomaticDialling', { type: 'checkbox' })}
          />
          <Slots form={form} />
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

/** The objects that campaigns name are offered: a consent holds only for the very same words. */
function ObjectField({ form }: { form: Form }) {
  const { t } = useTranslation('consents');
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const objects = [...new Set(campaigns.flatMap(({ object }) => object ?? []))];
  return (
    <Autocomplete
      label={t('fields.object')}
      description={t('fields.objectHelp')}
      maxLength={200}
      data={objects}
      {...form.getInputProps('object')}
    />
  );
}

function Slots({ form }: { form: Form }) {
  const { t } = useTranslation('consents');
  return (
    <Input.Wrapper label={t('fields.slots')} description={t('fields.slotsHelp')} labelElement="div">
      <Stack gap="xs" align="flex-start" mt={6}>
        {form.values.slots.map((slot, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a slot is nothing but its place
          <Group key={index} align="flex-start" gap="xs" wrap="nowrap">
            <MomentField
              label={t('fields.slot', { number: index + 1 })}
              value={slot}
              error={errorOf(form, `slots.${index}`)}
              onChange={(moment) => form.setFieldValue(`slots.${index}`, moment)}
            />
            <ActionIcon
              size="lg"
              variant="subtle"
              color="gray"
              mt={26}
              aria-label={t('fields.removeSlot', { number: index + 1 })}
              onClick={() => form.removeListItem('slots', index)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('slots', { day: null, time: '' })}
        >
          {t('fields.addSlot')}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

function momentProps(form: Form, field: 'given') {
  return {
    value: form.values[field],
    error: errorOf(form, field),
    onChange: (moment: ConsentForm['given']) => form.setFieldValue(field, moment),
  };
}

function errorOf(form: Form, path: string): string | undefined {
  const error = form.errors[path];
  return typeof error === 'string' ? error : undefined;
}
