import { dateWords } from '@alize/model';
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../shared/local-day.ts';
import { nowMs } from '../../shared/server-clock.ts';
import type { CalendarFormState } from './calendar-form.ts';
import { type DayOff, withDayOff } from './calendar-form.ts';

/** Absences and closures: a range of days, a reason. */
export function DaysOffField({ form }: { form: CalendarFormState }) {
  const { t } = useTranslation('calendars');
  const { daysOff, zone } = form.values;
  const today = dayOf(nowMs(), zone);
  const remove = (off: DayOff) =>
    form.setFieldValue(
      'daysOff',
      daysOff.filter((one) => one !== off),
    );
  return (
    <Stack gap="xs" role="group" aria-label={t('field.daysOff')}>
      <Text size="sm" fw={500}>
        {t('field.daysOff')}
      </Text>
      {daysOff.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('daysOff.none')}
        </Text>
      )}
      <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {daysOff.map((off) => (
          <Row
            key={`${off.from} ${off.to} ${off.reason}`}
            off={off}
            isPast={off.to < today}
            onRemove={() => remove(off)}
          />
        ))}
      </Stack>
      <AddRange onAdd={(off) => form.setFieldValue('daysOff', withDayOff(daysOff, off))} />
    </Stack>
  );
}

function Row({ off, isPast, onRemove }: { off: DayOff; isPast: boolean; onRemove: () => void }) {
  const { t, i18n } = useTranslation('calendars');
  const words = dateWords(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' });
  const days = words(Date.parse(off.from), Date.parse(off.to));
  return (
    <Group component="li" gap="xs" wrap="nowrap" justify="space-between">
      <Text size="sm" {...(isPast && { c: 'dimmed' })}>
        <Text span inherit fw={600}>
          {days}
        </Text>
        {off.reason && ` · ${off.reason}`}
        {isPast && ` · ${t('daysOff.past')}`}
      </Text>
      <ActionIcon variant="subtle" color="gray" aria-label={t('daysOff.remove', { days })} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function AddRange({ onAdd }: { onAdd: (off: DayOff) => void }) {
  const { t } = useTranslation(['calendars', 'trade']);
  const [[from, to], setRange] = useState<[string | null, string | null]>([null, null]);
  const [reason, setReason] = useState('');
  const add = () => {
    if (!from) return;
    onAdd({ from, to: to ?? from, reason: reason.trim() });
    setRange([null, null]);
    setReason('');
  };
  return (
    <Group gap="xs" align="flex-end">
      <DatePickerInput
        type="range"
        allowSingleDateInRange
        label={t('daysOff.range')}
        placeholder={t('daysOff.rangePlaceholder')}
        valueFormat="DD/MM/YYYY"
        // The theme's own is too pale to be read.
        styles={{ placeholder: { color: 'var(--mantine-color-dimmed)' } }}
        weekendDays={[]}
        previousLabel={t('trade:day.previousMonth')}
        nextLabel={t('trade:day.nextMonth')}
        w={230}
        clearable
        clearButtonProps={{ 'aria-label': t('daysOff.clear') }}
        value={[from, to]}
        onChange={setRange}
      />
      <TextInput
        label={t('daysOff.reason')}
        placeholder={t('daysOff.reasonPlaceholder')}
        maxLength={200}
        style={{ flex: 1, minWidth: 140 }}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button
        variant="default"
        disabled={!from}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
      >
        {t('daysOff.add')}
      </Button>
    </Group>
  );
}
