import { Paper, Table } from '@mantine/core';
import { type ColumnDef, type RowData, tableFeatures, useTable } from '@tanstack/react-table';

/** No sorting, filtering or paging in the browser: the api does it over all rows. */
export const rowFeatures = tableFeatures({});
export type RowColumns<Row extends RowData> = ColumnDef<typeof rowFeatures, Row>[];

/** Rows under fixed headings. `columns` and `rows` must stay the same objects from one drawing to the next. */
export function RowTable<Row extends RowData & { id: string }>({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: RowColumns<Row>;
  rows: readonly Row[];
}) {
  const table = useTable<typeof rowFeatures, Row>({
    features: rowFeatures,
    columns,
    data: rows,
    getRowId: (row) => row.id,
  });
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={900}>
        <Table aria-label={label} verticalSpacing={7} horizontalSpacing={8} fz={13} highlightOnHover>
          <Table.Thead>
            {table.getHeaderGroups().map((group) => (
              <Table.Tr key={group.id}>
                {group.headers.map((header) => (
                  <Table.Th key={header.id}>
                    <table.FlexRender header={header} />
                  </Table.Th>
                ))}
              </Table.Tr>
            ))}
          </Table.Thead>
          <Table.Tbody>
            {table.getRowModel().rows.map((row) => (
              <Table.Tr key={row.id}>
                {row.getAllCells().map((cell) => (
                  <Table.Td key={cell.id}>
                    <table.FlexRender cell={cell} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
