import type { Experiment } from '../core/experiment/experiment.ts';
import { numberText } from './json.ts';
import type { EndedRun, RulerReading } from './ended-run.ts';

/** One file in a folder of results, by its path from there. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** `007`. */
export function repeatNumber(repeat: number): string {
  return String(repeat).padStart(3, '0');
}

/** A network without quantization computes in 32 bits, and the study counts its values on 2^32 levels. */
function bitsOf({ bits }: Experiment): number {
  return bits === 'float' ? 32 : bits;
}

/** The part of a run's measurements that one file holds, with its epochs numbered as the study does. */
interface Phase {
  /** What stands before the folder's name. */
  readonly prefix: string;
  /** Completed epochs at its begin: the study counts from 0 in each phase, 0 being after the first epoch. */
  readonly begin: number;
  readonly end: number;
}

/** Epochs on shuffled labels have folders of their own, `prefit_mi` and `prefit_accuracy`. */
function phasesOf({ prefit, epochs }: Experiment): Phase[] {
  const fit = { prefix: '', begin: prefit, end: prefit + epochs };
  return prefit > 0 ? [{ prefix: 'prefit_', begin: 0, end: prefit }, fit] : [fit];
}

/**
 * A repeat in the study's own text layout: a row `epoch I(X;T1) I(T1;Y) I(X;T2) ...` for each measurement after
 * training has begun, one file for each ruler. `quantized_layer_8_bits` counts hidden layers by their codes and the
 * output on the grid; `exact_output_8_bits` differs in the output, whose distinct values it counts.
 */
export function studyTexts(run: EndedRun): TextFile[] {
  return phasesOf(run.experiment).flatMap((phase) => phaseTexts(run, phase));
}

function phaseTexts(run: EndedRun, phase: Phase): TextFile[] {
  const { experiment, columns, repeat, readings } = run;
  const rows = experiment.net.length + 2;
  const grid = Array.from({ length: rows - 1 }, (_, row) => row);
  const exact = [...grid.slice(0, -1), rows - 1];
  const bits = bitsOf(experiment);
  const file = (
    folder: string,
    { epoch, ixt, ity }: Columns,
    width: number,
    shown: readonly number[],
  ): TextFile => ({
    path: `${phase.prefix}mi/${folder}/${repeatNumber(repeat)}.txt`,
    text: linesOf(epoch, phase, ' ', (index) =>
      shown.flatMap((row) => [ixt[index * width + row] ?? NaN, ity[index * width + row] ?? NaN]),
    ),
  });
  return [
    file(`quantized_layer_${bits}_bits`, columns, rows, grid),
    file(`exact_output_${bits}_bits`, columns, rows, exact),
    ...readings.map((reading) => file(reading.ruler, reading, rows - 1, grid)),
  ];
}

type Columns = Pick<RulerReading, 'epoch' | 'ixt' | 'ity'>;

function linesOf(
  epochs: Int32Array,
  { begin, end }: Phase,
  separator: string,
  values: (index: number) => readonly number[],
): string {
  const lines: string[] = [];
  for (const [index, epoch] of epochs.entries()) {
    if (epoch <= begin || epoch > end) continue;
    const cells = values(index).map(numberText);
    lines.push(`${[epoch - begin - 1, ...cells].join(separator)}\n`);
  }
  return lines.join('');
}

/** `epoch,train_acc,test_acc`, epochs as in the study; training accuracy as the epoch's batches saw it. */
export function accuracyFiles({ experiment, columns, repeat }: EndedRun): TextFile[] {
  return phasesOf(experiment).map((phase) => ({
    path: `${phase.prefix}accuracy/${repeatNumber(repeat)}.csv`,
    text: `epoch,train_acc,test_acc\n${linesOf(columns.epoch, phase, ',', (index) => [
      columns.trainAccuracy[index] ?? NaN,
      columns.testAccuracy[index] ?? NaN,
    ])}`,
  }));
}
