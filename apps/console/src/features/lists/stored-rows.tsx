import type { ColumnTarget, Mapping } from '@alize/leads';
import { Card, Group, ScrollArea, Switch, Table, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection, RowNote, ShownRow } from '../../shared/trade/contract.ts';
import classes from './stored-rows.module.css';
import { notesOf } from './stored-text.ts';
import { useStoredText } from './use-stored-text.ts';
import { useTargetName } from './use-target-words.ts';

interface ShownColumn {
  /** Its place in the file; null for a constant. */
  readonly column: number | null;
  readonly heading: string;
  readonly target: ColumnTarget;
  /** The constant's value. */
  readonly value: string;
}

/** The first rows as they will be stored: what was changed shows what it was, what is refused says why. */
export function StoredRows({
  inspection,
  mapping,
  isStale,
}: {
  inspection: Inspection;
  mapping: Mapping;
  isStale: boolean;
}) {
  const { t } = useTranslation('lists');
  const nameOf = useTargetName();
  const [isWasShown, setWasShown] = useState(false);
  const columns = shownColumns(inspection, mapping);
  const { leads } = inspection;
  const cellsOf = new Map(inspection.rows.map(({ line, cells }) => [line, cells]));
  const refused = leads.filter(({ kind }) => kind === 'error').length;
  const repeats = leads.filter(({ kind }) => kind === 'repeat').length;
  return (
    <Card withBorder component="section" aria-label={t('rows.title')}>
      <Group justify="space-between" mb={4}>
        <Text fw={650}>{t('rows.title')}</Text>
        <Text size="sm" c="dimmed" role="status" className="figures">
          {t('rows.count', { good: leads.length - refused - repeats, repeats, refused })}
        </Text>
      </Group>
      <Group justify="space-between" mb="xs">
        <Legend />
        <Switch
          size="sm"
          label={t('rows.showWas')}
          checked={isWasShown}
          onChange={({ currentTarget }) => setWasShown(currentTarget.checked)}
        />
      </Group>
      <ScrollArea.Autosize
        mah={420}
        viewportProps={{ tabIndex: 0, 'aria-label': t('rows.scroll'), role: 'region' }}
        {...(isStale && { className: classes.stale })}
      >
        <Table
          stickyHeader
          aria-label={t('rows.title')}
          verticalSpacing={5}
          fz={13}
          className={classes.table}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.sticky}>{t('rows.line')}</Table.Th>
              {columns.map(({ column, heading, target }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
                <Table.Th key={at}>
                  {nameOf(target)}
                  <Text size="xs" c="dimmed" fw={400} className={classes.cell}>
                    {column === null ? t('rows.constant') : heading}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {leads.map((row) => (
              <Row
                key={row.line}
                row={row}
                cells={cellsOf.get(row.line) ?? []}
                columns={columns}
                timeZone={inspection.timeZone}
                isWasShown={isWasShown}
                onShowWas={() => setWasShown(true)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </Card>
  );
}

function Legend() {
  const { t } = useTranslation('lists');
  return (
    <Group gap="md">
      <Text size="sm">
        <span className={`${classes.changed} ${classes.value}`}>{t('rows.legendChanged')}</span>
      </Text>
      <Text size="sm" px={6} className={classes.refused}>
        <span className={classes.reason}>{t('rows.legendRefused')}</span>
      </Text>
    </Group>
  );
}

function Row({
  row,
  cells,
  columns,
  timeZone,
  isWasShown,
  onShowWas,
}: {
  row: ShownRow;
  cells: readonly string[];
  columns: readonly ShownColumn[];
  timeZone: string;
  isWasShown: boolean;
  onShowWas: () => void;
}) {
  const { t } = useTranslation('lists');
  const storedOf = useStoredText(timeZone);
  const rawOf = ({ column, value }: ShownColumn) => (column === null ? value : (cells[column] ?? ''));
  if (row.kind === 'error') {
    return (
      <>
        <Table.Tr className={classes.refused}>
          <Line line={row.line} />
          {columns.map((column, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
            <Table.Td key={at} className={classes.cell}>
              {column.heading === row.column && column.column !== null ? (
                <Text span inherit fw={700} className={classes.reason ?? ''}>
                  {rawOf(column) || t('rows.nothing')}
                </Text>
              ) : (
                rawOf(column)
              )}
            </Table.Td>
          ))}
        </Table.Tr>
        <Table.Tr className={classes.refused}>
          <Table.Td className={classes.sticky} />
          <Table.Td colSpan={Math.max(1, columns.length)} pt={0}>
            <Text size="sm" fw={600} className={classes.reason ?? ''}>
              {t('rows.refused', { reason: row.detail })}
            </Text>
          </Table.Td>
        </Table.Tr>
      </>
    );
  }
  const isRepeat = row.kind === 'repeat';
  return (
    <Table.Tr {...(isRepeat && { className: classes.repeat })}>
      <Line line={row.line} note={isRepeat ? t('rows.repeat', { line: row.ofLine }) : null} />
      {columns.map((column, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
        <Table.Td key={at} className={classes.cell}>
          <Value
            text={storedOf(row.fields, column.target, rawOf(column))}
            notes={column.column === null ? [] : notesOf(row, column.heading)}
            isWasShown={isWasShown}
            onShowWas={onShowWas}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Line({ line, note = null }: { line: number; note?: string | null }) {
  return (
    <Table.Td className={`figures ${classes.sticky}`} c="dimmed">
      {line}
      {note && <Text size="xs">{note}</Text>}
    </Table.Td>
  );
}

/** A value; when it is not what stands in the file, that is told by the pointer, the keyboard, or for all at once. */
function Value({
  text,
  notes,
  isWasShown,
  onShowWas,
}: {
  text: string;
  notes: readonly RowNote[];
  isWasShown: boolean;
  onShowWas: () => void;
}) {
  const { t } = useTranslation('lists');
  const [note] = notes;
  if (!note) return text;
  const details = [...new Set(notes.map(({ detail }) => detail))].join(' ');
  const was = t('rows.was', { value: note.from });
  return (
    <Tooltip
      label={`${details} ${was}`}
      multiline
      maw={360}
      events={{ hover: true, focus: true, touch: true }}
    >
      <UnstyledButton className={classes.changed} onClick={onShowWas}>
        <span className={classes.value}>{text || t('rows.nothing')}</span>
        {isWasShown ? (
          <span className={classes.was}>{note.from}</span>
        ) : (
          <span className="visually-hidden">{` : ${details} ${was}`}</span>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}

function shownColumns({ headings }: Inspection, { columns, constants }: Mapping): readonly ShownColumn[] {
  const ofFile = columns.map((target, column) => ({
    column,
    heading: headings[column] ?? '',
    target,
    value: '',
  }));
  const given = constants.map(({ target, value }) => ({ column: null, heading: '', target, value }));
  return [...ofFile.filter(({ target }) => target.kind !== 'ignore'), ...given];
}
