import type { RowQuantity, Spread } from '../../core/experiment/presets/outcome.ts';
import { toQuery } from '../../share/link.ts';
import { sweepRows, type SweepResult } from '../../share/sweep-document.ts';
import { align } from '../table.ts';

const titles: readonly (readonly [RowQuantity, string])[] = [
  ['ixtEnd', 'I(X;T) at the end'],
  ['fall', 'fall of I(X;T): its largest less that at the end'],
  ['ityEnd', 'I(T;Y) at the end'],
];

/** What came out of a sweep: for each quantity a line a value, a column a layer; then accuracy and fingerprint. */
export function sweepTable(result: SweepResult, folder: string | null): string {
  const { setting, base, entries } = result;
  const several = base.repeats > 1 ? `, mean ± sd over ${base.repeats} repeats` : '';
  return [
    `${setting} in ${toQuery(base)}: ${entries.length} values${several}`,
    ...titles.flatMap(([quantity, title]) => ['', `${title}, bits`, '', ...layerTable(result, quantity)]),
    '',
    'accuracy at the end, and the name of the result',
    '',
    ...align(
      [
        [setting, 'train (running)', 'test', 'fingerprint'],
        ...entries.map(({ value, outcome, fingerprint }) => [
          value,
          text(outcome?.trainAccuracy, 3),
          text(outcome?.testAccuracy, 3),
          fingerprint ?? '-',
        ]),
      ],
      [0, 3],
    ),
    ...entries.flatMap(({ value, troubles }) => troubles.map((trouble) => `${setting}=${value}: ${trouble}`)),
    ...(folder === null ? [] : ['', `files in ${folder}`]),
    '',
  ].join('\n');
}

/** A sweep over networks has more columns for the deeper ones. */
function layerTable({ setting, entries }: SweepResult, quantity: RowQuantity): string[] {
  const lines = entries.map((entry) => ({
    value: entry.value,
    cells: new Map(
      sweepRows(entry).map(({ layer, output, values }) => [
        `T${layer + 1}${output === null ? '' : ` ${output}`}`,
        text(values[quantity], 2),
      ]),
    ),
  }));
  const columns = [...new Set(lines.flatMap(({ cells }) => [...cells.keys()]))].sort();
  return align(
    [
      [setting, ...columns],
      ...lines.map(({ value, cells }) => [value, ...columns.map((column) => cells.get(column) ?? '')]),
    ],
    [0],
  );
}

function text(spread: Spread | undefined, digits: number): string {
  if (!spread || Number.isNaN(spread.mean)) return '-';
  const mean = spread.mean.toFixed(digits);
  return Number.isFinite(spread.sd) ? `${mean} ± ${spread.sd.toFixed(digits)}` : mean;
}
