import {
  ActionIcon,
  Alert,
  Button,
  Fieldset,
  Group,
  NumberInput,
  Select,
  Stack,
  Switch,
  Text,
} from '@mantine/core';
import { IconInfoCircle, IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type BookingFormState, type ReminderForm, remindersMax, reminderUnits } from './booking-form.ts';
import { waysQuery } from './booking-queries.ts';

const ways = ['email', 'sms'] as const;

/** What the person is sent: the confirmation and its reminders. A way that the centre has not set up is said so. */
export function MessagesFields({ form }: { form: BookingFormState }) {
  const { t } = useTranslation('bookingSettings');
  const { data: configured } = useQuery(waysQuery);
  const { reminders, emailConfirmation, smsConfirmation } = form.values;
  const isUsed = {
    email: emailConfirmation || reminders.some(({ way }) => way === 'email'),
    sms: smsConfirmation || reminders.some(({ way }) => way === 'sms'),
  };
  const lacking = ways.filter((way) => configured && !configured[way].isConfigured);
  return (
    <Fieldset legend={t('part.messages')} styles={{ legend: { fontWeight: 650 } }}>
      <Stack gap="md">
        <Switch
          label={t('field.emailConfirmation')}
          description={t('help.emailConfirmation')}
          {...form.getInputProps('emailConfirmation', { type: 'checkbox' })}
        />
        <Switch
          label={t('field.smsConfirmation')}
          description={t('help.smsConfirmation')}
          {...form.getInputProps('smsConfirmation', { type: 'checkbox' })}
        />
        <Reminders form={form} />
        {lacking.map((way) => (
          <Alert
            key={way}
            color={isUsed[way] ? 'yellow' : 'gray'}
            variant="light"
            py="xs"
            icon={<IconInfoCircle aria-hidden />}
          >
            {t(isUsed[way] ? `lackingUsed.${way}` : `lacking.${way}`)}
          </Alert>
        ))}
        <Select
          label={t('field.language')}
          description={t('help.language')}
          allowDeselect={false}
          data={[
            { value: '', label: t('languageOfNumber') },
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
          {...form.getInputProps('language')}
        />
      </Stack>
    </Fieldset>
  );
}

function Reminders({ form }: { form: BookingFormState }) {
  const { t } = useTranslation('bookingSettings');
  const { reminders } = form.values;
  const next: ReminderForm = { before: 1, unit: 'days', way: 'email' };
  return (
    <Stack gap="xs" role="group" aria-label={t('field.reminders')}>
      <Text size="sm" fw={600}>
        {t('field.reminders')}
      </Text>
      {reminders.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noReminder')}
        </Text>
      )}
      {reminders.map((_, index) => (
        // A reminder has no name but its place in the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the person edits
        <Reminder key={index} form={form} index={index} />
      ))}
      {reminders.length < remindersMax && (
        <Button
          size="xs"
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => form.insertListItem('reminders', next)}
        >
          {t('addReminder')}
        </Button>
      )}
    </Stack>
  );
}

function Reminder({ form, index }: { form: BookingFormState; index: number }) {
  const { t } = useTranslation('bookingSettings');
  const number = index + 1;
  const error = form.errors[`reminders.${index}`];
  return (
    <div>
      <Group gap="xs" wrap="wrap">
        <NumberInput
          aria-label={t('reminder.before', { number })}
          w={80}
          min={1}
          allowDecimal={false}
          clampBehavior="none"
          {...form.getInputProps(`reminders.${index}.before`)}
          error={error !== undefined}
        />
        <Select
          aria-label={t('reminder.unit', { number })}
          w={150}
          allowDeselect={false}
          data={reminderUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
          {...form.getInputProps(`reminders.${index}.unit`)}
        />
        <Select
          aria-label={t('reminder.way', { number })}
          w={130}
          allowDeselect={false}
          data={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
          {...form.getInputProps(`reminders.${index}.way`)}
        />
        <ActionIcon
          size="lg"
          variant="subtle"
          color="gray"
          aria-label={t('reminder.remove', { number })}
          onClick={() => form.removeListItem('reminders', index)}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {error && (
        <Text size="sm" c="var(--console-bad)" role="alert">
          {error}
        </Text>
      )}
    </div>
  );
}
