import { Group, Input, SegmentedControl, Stack } from '@mantine/core';
import { TimePicker } from '@mantine/dates';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { formatZone } from '../../shared/format.ts';
import { DayField } from '../../shared/trade/day-field.tsx';
import type { CallForm } from './call-question.ts';

/** When the call would be placed: now, or a day and a time of the site's clock. */
export function InstantFields({ form, zone }: { form: UseFormReturnType<CallForm>; zone: string }) {
  const { t } = useTranslation('compliance');
  const { values, setFieldValue } = form;
  return (
    <Group align="flex-start" gap="md">
      <Stack gap={2}>
        <Input.Label component="div" id="call-instant">
          {t('call.instant')}
        </Input.Label>
        <SegmentedControl
          aria-labelledby="call-instant"
          value={values.isNow ? 'now' : 'chosen'}
          onChange={(choice) => setFieldValue('isNow', choice === 'now')}
          data={[
            { value: 'now', label: t('call.now') },
            { value: 'chosen', label: t('call.chosen') },
          ]}
        />
      </Stack>
      {!values.isNow && (
        <>
          <DayField
            label={t('call.day')}
            error={form.errors.day}
            value={values.day}
            onChange={(day) => setFieldValue('day', day)}
          />
          <TimePicker
            label={t('call.time', { zone: formatZone(zone) })}
            format="24h"
            value={values.time}
            onChange={(time) => setFieldValue('time', time)}
          />
        </>
      )}
    </Group>
  );
}
