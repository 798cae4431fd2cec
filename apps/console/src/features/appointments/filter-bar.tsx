import { appointmentStates } from '@alize/model';
import { Button, Group, Paper, Select } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calendarsQuery } from '../../shared/booking/booking-queries.ts';
import { DayField } from '../../shared/trade/day-field.tsx';
import { campaignsQuery } from '../../shared/trade/queries.ts';
import { type AppointmentSearch, filterCount } from './appointment-search.ts';

/** The filters; each stands in the address, so a filtered page can be kept and sent. */
export function FilterBar({
  search,
  onChange,
}: {
  search: AppointmentSearch;
  onChange: (change: { readonly [Name in keyof AppointmentSearch]?: unknown }) => void;
}) {
  const { t } = useTranslation(['appointments', 'booking']);
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const { data: calendars = [] } = useQuery(calendarsQuery);
  const booking = campaigns.filter(({ kind }) => kind === 'appointment');
  return (
    <Paper withBorder p="sm" mb="md" role="search" aria-label={t('filter.label')}>
      <Group gap="sm" align="flex-end">
        <Choice
          label={t('filter.campaign')}
          width={220}
          value={search.campaign}
          choices={booking.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(campaign) => onChange({ campaign })}
        />
        <Choice
          label={t('filter.calendar')}
          width={200}
          value={search.calendar}
          choices={calendars.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(calendar) => onChange({ calendar })}
        />
        <Choice
          label={t('filter.state')}
          width={150}
          value={search.state}
          choices={appointmentStates.map((value) => ({ value, label: t(`booking:state.${value}`) }))}
          onChange={(state) => onChange({ state })}
        />
        {search.view !== 'week' && (
          <>
            <DayField
              w={160}
              clearable
              label={t('filter.from')}
              value={search.from ?? null}
              onChange={(from) => onChange({ from })}
            />
            <DayField
              w={160}
              clearable
              label={t('filter.to')}
              value={search.to ?? null}
              onChange={(to) => onChange({ to })}
            />
          </>
        )}
        {filterCount(search) > 0 && (
          <Button
            variant="subtle"
            color="gray"
            px="xs"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={() => onChange(nothing)}
          >
            {t('filter.clear')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

const nothing = {
  campaign: undefined,
  calendar: undefined,
  state: undefined,
  from: undefined,
  to: undefined,
};

function Choice({
  label,
  width,
  value,
  choices,
  onChange,
}: {
  label: string;
  width: number;
  value: string | undefined;
  choices: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}) {
  const { t } = useTranslation('appointments');
  return (
    <Select
      w={width}
      label={label}
      placeholder={t('filter.all')}
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clearOne', { label }) }}
      searchable={choices.length > 8}
      data={choices}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
