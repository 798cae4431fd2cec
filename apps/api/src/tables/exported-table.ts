import { csvResponse } from './csv.ts';
import type { TableFile, TableFormat } from './table-file.ts';
import { xlsxResponse } from './xlsx.ts';

/** The same rows in the format that was asked for. */
export function exportedTable(format: TableFormat, file: TableFile): Response {
  return format === 'csv' ? csvResponse(file) : xlsxResponse(file);
}
