import { Group, Input } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './question-field.tsx';
import { momentAnswer, typedMoment } from './typed-moment.ts';

interface Shell {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly withAsterisk?: boolean;
  readonly error?: ReactNode;
}

/** A date, typed as `24/11/2026` or picked. Not the browser's own field: that one follows the machine's language. */
export function DateField(props: Shell & { value: string | null; onChange: (date: string | null) => void }) {
  const { t } = useTranslation('script');
  const { value, onChange, ...shell } = props;
  return (
    <DateInput
      {...shell}
      w={170}
      hideOutsideDates
      weekendDays={[]}
      previousLabel={t('previousMonth')}
      nextLabel={t('nextMonth')}
      valueFormat="DD/MM/YYYY"
      placeholder="31/12/2026"
      value={value}
      onChange={onChange}
    />
  );
}

/** A time of 24 hours; empty until it is whole. */
export function TimeField(props: Shell & { value: string; onChange: (time: string) => void }) {
  const { t } = useTranslation('script');
  const { value, onChange, ...shell } = props;
  return (
    <TimePicker
      {...shell}
      w={130}
      format="24h"
      minutesStep={5}
      hoursInputLabel={t('hours')}
      minutesInputLabel={t('minutes')}
      value={value}
      onChange={onChange}
    />
  );
}

export function DateAnswer({ answer, shell, onAnswer }: FieldProps) {
  const { description, ...rest } = shell;
  return (
    <DateField
      {...rest}
      {...(description !== null && { description })}
      value={typeof answer === 'string' ? answer : null}
      onChange={onAnswer}
    />
  );
}

/** Answered once date and time are whole; both are meant in `timeZone`. */
export function MomentField({ answer, shell, onAnswer, timeZone }: FieldProps & { timeZone: string }) {
  const { t } = useTranslation('script');
  const id = useId();
  const [moment, setMoment] = useState(() => typedMoment(typeof answer === 'string' ? answer : '', timeZone));
  const change = (next: typeof moment) => {
    setMoment(next);
    const whole = momentAnswer(next, timeZone);
    if (whole !== null || answer !== null) onAnswer(whole);
  };
  return (
    <Input.Wrapper {...shell} labelElement="div" labelProps={{ id }}>
      <Group role="group" aria-labelledby={id} align="flex-start" gap="sm" mt={4}>
        <DateField
          label={t('date')}
          value={moment.date || null}
          onChange={(date) => change({ ...moment, date: date ?? '' })}
        />
        <TimeField label={t('time')} value={moment.time} onChange={(time) => change({ ...moment, time })} />
      </Group>
    </Input.Wrapper>
  );
}
