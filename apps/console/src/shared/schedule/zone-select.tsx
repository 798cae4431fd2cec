import { Select } from '@mantine/core';
import type { ReactNode } from 'react';

/** A time zone among all that there are, those likeliest first. */
export function ZoneSelect({
  label,
  likely,
  value,
  error,
  onChange,
}: {
  label: string;
  likely: readonly string[];
  value: string;
  error?: ReactNode;
  onChange: (zone: string) => void;
}) {
  return (
    <Select
      label={label}
      required
      searchable
      limit={60}
      maw={360}
      allowDeselect={false}
      data={[...new Set([...likely, value, ...Intl.supportedValuesOf('timeZone')])].filter(Boolean)}
      value={value}
      error={error}
      onChange={(zone) => zone && onChange(zone)}
    />
  );
}
