import { purposes } from '@alize/model';
import { Button, Checkbox, Group, Paper, Select, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff, IconGavel, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatDate } from '../../shared/format.ts';
import { DayField } from '../../shared/trade/day-field.tsx';
import { type PackSummary, packQuery, packsQuery } from './compliance-queries.ts';
import { type ComplianceSearch, readSearch, strengths } from './compliance-tabs.ts';
import { rulesThatFit } from './rule-filter.ts';
import { RuleTable } from './rule-table.tsx';
import { useRegionName } from './use-region-name.ts';

const route = getRouteApi('/signed-in/compliance');
type Change = { readonly [Name in keyof ComplianceSearch]?: ComplianceSearch[Name] | undefined };

/** Every rule that is encoded, by country and by day; the filters stand in the address. */
export function PackBrowser() {
  const { t } = useTranslation('compliance');
  const search = route.useSearch();
  const navigate = useNavigate();
  const id = search.pack ?? 'fr';
  const packs = useQuery(packsQuery(search.on));
  const pack = useQuery(packQuery(id, search.on));
  const change = (changed: Change) =>
    void navigate({ to: '/compliance', search: readSearch({ ...search, ...changed }), replace: true });
  if (pack.isError) return <ErrorSentence error={pack.error} onRetry={() => void pack.refetch()} />;
  if (packs.isError) return <ErrorSentence error={packs.error} onRetry={() => void packs.refetch()} />;
  if (!pack.data || !packs.data) return <Skeleton height={360} />;
  const rules = rulesThatFit(pack.data.rules, search);
  return (
    <>
      <Filters packs={packs.data.data} on={pack.data.on} search={{ ...search, pack: id }} onChange={change} />
      <PackHead pack={pack.data} />
      {rules.length === 0 ? (
        <Paper withBorder>
          <EmptyState
            icon={IconGavel}
            title={t('packs.none')}
            action={<Clear onClear={() => change(noFilter)} />}
          >
            {t('packs.noneText')}
          </EmptyState>
        </Paper>
      ) : (
        <RuleTable rules={rules} on={pack.data.on} />
      )}
    </>
  );
}

const noFilter: Change = {
  text: undefined,
  purpose: undefined,
  strength: undefined,
  on: undefined,
  every: undefined,
};

function Clear({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('compliance');
  return (
    <Button
      variant="subtle"
      color="gray"
      px="xs"
      leftSection={<IconFilterOff size={16} aria-hidden />}
      onClick={onClear}
    >
      {t('packs.clear')}
    </Button>
  );
}

function PackHead({ pack }: { pack: PackSummary }) {
  const { t, i18n } = useTranslation('compliance');
  const nameOf = useRegionName();
  const day = formatDate(Date.parse(pack.readOn), i18n.language, 'UTC');
  return (
    <Text size="sm" c="dimmed" mb="sm">
      {t('packs.counts', { count: pack.rulesCount, inForce: pack.inForceCount })} ·{' '}
      {t('packs.version', { version: `${pack.id}@${pack.version}`, day })}
      <br />
      {t('packs.territories', { list: pack.territories.map(nameOf).join(', ') })}
    </Text>
  );
}

function Filters({
  packs,
  on,
  search,
  onChange,
}: {
  packs: readonly PackSummary[];
  on: string;
  search: ComplianceSearch;
  onChange: (change: Change) => void;
}) {
  const { t, i18n } = useTranslation(['compliance', 'trade']);
  const language = i18n.language === 'en' ? 'en' : 'fr';
  const isFiltered = Object.keys(noFilter).some((name) => name in search);
  return (
    <Paper withBorder p="sm" mb="md" role="search" aria-label={t('packs.filter')}>
      <Group gap="sm" align="flex-end">
        <Select
          w={220}
          label={t('packs.choose')}
          allowDeselect={false}
          data={packs.map(({ id, name }) => ({ value: id, label: name[language] }))}
          value={search.pack ?? null}
          onChange={(pack) => onChange({ pack: pack ?? undefined })}
        />
        <DayField label={t('packs.on')} value={on} onChange={(day) => onChange({ on: day ?? undefined })} />
        <SearchField text={search.text ?? ''} onChange={(text) => onChange({ text: text || undefined })} />
        <Select
          w={220}
          label={t('packs.purpose')}
          placeholder={t('packs.all')}
          clearable
          searchable
          data={purposes.map((value) => ({ value, label: t(`trade:purpose.${value}`) }))}
          value={search.purpose ?? null}
          onChange={(value) => onChange({ purpose: purposes.find((one) => one === value) })}
        />
        <Select
          w={170}
          label={t('packs.strength')}
          placeholder={t('packs.all')}
          clearable
          data={strengths.map((value) => ({ value, label: t(`trade:strength.${value}`) }))}
          value={search.strength ?? null}
          onChange={(value) => onChange({ strength: strengths.find((one) => one === value) })}
        />
        {isFiltered && <Clear onClear={() => onChange(noFilter)} />}
      </Group>
      <Checkbox
        mt="sm"
        label={t('packs.withOther')}
        checked={search.every ?? false}
        onChange={(event) => onChange({ every: event.currentTarget.checked || undefined })}
      />
    </Paper>
  );
}

/** Sought once the typing rests. */
function SearchField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('compliance');
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const report = useDebouncedCallback((sought: string) => onChange(sought.trim()), 250);
  return (
    <TextInput
      w={240}
      label={t('packs.search')}
      placeholder={t('packs.searchPlaceholder')}
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
