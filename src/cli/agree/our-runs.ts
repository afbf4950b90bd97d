import type { Experiment } from '../../core/experiment/experiment.ts';
import { isDiscarded, Repeat } from '../../core/experiment/repeat.ts';
import type { KernelFactory } from '../../core/experiment/run.ts';
import { Trajectory, type TrajectoryColumns } from '../../core/experiment/trajectory.ts';
import { estimate } from '../../core/information/estimate.ts';
import type { LayerOutputs } from '../../core/information/outputs.ts';
import type { Information } from '../../core/information/mutual-information.ts';
import type { Kernel } from '../../core/kernel.ts';
import { icosahedron } from '../../core/tasks/icosahedron.ts';
import type { CurveSource, CurvesFile } from './curves-file.ts';

/** A repeat of ours, with what the original's curves are compared with. */
export interface OurRun {
  readonly columns: TrajectoryColumns;
  readonly rows: number;
  /** By number of bins, at each of the epochs asked for: [I(X;T), I(T;Y)] of each layer. */
  readonly binned: ReadonlyMap<number, ReadonlyMap<number, readonly Information[]>>;
  readonly discarded: number;
}

/**
 * Trains one repeat of a file's experiment.
 *
 * @param progress gets the part done, 0 to 1
 */
export function trainLike(
  { experiment, curves }: CurvesFile,
  repeat: number,
  createKernel: KernelFactory,
  progress: (part: number) => void,
): OurRun {
  const task = icosahedron();
  const work = new Repeat(experiment, task, createKernel, repeat);
  const binnedEpochs = new Set(
    curves.flatMap(({ source, epochs }) => (source.kind === 'bins' ? epochs : [])),
  );
  let trajectory = new Trajectory(work.run.rows);
  let outputs = new Map<number, LayerOutputs[]>();
  let discarded = 0;
  for (const event of work) {
    if (typeof event === 'number') progress(event / (experiment.prefit + experiment.epochs));
    else if (isDiscarded(event)) {
      discarded++;
      trajectory = new Trajectory(work.run.rows);
      outputs = new Map();
    } else {
      trajectory.append(event.columns);
      const [epoch = 0] = event.columns.epoch;
      if (binnedEpochs.has(epoch)) outputs.set(epoch, outputsOf(work.run.kernel));
    }
  }
  const columns = trajectory.columns();
  const bins = new Set(curves.flatMap(({ source }) => (source.kind === 'bins' ? [source.bins] : [])));
  const bounds = boundsOf(columns, trajectory.rows, experiment);
  const binned = new Map(
    [...bins].map((count) => {
      const ruler = { strategy: 'uniform', bins: count, bounds, reading: 'layer' } as const;
      const found = estimate(ruler, [...outputs.values()], task, experiment.bits);
      return [count, new Map([...outputs.keys()].map((epoch, index) => [epoch, found[index] ?? []]))];
    }),
  );
  return { columns, rows: trajectory.rows, binned, discarded };
}

function outputsOf(kernel: Kernel): LayerOutputs[] {
  return kernel.spec.layers.map(({ units }, layer) => ({ units, values: kernel.outputs(layer) }));
}

/**
 * Smallest and largest value over all layers and all measured epochs on true labels, the study's global bounds: of a
 * float network the ranges of the trajectory are the values' own; those of the output are its grid's.
 */
function boundsOf(columns: TrajectoryColumns, rows: number, { prefit }: Experiment): [number, number] {
  let lower = Infinity;
  let upper = -Infinity;
  for (const [m, epoch] of columns.epoch.entries()) {
    if (epoch <= prefit) continue;
    for (let row = 0; row < rows - 1; row++) {
      lower = Math.min(lower, columns.low[m * rows + row] ?? NaN);
      upper = Math.max(upper, columns.high[m * rows + row] ?? NaN);
    }
  }
  return [lower, upper];
}

/** The same quantity as an original curve's, at its epochs. */
export function curveOf(run: OurRun, source: CurveSource, epochs: readonly number[]): Float64Array {
  const { columns, rows, binned } = run;
  return Float64Array.from(epochs, (epoch) => {
    const m = columns.epoch.indexOf(epoch);
    if (m < 0) throw new RangeError(`agree: epoch ${epoch} was not measured`);
    switch (source.kind) {
      case 'row':
        return columns[source.quantity][m * rows + source.row] ?? NaN;
      case 'bins':
        return (
          binned.get(source.bins)?.get(epoch)?.[source.layer]?.[source.quantity === 'ixt' ? 0 : 1] ?? NaN
        );
      case 'trainAccuracy':
      case 'testAccuracy':
        return columns[source.kind][m] ?? NaN;
    }
  });
}
