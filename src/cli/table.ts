import { formatField } from '../core/experiment/fields.ts';
import type { HiddenLayer } from '../core/experiment/hidden-layer.ts';
import type { LayerDocument, RowDocument, RunDocument } from '../share/run-document.ts';

/** What came out, at the end of the run: a line for each layer, then accuracy, loss and fingerprint. */
export function tableOf(run: RunDocument): string {
  const rows = [
    ['layer', 'units', 'activation', 'I(X;T)', 'I(T;Y)', 'codes'],
    ...run.layers.flatMap(linesOf),
  ];
  const end = run.epochs.at(-1) ?? 0;
  return [
    `${run.link}: ${count(run.epochs.length, 'measurement')}, after epoch ${end}, in ${run.seconds.toFixed(1)} s (${run.kernel} kernel)`,
    '',
    ...align(rows, [0, 2]),
    '',
    limitsText(run.limits),
    `accuracy ${percent(run.accuracy.train)} train, ${percent(run.accuracy.test)} test; loss ${nats(run.loss.test)} nats test`,
    ...(run.failure === null
      ? []
      : [`stopped in epoch ${run.failure.epoch}: the table shows the last measurement before`]),
    ...run.violations.map(({ epoch, message }) => `broken invariant at epoch ${epoch}: ${message}`),
    `fingerprint ${run.fingerprint} (arithmetic version ${run.arithmeticVersion})`,
    '',
  ].join('\n');
}

function limitsText({ hx, hy, ixy }: RunDocument['limits']): string {
  const bound = ixy === undefined ? '' : `, I(X;Y) ${bits(ixy)}`;
  return `H(X) ${bits(hx)}, H(Y) ${bits(hy)}${bound} bits`;
}

/** One line, and for the output one more, counted exactly. */
function linesOf(layer: LayerDocument): string[][] {
  const { name, units, activation, ruler, exact } = layer;
  const kind = activation ?? '';
  const line = [name, unitsText(units), ruler ? `${kind}, ${ruler}` : kind, ...last(layer)];
  return exact ? [line, ['', '', `${kind}, exact`, ...last(exact)]] : [line];
}

/** As a link has it: 10, c2x3, p2. */
function unitsText(units: HiddenLayer): string {
  return formatField('net', [units]);
}

function last(row: RowDocument): string[] {
  return [bits(row.ixt.at(-1)), bits(row.ity.at(-1)), String(row.codes.at(-1) ?? '-')];
}

function bits(value: number | null | undefined): string {
  return value?.toFixed(4) ?? '-';
}

function percent(values: readonly (number | null)[]): string {
  const value = values.at(-1);
  return typeof value === 'number' ? `${(100 * value).toFixed(1)}%` : '-';
}

function nats(values: readonly (number | null)[]): string {
  return values.at(-1)?.toFixed(4) ?? '-';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/**
 * Columns two spaces apart; numbers, which every column but those of `texts` has, to the right.
 *
 * @param texts numbers of columns
 */
export function align(rows: readonly (readonly string[])[], texts: readonly number[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return texts.includes(column) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
