import { addressParts } from '@alize/model';
import { Box, Input, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { byRow } from './matrix-field.tsx';
import type { FieldProps } from './question-field.tsx';
import classes from './script.module.css';

type Part = (typeof addressParts)[number];

const autoComplete = {
  street: 'address-line1',
  extra: 'address-line2',
  postalCode: 'postal-code',
  city: 'address-level2',
  country: 'country-name',
} as const satisfies Record<Part, string>;

/** An address by its parts. `isForSelf`: the browser may fill in what it knows of the person. */
export function AddressField({ answer, shell, onAnswer, isForSelf }: FieldProps & { isForSelf: boolean }) {
  const { t } = useTranslation('script');
  const id = useId();
  const given = byRow(answer);
  const change = (part: Part, value: string) => {
    const { [part]: _before, ...others } = given;
    const next = value === '' ? others : { ...others, [part]: value };
    onAnswer(Object.keys(next).length === 0 ? null : next);
  };
  return (
    <Input.Wrapper {...shell} labelElement="div" labelProps={{ id }}>
      <Box role="group" aria-labelledby={id} className={classes.address ?? ''}>
        {addressParts.map((part) => (
          <TextInput
            key={part}
            wrapperProps={{ 'data-part': part }}
            label={t(`address.${part}`)}
            maxLength={200}
            autoComplete={isForSelf ? autoComplete[part] : 'off'}
            {...(part === 'postalCode' && { inputMode: 'numeric' as const })}
            value={given[part] ?? ''}
            onChange={({ currentTarget: { value } }) => change(part, value)}
          />
        ))}
      </Box>
    </Input.Wrapper>
  );
}
