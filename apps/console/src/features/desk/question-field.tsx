import { Checkbox, Chip, Group, Input, NumberInput, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, ScriptQuestion } from '../../shared/contract.ts';
import { DateAndTime, DateField } from './moment-fields.tsx';

interface Props {
  readonly question: ScriptQuestion;
  readonly value: Answer | null;
  readonly error: string | null;
  /** Null when the answer is taken back. */
  readonly onChange: (value: Answer | null) => void;
  /** The person has left the field. */
  readonly onRest: () => void;
}

/** More options than this become a list that opens. */
const radiosMax = 7;

/** A question of the script, as the field that suits its kind. */
export function QuestionField(props: Props) {
  switch (props.question.kind) {
    case 'single':
      return <SingleField {...props} />;
    case 'multiple':
      return <MultipleField {...props} />;
    case 'number':
      return <NumberField {...props} />;
    case 'scale':
      return <ScaleField {...props} />;
    case 'text':
      return <TextField {...props} />;
    case 'date':
      return <DateAnswer {...props} />;
    case 'datetime':
      return <DateTimeAnswer {...props} />;
  }
}

const shellOf = ({ question, error }: Props) => ({
  label: question.label,
  withAsterisk: question.isRequired,
  error: error ?? false,
});
const textOf = (value: Answer | null) => (value === null ? '' : String(value));

function SingleField(props: Props) {
  const { t } = useTranslation('desk');
  const { options } = props.question;
  if (options.length > radiosMax) {
    return (
      <Select
        {...shellOf(props)}
        placeholder={t('script.choose')}
        data={options}
        searchable
        value={textOf(props.value) || null}
        onChange={props.onChange}
        onBlur={props.onRest}
      />
    );
  }
  return (
    <Radio.Group
      {...shellOf(props)}
      value={textOf(props.value)}
      onChange={props.onChange}
      onBlur={props.onRest}
    >
      <Group gap="md" mt={6}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </Group>
    </Radio.Group>
  );
}

function MultipleField(props: Props) {
  const chosen = Array.isArray(props.value) ? props.value : [];
  return (
    <Checkbox.Group
      {...shellOf(props)}
      value={chosen}
      onChange={(values) => props.onChange(values.length === 0 ? null : values)}
      onBlur={props.onRest}
    >
      <Stack gap={8} mt={6}>
        {props.question.options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function NumberField(props: Props) {
  const { t, i18n } = useTranslation('desk');
  const { min, max } = props.question;
  return (
    <NumberInput
      {...shellOf(props)}
      {...(min !== null && max !== null && { description: t('script.from', { min, max }) })}
      {...(min !== null && { min })}
      {...(max !== null && { max })}
      clampBehavior="none"
      decimalSeparator={i18n.language === 'fr' ? ',' : '.'}
      w={220}
      value={typeof props.value === 'number' ? props.value : ''}
      onChange={(value) => props.onChange(typeof value === 'number' ? value : null)}
      onBlur={props.onRest}
    />
  );
}

function ScaleField(props: Props) {
  const id = useId();
  const min = props.question.min ?? 0;
  const max = props.question.max ?? 10;
  const steps = Array.from({ length: Math.max(0, max - min) + 1 }, (_, index) => String(min + index));
  return (
    <Input.Wrapper {...shellOf(props)} labelElement="div" labelProps={{ id }}>
      <Chip.Group value={textOf(props.value)} onChange={(value) => props.onChange(Number(value))}>
        <Group gap={5} mt={6} role="radiogroup" aria-labelledby={id} onBlur={props.onRest}>
          {steps.map((step) => (
            <Chip key={step} value={step} variant="outline" styles={{ label: { paddingInline: 12 } }}>
              {step}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}

function TextField(props: Props) {
  return (
    <Textarea
      {...shellOf(props)}
      autosize
      minRows={1}
      maxRows={6}
      value={textOf(props.value)}
      onChange={({ currentTarget: { value } }) => props.onChange(value === '' ? null : value)}
      onBlur={props.onRest}
    />
  );
}

function DateAnswer(props: Props) {
  return (
    <DateField
      {...shellOf(props)}
      value={textOf(props.value) || null}
      onChange={props.onChange}
      onBlur={props.onRest}
    />
  );
}

/** Answered once date and time are whole. */
function DateTimeAnswer(props: Props) {
  const [date = '', time = ''] = textOf(props.value).split('T');
  const [moment, setMoment] = useState<{ date: string | null; time: string }>({ date: date || null, time });
  return (
    <DateAndTime
      {...shellOf(props)}
      {...moment}
      onChange={(nextDate, nextTime) => {
        setMoment({ date: nextDate, time: nextTime });
        const isWhole = nextDate !== null && nextTime !== '';
        if (isWhole) props.onChange(`${nextDate}T${nextTime.slice(0, 5)}`);
        else if (props.value !== null) props.onChange(null);
      }}
      onBlur={props.onRest}
    />
  );
}
