import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { packsQuery } from './compliance-queries.ts';
import { useRegionName } from './use-region-name.ts';

/** Every country and territory that a rule pack protects. */
export function CountryField({
  value,
  error,
  onChange,
}: {
  value?: string | null;
  error?: React.ReactNode;
  onChange?: (country: string | null) => void;
}) {
  const { t, i18n } = useTranslation('compliance');
  const { data: packs } = useQuery(packsQuery(undefined));
  const nameOf = useRegionName();
  const codes = [...new Set(['FR', ...(packs?.data ?? []).flatMap(({ territories }) => territories)])];
  const countries = codes
    .map((code) => ({ value: code, label: nameOf(code) }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language));
  return (
    <Select
      label={t('call.country')}
      description={t('call.countryHelp')}
      size="md"
      searchable
      placeholder={t('call.unknown')}
      clearable
      data={countries}
      value={value ?? null}
      error={error}
      {...(onChange && { onChange })}
    />
  );
}
