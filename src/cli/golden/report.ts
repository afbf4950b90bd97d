import { isWithin, type Comparison } from './comparison.ts';
import type { FileResult } from './run.ts';

const header = ['file', 'kernel', 'quantity', 'largest difference', 'bound', ''];

/** One aligned table of all comparisons. */
export function tableOf(results: readonly FileResult[]): string[] {
  const rows = results.flatMap((result) =>
    result.kind === 'compared' ? result.comparisons.map((each) => rowOf(result.file, each)) : [],
  );
  return align([header, ...rows]);
}

/** What was not run and why, what could not be read, and a last line that sums it up. */
export function summaryOf(results: readonly FileResult[]): string[] {
  const compared = results.flatMap((result) =>
    result.kind === 'compared' ? [{ file: result.file, bounded: result.comparisons.filter(isBounded) }] : [],
  );
  const comparisons = compared.flatMap(({ bounded }) => bounded);
  const beyond = comparisons.filter((each) => !isWithin(each)).length;
  const notRun = results.filter((result) => result.kind === 'not run');
  const unreadable = results.filter((result) => result.kind === 'unreadable');
  const names = (list: readonly FileResult[]): string => list.map(({ file }) => file).join(', ');
  const last = [
    `golden: ${compared.length} files, ${comparisons.length} comparisons, ${beyond} beyond their bounds`,
    ...(unreadable.length > 0 ? [`unreadable: ${names(unreadable)}`] : []),
    ...(notRun.length > 0 ? [`not run: ${names(notRun)}`] : []),
  ];
  return [
    ...notRun.map(({ file, reason }) => `not run: ${file}: ${reason}`),
    ...unreadable.map(({ message }) => `unreadable: ${message}`),
    last.join('; '),
  ];
}

/** Is everything that was run within its bound, and could every file be read? */
export function isGood(results: readonly FileResult[]): boolean {
  return results.every((result) =>
    result.kind === 'compared' ? result.comparisons.every(isWithin) : result.kind === 'not run',
  );
}

const isBounded = ({ bound }: Comparison): boolean => bound !== null;

function rowOf(file: string, comparison: Comparison): string[] {
  const { kernel, quantity, difference, bound } = comparison;
  const verdict = bound === null ? '' : isWithin(comparison) ? 'ok' : 'BEYOND';
  return [file, kernel, quantity, numeral(difference), bound === null ? '-' : numeral(bound), verdict];
}

const numeral = (value: number): string => (Number.isInteger(value) ? String(value) : value.toExponential(1));

/** Columns two spaces apart; the two of numbers to the right. */
function align(rows: readonly (readonly string[])[]): string[] {
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 3 || column === 4 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
