import type { Comparison } from './comparison.ts';
import type { Outcome } from './outcome.ts';

const percent = (share: number | null, digits = 1): string =>
  share === null ? '–' : `${(share * 100).toFixed(digits)} %`;

const cellsOf = (name: string, outcome: Outcome, ofBound: number | null): readonly string[] => [
  name,
  percent(outcome.busyShare),
  `${outcome.waitSeconds.toFixed(1)} s`,
  percent(outcome.abandonedShare, 2),
  `${(outcome.interval[0] * 100).toFixed(2)}–${(outcome.interval[1] * 100).toFixed(2)}`,
  percent(outcome.windows.worst, 2),
  `${outcome.windows.over} of ${outcome.windows.count}`,
  percent(ofBound),
];

const headings = ['rule', 'busy', 'wait', 'abandoned', '95 %', 'worst window', 'over limit', 'of bound'];

/** One scenario in lines of text, a rule each. */
export function textOf(comparison: Comparison): string {
  const { hindsight, relaxed, vicidialEqual } = comparison;
  const rows = comparison.rows.map(({ name, outcome }) =>
    cellsOf(name, outcome, shareOfBound(outcome, comparison)),
  );
  if (hindsight) {
    rows.push(cellsOf(`best price in hindsight, ${hindsight.price.toFixed(3)}`, hindsight.outcome, null));
  }
  if (hindsight) rows.push(['best price in hindsight, at the limit itself', percent(hindsight.busyShare)]);
  if (vicidialEqual !== null) {
    rows.push(['VICIdial, available only, at our abandoned share', percent(vicidialEqual)]);
  }
  rows.push(['relaxed optimum', percent(relaxed)]);
  const history = comparison.hasHistory ? '' : ', no history';
  return `\n${comparison.scenario}${history}\n${aligned([headings, ...rows])}`;
}

function shareOfBound(outcome: Outcome, { hindsight }: Comparison): number | null {
  return hindsight ? outcome.busyShare / hindsight.busyShare : null;
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return rows.map((row) => `  ${line(row).join('  ')}`).join('\n');
}

/** Two tables for docs/pacing.md: ours beside the bounds, and every rule's busy and abandoned share. */
export function markdownOf(comparisons: readonly Comparison[]): string {
  const note = '¹ Available agents only, its cap chosen in hindsight.';
  return `${oursTable(comparisons)}\n\n${note}\n\n${rulesTable(comparisons)}`;
}

function oursTable(comparisons: readonly Comparison[]): string {
  const heads = [
    'scenario',
    'busy',
    'wait',
    'abandoned',
    '95 %',
    'worst window',
    'windows over',
    'best price in hindsight',
    'of it',
    'relaxed optimum',
    'VICIdial¹ at equal share',
  ];
  const rows = comparisons.flatMap((comparison) => {
    const ours = comparison.rows.find(({ name }) => name === 'ours')?.outcome;
    if (!ours) return [];
    const [, ...cells] = cellsOf('', ours, shareOfBound(ours, comparison));
    const bound = comparison.hindsight?.busyShare ?? null;
    const label = comparison.hasHistory ? comparison.scenario : `${comparison.scenario} (no history)`;
    return [
      [
        label,
        ...cells.slice(0, 6),
        percent(bound),
        cells[6] ?? '',
        percent(comparison.relaxed),
        percent(comparison.vicidialEqual),
      ],
    ];
  });
  return markdownTable(heads, rows);
}

function rulesTable(comparisons: readonly Comparison[]): string {
  const names = [...new Set(comparisons.flatMap(({ rows }) => rows.map(({ name }) => name)))];
  const rows = comparisons.map((comparison) => [
    comparison.scenario,
    ...names.map((name) => {
      const outcome = comparison.rows.find((row) => row.name === name)?.outcome;
      return outcome ? `${percent(outcome.busyShare, 0)}, ${percent(outcome.abandonedShare)}` : '–';
    }),
  ]);
  return markdownTable(['busy, abandoned', ...names], rows);
}

function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = heads.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}
