import type { ColumnTarget, Mapping } from '@alize/leads';
import { Alert, Card, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { memo, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../../shared/trade/contract.ts';
import { samplesOf } from './samples.ts';
import { customTypeOf, faultsOf, keyOf, targetOf } from './target.ts';
import { TargetPicker } from './target-picker.tsx';
import { useStoredText } from './use-stored-text.ts';
import { useTargetName } from './use-target-words.ts';

/** What each column of the file holds. */
export function ColumnsCard({
  inspection,
  mapping,
  onChange,
}: {
  inspection: Inspection;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation('lists');
  const { columns } = mapping;
  const change = useCallback(
    (column: number, target: ColumnTarget) =>
      onChange({ ...mapping, columns: mapping.columns.with(column, target) }),
    [mapping, onChange],
  );
  const ignored = columns.filter(({ kind }) => kind === 'ignore').length;
  return (
    <Card withBorder component="section" aria-label={t('columns.title')}>
      <Group justify="space-between" mb="xs" align="flex-start">
        <div>
          <Text fw={650}>{t('columns.title')}</Text>
          <Text size="sm" c="dimmed">
            {t('columns.help')}
          </Text>
        </div>
        <Text size="sm" c="dimmed" role="status" className="figures">
          {t('columns.count', { kept: columns.length - ignored, ignored })}
        </Text>
      </Group>
      <Table verticalSpacing={5} aria-label={t('columns.title')} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="22%">{t('columns.column')}</Table.Th>
            <Table.Th w={280}>{t('columns.target')}</Table.Th>
            <Table.Th>{t('columns.sample')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inspection.headings.map((heading, column) => (
            <ColumnRow
              // Headings may repeat; a column's name is its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
              key={column}
              column={column}
              heading={heading}
              target={columns[column] ?? { kind: 'ignore' }}
              inspection={inspection}
              onChange={change}
            />
          ))}
        </Table.Tbody>
      </Table>
      <Faults mapping={mapping} />
    </Card>
  );
}

const ColumnRow = memo(function ColumnRow({
  column,
  heading,
  target,
  inspection,
  onChange,
}: {
  column: number;
  heading: string;
  target: ColumnTarget;
  inspection: Inspection;
  onChange: (column: number, target: ColumnTarget) => void;
}) {
  const { t } = useTranslation('lists');
  const name = heading || t('columns.unnamed', { number: column + 1 });
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600} truncate title={name} {...(target.kind === 'ignore' && { c: 'dimmed' })}>
          {name}
        </Text>
      </Table.Td>
      <Table.Td>
        <TargetPicker
          label={t('columns.targetOf', { heading: name })}
          value={keyOf(target)}
          onChange={(key) => {
            const chosen = targetOf(key, name);
            if (chosen) onChange(column, chosen);
          }}
        />
        {target.kind === 'custom' && (
          <OwnColumn heading={name} target={target} onChange={(changed) => onChange(column, changed)} />
        )}
      </Table.Td>
      <Table.Td>
        <Samples inspection={inspection} column={column} target={target} />
      </Table.Td>
    </Table.Tr>
  );
});

/** Under which name an own column is kept, and what kind of values it has. */
function OwnColumn({
  heading,
  target,
  onChange,
}: {
  heading: string;
  target: Extract<ColumnTarget, { kind: 'custom' }>;
  onChange: (target: ColumnTarget) => void;
}) {
  const { t } = useTranslation('lists');
  return (
    <Group gap={6} mt={4} wrap="nowrap">
      <TextInput
        size="xs"
        style={{ flexGrow: 1 }}
        aria-label={t('columns.ownName', { heading })}
        maxLength={100}
        value={target.name}
        error={target.name.trim() === ''}
        onChange={({ currentTarget: { value } }) => onChange({ ...target, name: value })}
      />
      <NativeSelect
        size="xs"
        w={110}
        aria-label={t('columns.ownType', { heading })}
        data={(['text', 'number', 'date', 'boolean'] as const).map((value) => ({
          value,
          label: t(`columns.types.${value}`),
        }))}
        value={target.type}
        onChange={({ currentTarget: { value } }) => onChange({ ...target, type: customTypeOf(value) })}
      />
    </Group>
  );
}

/** Other spaces are no change that a person would see. */
const isSame = (one: string, other: string) => one.replace(/\s/g, '') === other.replace(/\s/g, '');

/** A value as it stands in the file, and beside it what becomes of it where that is not the same. */
function Samples({
  inspection,
  column,
  target,
}: {
  inspection: Inspection;
  column: number;
  target: ColumnTarget;
}) {
  const { t } = useTranslation('lists');
  const storedOf = useStoredText(inspection.timeZone);
  const samples = samplesOf(inspection, column, (fields, raw) => storedOf(fields, target, raw));
  if (samples.length === 0) {
    return (
      <Text size="sm" c="dimmed" fs="italic">
        {t('columns.empty')}
      </Text>
    );
  }
  return (
    <Group gap="0 4px">
      {samples.map(({ raw, stored }, at) => (
        <Text key={raw} size="sm" c="dimmed" component="span" style={{ overflowWrap: 'anywhere' }}>
          {at > 0 && '· '}
          {raw}
          {target.kind !== 'ignore' && stored !== null && stored !== '' && !isSame(stored, raw) && (
            <>
              <IconArrowRight
                size={13}
                aria-label={t('columns.becomes')}
                style={{ verticalAlign: -2, margin: '0 3px' }}
              />
              <Text span fw={600} c="var(--console-good)" inherit>
                {stored}
              </Text>
            </>
          )}
        </Text>
      ))}
    </Group>
  );
}

function Faults({ mapping }: { mapping: Mapping }) {
  const { t } = useTranslation('lists');
  const nameOf = useTargetName();
  const { hasNoPhone, hasUnnamed, twice, hasConsentWithoutDate } = faultsOf(mapping);
  const sentences = [
    hasNoPhone && t('columns.noPhone'),
    hasUnnamed && t('columns.unnamedOwn'),
    twice.length > 0 && t('columns.twice', { targets: twice.map(nameOf).join(', ') }),
    hasConsentWithoutDate && t('columns.consentWithoutDate'),
  ].filter((sentence) => sentence !== false);
  if (sentences.length === 0) return null;
  return (
    <Alert mt="sm" color="orange" role="alert" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      <Stack gap={4}>
        {sentences.map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </Stack>
    </Alert>
  );
}
