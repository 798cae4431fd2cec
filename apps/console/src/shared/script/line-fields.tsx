import { isPhoneNumber } from '@alize/model';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './question-field.tsx';
import { phoneAnswer, phoneAsTyped, phoneWhileTyped } from './typed-phone.ts';

const textOf = (answer: FieldProps['answer']) => (answer === null ? '' : String(answer));

export function TextField({ question, answer, shell, onAnswer }: FieldProps) {
  return (
    <Textarea
      {...shell}
      autosize
      minRows={1}
      maxRows={6}
      {...(question.max !== null && { maxLength: question.max })}
      value={textOf(answer)}
      onChange={({ currentTarget: { value } }) => onAnswer(value === '' ? null : value)}
    />
  );
}

/** A number by pairs as it is typed; what is kept is said beneath once it is whole. `isForSelf`: the browser may fill it. */
export function PhoneField({ answer, shell, onAnswer, isForSelf }: FieldProps & { isForSelf: boolean }) {
  const { t } = useTranslation('script');
  const [text, setText] = useState(() => phoneAsTyped(textOf(answer)));
  return (
    <TextInput
      {...shell}
      description={shell.description ?? t('phoneHint')}
      type="tel"
      inputMode="tel"
      autoComplete={isForSelf ? 'tel' : 'off'}
      maw={300}
      className="figures"
      value={text}
      rightSectionWidth={130}
      rightSection={
        isPhoneNumber(answer) && (
          <span role="status" style={{ fontSize: 'var(--mantine-font-size-xs)' }}>
            {answer}
          </span>
        )
      }
      rightSectionPointerEvents="none"
      onChange={({ currentTarget: { value } }) => {
        const typed = phoneWhileTyped(value);
        setText(typed);
        onAnswer(phoneAnswer(typed));
      }}
    />
  );
}

export function EmailField({ answer, shell, onAnswer, isForSelf }: FieldProps & { isForSelf: boolean }) {
  return (
    <TextInput
      {...shell}
      type="email"
      inputMode="email"
      autoComplete={isForSelf ? 'email' : 'off'}
      spellCheck={false}
      maw={420}
      value={textOf(answer)}
      onChange={({ currentTarget: { value } }) => onAnswer(value.trim() === '' ? null : value.trim())}
    />
  );
}
