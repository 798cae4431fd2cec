import { dispositions, isId, networkResults } from '@alize/model';
import { Button, Group, Paper, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../shared/trade/day-field.tsx';
import { campaignsQuery, listsQuery, setupQuery } from '../../shared/trade/queries.ts';
import { filterCount, type ResultFilter } from './result-filter.ts';

type Change = { readonly [Name in keyof ResultFilter]?: ResultFilter[Name] | undefined };

/** The filters; each stands in the address, so a filtered page can be kept and sent. */
export function FilterBar({
  filter,
  onChange,
}: {
  filter: ResultFilter;
  onChange: (change: Change) => void;
}) {
  const { t } = useTranslation(['results', 'shared']);
  const { data: campaigns = [] } = useQuery(campaignsQuery);
  const { data: setup } = useQuery(setupQuery);
  const isOutcomes = filter.tab === 'outcomes';
  return (
    <Paper withBorder p="sm" mb="md" role="search" aria-label={t('filter.label')}>
      <Group gap="sm" align="flex-end">
        {!isOutcomes && <Search value={filter.search ?? ''} onChange={(search) => onChange({ search })} />}
        <Choice
          label={t('filter.campaign')}
          value={filter.campaign}
          choices={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) =>
            onChange({ campaign: isId('campaign', value) ? value : undefined, list: undefined })
          }
        />
        {!isOutcomes && filter.campaign && (
          <ListChoice
            campaignId={filter.campaign}
            value={filter.list}
            onChange={(value) => onChange({ list: isId('list', value) ? value : undefined })}
          />
        )}
        <Choice
          label={t('filter.agent')}
          value={filter.agent}
          choices={(setup?.agents ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => onChange({ agent: isId('user', value) ? value : undefined })}
        />
        {!isOutcomes && (
          <>
            <Choice
              label={t('filter.result')}
              value={filter.result}
              choices={networkResults.map((value) => ({ value, label: t(`shared:networkResult.${value}`) }))}
              onChange={(value) => onChange({ result: networkResults.find((one) => one === value) })}
            />
            <Choice
              label={t('filter.disposition')}
              value={filter.disposition}
              choices={dispositions.map((value) => ({ value, label: t(`shared:disposition.${value}`) }))}
              onChange={(value) => onChange({ disposition: dispositions.find((one) => one === value) })}
            />
          </>
        )}
        <Day label={t('filter.from')} value={filter.from} onChange={(from) => onChange({ from })} />
        <Day label={t('filter.to')} value={filter.to} onChange={(to) => onChange({ to })} />
        {filterCount(filter) > 0 && (
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

const nothing: Change = {
  campaign: undefined,
  list: undefined,
  agent: undefined,
  result: undefined,
  disposition: undefined,
  from: undefined,
  to: undefined,
  search: undefined,
};

function Choice({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: string | undefined;
  choices: { value: string; label: string }[];
  onChange: (value: string | null) => void;
}) {
  const { t } = useTranslation('results');
  return (
    <Select
      size="sm"
      w={160}
      label={label}
      placeholder={t('filter.all')}
      clearable
      searchable={choices.length > 8}
      data={choices}
      value={value ?? null}
      onChange={onChange}
    />
  );
}

function ListChoice({
  campaignId,
  value,
  onChange,
}: {
  campaignId: NonNullable<ResultFilter['campaign']>;
  value: string | undefined;
  onChange: (value: string | null) => void;
}) {
  const { t } = useTranslation('results');
  const { data: lists = [] } = useQuery(listsQuery(campaignId));
  return (
    <Choice
      label={t('filter.list')}
      value={value}
      choices={lists.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
    />
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}) {
  return (
    <DayField
      w={150}
      label={label}
      clearable
      value={value ?? null}
      onChange={(day) => onChange(day ?? undefined)}
    />
  );
}

/** Sought once the typing rests. */
function Search({ value, onChange }: { value: string; onChange: (text: string | undefined) => void }) {
  const { t } = useTranslation('results');
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const report = useDebouncedCallback((text: string) => onChange(text.trim() || undefined), 300);
  return (
    <TextInput
      size="sm"
      w={264}
      label={t('filter.searchLabel')}
      placeholder={t('filter.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={100}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        report(event.currentTarget.value);
      }}
    />
  );
}
