import { NumberInput, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format.ts';
import { gridOf, type PlanForm, targetIn, totalOf } from './quota-form.ts';

/** Targets of all cells with their sums: the last criterion across, where its groups are few. */
export function TargetGrid({ form, onChange }: { form: PlanForm; onChange: (form: PlanForm) => void }) {
  const { t, i18n } = useTranslation('surveys');
  const { headings, columns, rows } = gridOf(form.dimensions);
  const count = (value: number) => formatNumber(value, i18n.language);
  const sumOf = (keys: readonly string[]) =>
    count(keys.reduce((sum, key) => sum + targetIn(form.targets, key), 0));
  const total = t('editor.sum');
  return (
    <Table.ScrollContainer minWidth={360 + columns.length * 92}>
      <Table
        aria-label={t('editor.targets')}
        verticalSpacing={4}
        horizontalSpacing={6}
        className="figures"
        withTableBorder
      >
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading) => (
              <Table.Th key={heading.id}>{heading.label}</Table.Th>
            ))}
            {columns.map((column) => (
              <Table.Th key={column.id} ta="right">
                {column.label || t('editor.targetColumn')}
              </Table.Th>
            ))}
            {columns.length > 1 && <Table.Th ta="right">{total}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key: row, labels, keys }) => (
            <Table.Tr key={row}>
              {labels.map((label, at) => (
                <Table.Th key={headings[at]?.id ?? label} fw={500}>
                  {label}
                </Table.Th>
              ))}
              {keys.map((key, at) => (
                <Table.Td key={key} ta="right">
                  <NumberInput
                    size="xs"
                    w={80}
                    ml="auto"
                    min={0}
                    max={1_000_000}
                    allowDecimal={false}
                    allowNegative={false}
                    hideControls
                    styles={{ input: { textAlign: 'right' } }}
                    aria-label={t('editor.targetOf', {
                      cell: [...labels, columns[at]?.label].filter(Boolean).join(' · '),
                    })}
                    value={form.targets[key] ?? ''}
                    onChange={(target) => onChange({ ...form, targets: { ...form.targets, [key]: target } })}
                  />
                </Table.Td>
              ))}
              {columns.length > 1 && (
                <Table.Td ta="right" fw={600}>
                  {sumOf(keys)}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={headings.length}>{total}</Table.Th>
            {columns.map((column, at) => (
              <Table.Td key={column.id} ta="right" fw={600} pr={columns.length === 1 ? 16 : 6}>
                {sumOf(rows.flatMap(({ keys }) => keys[at] ?? []))}
              </Table.Td>
            ))}
            {columns.length > 1 && (
              <Table.Td ta="right" fw={700}>
                {count(totalOf(form))}
              </Table.Td>
            )}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
