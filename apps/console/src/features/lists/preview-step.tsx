import {
  Alert,
  Button,
  Card,
  Group,
  NativeSelect,
  Paper,
  ScrollArea,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatPhone } from '../../shared/format.ts';
import { Chip } from '../../shared/trade/chip.tsx';
import type { Campaign, ColumnTarget, List, ListPreview } from '../../shared/trade/contract.ts';
import { listsQuery } from '../../shared/trade/queries.ts';
import { ConsentQuestion } from './consent-question.tsx';
import { columnTargets, importFile, previewOf } from './import-file.ts';
import { mappingProblem, samplesOf } from './mapping-problem.ts';
import { useRowErrorWords } from './use-row-error-words.ts';

/** What the importer sees in the file, and what each column holds: checked by a person before anything is stored. */
export function PreviewStep({
  campaignId,
  file,
  onOther,
  onImporting,
}: {
  campaignId: Campaign['id'];
  file: File;
  onOther: () => void;
  onImporting: (list: List) => void;
}) {
  const { t } = useTranslation('lists');
  const [mapping, setMapping] = useState<readonly ColumnTarget[] | null>(null);
  const [areInformed, setAreInformed] = useState(false);
  const preview = useQuery({
    queryKey: ['preview', file.name, file.size, file.lastModified, mapping],
    queryFn: () => previewOf(file, mapping),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  if (preview.isPending) return <Skeleton height={420} aria-label={t('drop.reading')} />;
  if (preview.isError) {
    return (
      <Stack align="flex-start">
        <ErrorSentence error={preview.error} />
        <Button onClick={onOther}>{t('preview.other')}</Button>
      </Stack>
    );
  }
  const chosen = mapping ?? preview.data.mapping;
  return (
    <Stack>
      <Found file={file} preview={preview.data} onOther={onOther} />
      <MappingTable
        preview={preview.data}
        mapping={chosen}
        onChange={(column, target) =>
          setMapping(chosen.map((one, index) => (index === column ? target : one)))
        }
      />
      <StoredRows preview={preview.data} mapping={chosen} />
      {chosen.includes('consentAt') && (
        <ConsentQuestion
          campaignId={campaignId}
          hasProof={chosen.includes('consentSource')}
          areInformed={areInformed}
          onChange={setAreInformed}
        />
      )}
      <ImportBar
        campaignId={campaignId}
        file={file}
        mapping={chosen}
        consentsAreInformed={areInformed && chosen.includes('consentAt')}
        onImporting={onImporting}
      />
    </Stack>
  );
}

function Found({ file, preview, onOther }: { file: File; preview: ListPreview; onOther: () => void }) {
  const { t } = useTranslation('lists');
  const names: Record<string, string> = {
    ',': t('preview.delimiter.comma'),
    ';': t('preview.delimiter.semicolon'),
    '\t': t('preview.delimiter.tab'),
    '|': t('preview.delimiter.pipe'),
  };
  return (
    <Group justify="space-between">
      <div>
        <Text fw={650}>{file.name}</Text>
        <Text size="sm" c="dimmed">
          {t('preview.found', {
            encoding: preview.encoding.toUpperCase(),
            delimiter: names[preview.delimiter] ?? preview.delimiter,
            columns: preview.headings.length,
          })}
        </Text>
      </div>
      <Button variant="default" onClick={onOther}>
        {t('preview.other')}
      </Button>
    </Group>
  );
}

function MappingTable({
  preview,
  mapping,
  onChange,
}: {
  preview: ListPreview;
  mapping: readonly ColumnTarget[];
  onChange: (column: number, target: ColumnTarget) => void;
}) {
  const { t } = useTranslation('lists');
  const choices = columnTargets.map((value) => ({ value, label: t(`target.${value}`) }));
  const problem = mappingProblem(mapping);
  return (
    <Card withBorder component="section" aria-label={t('preview.mapping')}>
      <Text fw={650}>{t('preview.mapping')}</Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t('preview.mappingHelp')}
      </Text>
      <Table verticalSpacing={6} aria-label={t('preview.mapping')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="28%">{t('preview.column')}</Table.Th>
            <Table.Th w={280}>{t('preview.target')}</Table.Th>
            <Table.Th>{t('preview.sample')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.headings.map((heading, column) => (
            // Headings may repeat; a column's name is its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
            <Table.Tr key={column}>
              <Table.Td fw={600}>{heading || `#${column + 1}`}</Table.Td>
              <Table.Td>
                <NativeSelect
                  size="sm"
                  aria-label={t('preview.targetOf', { heading: heading || `#${column + 1}` })}
                  data={choices}
                  value={mapping[column] ?? 'ignore'}
                  onChange={({ currentTarget }) => {
                    const target = columnTargets.find((one) => one === currentTarget.value);
                    if (target) onChange(column, target);
                  }}
                />
              </Table.Td>
              <Table.Td c="dimmed" fz="sm">
                {samplesOf(preview.rows, column).join(' · ')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {problem && (
        <Alert mt="sm" color="orange" role="alert" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {t(`preview.${problem}`)}
        </Alert>
      )}
    </Card>
  );
}

function StoredRows({ preview, mapping }: { preview: ListPreview; mapping: readonly ColumnTarget[] }) {
  const { t } = useTranslation('lists');
  const wordsOf = useRowErrorWords();
  const bad = preview.leads.filter(({ kind }) => kind === 'error').length;
  const columns = preview.headings
    .map((heading, column) => ({ heading, column, target: mapping[column] ?? 'ignore' }))
    .filter(({ target }) => target !== 'ignore');
  return (
    <Card withBorder component="section" aria-label={t('preview.rows')}>
      <Group justify="space-between" mb="xs">
        <Text fw={650}>{t('preview.rows')}</Text>
        <Text size="sm" c="dimmed" role="status">
          {t('preview.goodCount', { good: preview.leads.length - bad, bad })}
        </Text>
      </Group>
      <ScrollArea.Autosize
        mah={360}
        viewportProps={{ tabIndex: 0, 'aria-label': t('preview.rows'), role: 'region' }}
      >
        <Table
          stickyHeader
          aria-label={t('preview.rows')}
          verticalSpacing={6}
          style={{ whiteSpace: 'nowrap' }}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('preview.line')}</Table.Th>
              <Table.Th>{t('preview.row')}</Table.Th>
              {columns.map(({ column, target, heading }) => (
                <Table.Th key={column}>{target === 'custom' ? heading : t(`target.${target}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.leads.map((lead, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
              <Table.Tr key={row}>
                <Table.Td className="figures" c="dimmed">
                  {row + 2}
                </Table.Td>
                <Table.Td>
                  <RowState reason={lead.kind === 'error' ? wordsOf(lead.code) : null} />
                </Table.Td>
                {columns.map(({ column, target }) => (
                  <Table.Td key={column} {...(lead.kind === 'error' && { c: 'dimmed' })}>
                    {lead.kind === 'lead' && target === 'phoneNumber'
                      ? formatPhone(lead.phoneNumber)
                      : ((lead.kind === 'lead' ? lead.fields[target] : undefined) ??
                        preview.rows[row]?.[column])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </Card>
  );
}

function RowState({ reason }: { reason: string | null }) {
  const { t } = useTranslation('lists');
  if (reason === null) {
    return (
      <Chip color="teal" icon={<IconCheck size={12} aria-hidden />}>
        {t('preview.good')}
      </Chip>
    );
  }
  return (
    <Group gap={6} wrap="nowrap" c="light-dark(var(--mantine-color-red-9), var(--mantine-color-red-3))">
      <IconAlertTriangle size={15} aria-hidden />
      <Text size="sm" inherit>
        {t('preview.bad')} : {reason}
      </Text>
    </Group>
  );
}

function ImportBar({
  campaignId,
  file,
  mapping,
  consentsAreInformed,
  onImporting,
}: {
  campaignId: Campaign['id'];
  file: File;
  mapping: readonly ColumnTarget[];
  consentsAreInformed: boolean;
  onImporting: (list: List) => void;
}) {
  const { t } = useTranslation('lists');
  const client = useQueryClient();
  const [name, setName] = useState(file.name.replace(/\.[a-z]+$/i, '').slice(0, 120));
  const isNamed = name.trim() !== '';
  const run = useMutation({
    mutationFn: () => importFile(campaignId, file, { name: name.trim(), mapping, consentsAreInformed }),
    onSuccess: (list) => {
      client.setQueryData(['lists', list.id], list);
      void client.invalidateQueries({ queryKey: listsQuery(campaignId).queryKey });
      onImporting(list);
    },
  });
  return (
    <Paper withBorder p="sm" style={{ position: 'sticky', bottom: 8, zIndex: 5 }} shadow="sm">
      {run.isError && <ErrorSentence error={run.error} />}
      <Group align="flex-end" justify="space-between">
        <TextInput
          label={t('preview.name')}
          value={name}
          maxLength={120}
          w={420}
          error={isNamed ? null : t('preview.nameError')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          loading={run.isPending}
          disabled={!isNamed || mappingProblem(mapping) !== null}
          onClick={() => run.mutate()}
        >
          {t('preview.import')}
        </Button>
      </Group>
    </Paper>
  );
}
