import { Group, Input, NumberInput, Text, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './question-field.tsx';
import classes from './script.module.css';

export function NumberField({ question: { min, max }, answer, shell, onAnswer }: FieldProps) {
  const { t, i18n } = useTranslation('script');
  const bounds = min !== null && max !== null ? t('from', { min, max }) : null;
  return (
    <NumberInput
      {...shell}
      description={shell.description ?? bounds}
      {...(min !== null && { min })}
      {...(max !== null && { max })}
      clampBehavior="none"
      decimalSeparator={i18n.language === 'fr' ? ',' : '.'}
      maw={240}
      value={typeof answer === 'number' ? answer : ''}
      onChange={(value) => onAnswer(typeof value === 'number' ? value : null)}
    />
  );
}

/** A scale as a row of buttons, with words at both ends; one stop of the Tab key, arrows within. */
export function ScaleField({ question, answer, shell, onAnswer }: FieldProps) {
  const { t } = useTranslation('script');
  const id = useId();
  const min = question.min ?? 0;
  const max = question.max ?? 10;
  const values = Array.from({ length: Math.max(0, max - min) + 1 }, (_, index) => min + index);
  return (
    <Input.Wrapper {...shell} labelElement="div" labelProps={{ id }}>
      <div className={classes.scaleBox}>
        <div role="radiogroup" aria-labelledby={id} className={classes.scale}>
          {values.map((value) => (
            <label key={value} className={classes.notch} data-checked={answer === value}>
              <input
                type="radio"
                className="visually-hidden"
                name={id}
                checked={answer === value}
                onChange={() => onAnswer(value)}
                aria-label={endLabel(question, value)}
              />
              {value}
            </label>
          ))}
        </div>
        {(question.minLabel !== '' || question.maxLabel !== '') && (
          <Group justify="space-between" gap="lg" wrap="nowrap" aria-hidden>
            <Text size="xs" c="dimmed">
              {question.minLabel}
            </Text>
            <Text size="xs" c="dimmed" ta="right">
              {question.maxLabel}
            </Text>
          </Group>
        )}
      </div>
      {answer !== null && !question.isRequired && (
        <UnstyledButton className={classes.takeBack ?? ''} onClick={() => onAnswer(null)}>
          {t('takeBack')}
        </UnstyledButton>
      )}
    </Input.Wrapper>
  );
}

/** `0, not at all`: the words of an end are said with its number. */
function endLabel({ min, max, minLabel, maxLabel }: FieldProps['question'], value: number): string {
  const words = value === (min ?? 0) ? minLabel : value === (max ?? 10) ? maxLabel : '';
  return words === '' ? String(value) : `${value}, ${words}`;
}
