import type { ColumnTarget } from '../../shared/trade/contract.ts';

/** Why a file cannot be imported by this mapping; null when it can. */
export function mappingProblem(mapping: readonly ColumnTarget[]): 'noNumber' | 'twoNumbers' | null {
  const numbers = mapping.filter((target) => target === 'phoneNumber').length;
  if (numbers === 0) return 'noNumber';
  return numbers > 1 ? 'twoNumbers' : null;
}

/** The first values of a column that has any, as examples of what it holds. */
export function samplesOf(rows: readonly (readonly string[])[], column: number): readonly string[] {
  const values = rows.map((row) => row[column]?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(values)].slice(0, 3);
}

/** How often each reason occurs, the most frequent first. */
export function countByReason(
  errors: readonly { readonly detail: string }[],
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { detail } of errors) counts.set(detail, (counts.get(detail) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
