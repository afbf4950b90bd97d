import { defaults } from '../../src/core/experiment/fields.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { allocate, type TrajectoryColumns } from '../../src/core/experiment/trajectory.ts';
import type { RunProgress, RunStart } from '../../src/worker/protocol.ts';

export const experiment: Experiment = { ...defaults, epochs: 11 };

export const start: RunStart = {
  kernel: 'wasm',
  repeat: 1,
  attempt: 1,
  limits: { hx: 12, hy: 1 },
  layers: 6,
  trainSamples: 3276,
  testSamples: 820,
  checkpointBytes: 8,
};

/** Columns of measurements at these epochs, all values of a row being `value(measurement, row)`. */
export function columnsOf(
  epochs: readonly number[],
  rows = 7,
  value: (m: number, row: number) => number = (m) => m,
): TrajectoryColumns {
  const columns = allocate(rows, epochs.length);
  epochs.forEach((epoch, m) => {
    columns.epoch[m] = epoch;
    for (let row = 0; row < rows; row++) columns.ixt[m * rows + row] = value(m, row);
  });
  return columns;
}

export function progressOf(epochs: readonly number[], more: Partial<RunProgress> = {}): RunProgress {
  return {
    columns: columnsOf(epochs),
    checkpoints: Float32Array.from(epochs.flatMap((epoch) => [epoch, epoch])),
    violations: [],
    trainedEpochs: epochs.at(-1) ?? 0,
    elapsedMs: 10,
    ...more,
  };
}
