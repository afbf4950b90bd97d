import { unitsOf } from '../../core/information/binning.ts';
import { gridCodes } from '../../core/information/codes.ts';
import {
  informationOf,
  informationOfCounts,
  labelEntropy,
  type Information,
} from '../../core/information/mutual-information.ts';
import type { Kernel, MeasureResult, Samples } from '../../core/kernel.ts';
import { extremes } from '../../core/quantization/layer-quantization.ts';

/** What one layer puts out over all samples. */
export interface LayerReading {
  /** (samples, units), row-major. */
  readonly outputs: Float32Array;
  /** Smallest and largest of them. */
  readonly extremes: readonly [number, number];
  /** Codes on the study's grid, (units, samples). */
  readonly grid: Int32Array;
  /** Of the grid's codes. */
  readonly information: Information;
}

/** A network's state, read in both ways: from its outputs on the study's grid, and as a measurement counts it. */
export interface NetworkReading {
  readonly layers: readonly LayerReading[];
  readonly measured: MeasureResult;
  /** Rows as in a measurement: hidden layers by their codes, output on the grid, output exact. */
  readonly rows: readonly Information[];
}

export function readNetwork(kernel: Kernel, data: Samples): NetworkReading {
  const { samples, labels, classes } = data;
  const { layers, bits } = kernel.spec;
  const measured = runToEnd(kernel.measure());
  const hy = labelEntropy(labels, classes);
  return {
    measured,
    rows: measured.rows.map((counts) => informationOfCounts(counts, samples, hy)),
    layers: layers.map(({ units }, index) => {
      const outputs = kernel.outputs(index);
      const range = extremes(outputs);
      const grid = gridCodes(unitsOf(outputs, units), ...range, bits);
      return { outputs, extremes: range, grid, information: informationOf(grid, labels, classes) };
    }),
  };
}

/** Runs a kernel's work without a break. */
export function runToEnd<Result>(work: Generator<number, Result, void>): Result {
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
