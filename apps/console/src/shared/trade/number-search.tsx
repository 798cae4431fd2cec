import type { PhoneNumber } from '@alize/model';
import { Button, Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedNumber } from '../typed-number.ts';

/** Asks for one number; it never stands in an address, where logs and histories would keep it. */
export function NumberSearch({
  label,
  isSearched,
  onSearch,
}: {
  label: string;
  isSearched: boolean;
  onSearch: (number: PhoneNumber | null) => void;
}) {
  const { t } = useTranslation('trade');
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = () => {
    const number = typedNumber(typed);
    setWrong(number === null);
    if (number) onSearch(number);
  };
  const clear = () => {
    setTyped('');
    setWrong(false);
    onSearch(null);
  };
  return (
    <search aria-label={label}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Group gap="xs" align="flex-start">
          <TextInput
            type="tel"
            autoComplete="off"
            w={260}
            aria-label={label}
            placeholder={label}
            leftSection={<IconSearch size={16} aria-hidden />}
            error={isWrong && t('number.error')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {t('number.search')}
          </Button>
          {isSearched && (
            <Button variant="subtle" color="gray" onClick={clear}>
              {t('number.clear')}
            </Button>
          )}
        </Group>
      </form>
    </search>
  );
}
