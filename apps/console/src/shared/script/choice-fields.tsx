import { Checkbox, Radio, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chosenAfter, isFull } from './chosen-options.ts';
import type { FieldProps } from './question-field.tsx';
import classes from './script.module.css';

/** More options than this become a list that opens. */
const radiosMax = 9;
/** Options of few and short words stand side by side. */
const besideCharactersMax = 60;

export function SingleField({ question: { options }, answer, shell, onAnswer }: FieldProps) {
  const { t } = useTranslation('script');
  const value = typeof answer === 'string' ? answer : '';
  if (options.length > radiosMax) {
    return (
      <Select
        {...shell}
        placeholder={t('choose')}
        nothingFoundMessage={t('nothingFound')}
        data={options.map((option) => ({ value: option.value, label: option.label }))}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('takeBack') }}
        value={value || null}
        onChange={onAnswer}
      />
    );
  }
  const isShort = options.reduce((sum, { label }) => sum + label.length, 0) <= besideCharactersMax;
  return (
    <Radio.Group {...shell} value={value} onChange={onAnswer}>
      <div className={classes.options} data-beside={isShort}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.label} />
        ))}
      </div>
    </Radio.Group>
  );
}

/** An option that excludes the others takes their place; at the most allowed, the others wait. */
export function MultipleField({ question, answer, shell, onAnswer }: FieldProps) {
  const { t } = useTranslation('script');
  const chosen: readonly string[] = Array.isArray(answer) ? answer : [];
  const choose = (value: string) => {
    const next = chosenAfter(question, chosen, value);
    onAnswer(next.length === 0 ? null : next);
  };
  const most = question.max === null ? null : t('choicesMax', { count: question.max });
  return (
    <Checkbox.Group
      {...shell}
      description={shell.description ?? most}
      // Mantine keeps no list of its own here: the boxes below are told what they are.
      value={[...chosen]}
      onChange={() => {}}
    >
      <Stack gap={8} mt={6}>
        {question.options.map((option) => {
          const isChosen = chosen.includes(option.value);
          return (
            <Checkbox
              key={option.value}
              value={option.value}
              label={option.label}
              disabled={!isChosen && !option.isExclusive && isFull(question, chosen)}
              onChange={() => choose(option.value)}
            />
          );
        })}
      </Stack>
    </Checkbox.Group>
  );
}
