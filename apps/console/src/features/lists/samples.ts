import type { Inspection, ShownFields } from '../../shared/trade/contract.ts';

/** A value of a column: as it stands in the file, and as it is stored; null for a row that is refused. */
export interface Sample {
  readonly raw: string;
  readonly stored: string | null;
}

/** The first different values of a column that has any, as examples of what it holds. */
export function samplesOf(
  { rows, leads }: Pick<Inspection, 'rows' | 'leads'>,
  column: number,
  storedOf: (fields: ShownFields, raw: string) => string,
  most = 3,
): readonly Sample[] {
  const samples = new Map<string, Sample>();
  const stored = new Map(leads.map((lead) => [lead.line, lead]));
  for (const { line, cells } of rows) {
    const raw = cells[column]?.trim() ?? '';
    if (raw === '' || samples.has(raw)) continue;
    const lead = stored.get(line);
    samples.set(raw, { raw, stored: lead?.kind === 'lead' ? storedOf(lead.fields, raw) : null });
    if (samples.size === most) break;
  }
  return [...samples.values()];
}
