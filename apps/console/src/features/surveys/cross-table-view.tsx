import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../shared/format.ts';
import { smallBase } from './answers-panel.tsx';
import type { CrossTable } from './contract.ts';
import { readCross } from './cross-sentence.ts';
import classes from './cross-table.module.css';
import type { Percentage } from './survey-search.ts';

type Cell = CrossTable['cells'][number][number];

const shareOf = ({ rowShare, columnShare, totalShare }: Cell, of: Percentage): number | null => {
  if (of === 'row') return rowShare;
  return of === 'column' ? columnShare : totalShare;
};

/** Shares with their counts; deeper ground for larger shares, arrows where a cell stands out, pale where few answered. */
export function CrossTableView({ table, of }: { table: CrossTable; of: Percentage }) {
  const { t } = useTranslation('surveys');
  const { cells, rowBases, columnBases } = table;
  const rows = filled(table.row.categories, rowBases);
  const columns = filled(table.column.categories, columnBases);
  const { isOutstanding } = readCross(table);
  const baseOf = (rowAt: number, columnAt: number) =>
    (of === 'row' ? rowBases[rowAt] : of === 'column' ? columnBases[columnAt] : table.base) ?? 0;
  return (
    <>
      <Table.ScrollContainer minWidth={220 + columns.length * 96}>
        <Table className={`figures ${classes.table}`} aria-label={t('cross.label', labelsOf(table))}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              {columns.map(({ value, label }) => (
                <Table.Th key={value} ta="right">
                  {label}
                </Table.Th>
              ))}
              <Table.Th ta="right">{t('cross.base')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ value, label, at: rowAt }) => (
              <Table.Tr key={value}>
                <Table.Th fw={500}>{label}</Table.Th>
                {columns.map((category) => (
                  <CellView
                    key={category.value}
                    cell={cells[rowAt]?.[category.at]}
                    of={of}
                    isSmall={baseOf(rowAt, category.at) < smallBase}
                    isOutstanding={isOutstanding(rowAt, category.at)}
                  />
                ))}
                <Base base={rowBases[rowAt] ?? 0} isMarked={of === 'row'} />
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th fw={500}>{t('cross.base')}</Table.Th>
              {columns.map(({ value, at }) => (
                <Base key={value} base={columnBases[at] ?? 0} isMarked={of === 'column'} />
              ))}
              <Base base={table.base} isMarked={of === 'all'} />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        {t('cross.key', { small: smallBase })}
      </Text>
    </>
  );
}

/** Categories that somebody gave, with their place in the table. */
const filled = (categories: CrossTable['row']['categories'], bases: readonly number[]) =>
  categories.flatMap((category, at) => ((bases[at] ?? 0) > 0 ? [{ ...category, at }] : []));

/** How many answers the percentages are of; marked where they are too few. */
function Base({ base, isMarked }: { base: number; isMarked: boolean }) {
  const { t, i18n } = useTranslation('surveys');
  const isSmall = isMarked && base < smallBase;
  return (
    <Table.Td ta="right" c="dimmed">
      {formatNumber(base, i18n.language)}
      {isSmall && (
        <>
          <span aria-hidden>*</span>
          <span className="visually-hidden"> {t('cross.few')}</span>
        </>
      )}
    </Table.Td>
  );
}

const labelsOf = ({ row, column }: CrossTable) => ({ row: row.label, column: column.label });

function CellView({
  cell,
  of,
  isSmall,
  isOutstanding,
}: {
  cell: Cell | undefined;
  of: Percentage;
  isSmall: boolean;
  isOutstanding: boolean;
}) {
  const { t, i18n } = useTranslation('surveys');
  if (!cell) return <Table.Td />;
  const share = shareOf(cell, of);
  const isAbove = (cell.residual ?? 0) > 0;
  return (
    <Table.Td
      ta="right"
      className={classes.cell}
      data-small={isSmall || undefined}
      style={{ '--depth': `${Math.round((share ?? 0) * 70)}%` }}
    >
      {isOutstanding && (
        <>
          <span aria-hidden>{isAbove ? '▲' : '▼'} </span>
          <span className="visually-hidden">{t(isAbove ? 'cross.above' : 'cross.below')} </span>
        </>
      )}
      <b>{share === null ? '–' : formatShare(share, i18n.language)}</b>
      <Text size="xs">{formatNumber(cell.count, i18n.language)}</Text>
    </Table.Td>
  );
}
