import type { Experiment } from '../core/experiment/experiment.ts';
import type { HiddenLayer } from '../core/experiment/hidden-layer.ts';
import type { Limits, TrajectoryColumns, Violation } from '../core/experiment/trajectory.ts';
import type { Kernel } from '../core/kernel.ts';
import type { ActivationName } from '../core/network/activations.ts';
import { toQuery } from '../share/link.ts';

/** A number for JSON, which has none that is not finite. */
type Cell = number | null;

/** One row of the trajectory: an entry for each of the document's `epochs`. Information in bits. */
export interface RowDocument {
  readonly ixt: readonly Cell[];
  readonly ity: readonly Cell[];
  /** Occupied codes. */
  readonly codes: readonly Cell[];
  /** The range the layer was quantized to; for the grid the smallest and largest output. */
  readonly low: readonly Cell[];
  readonly high: readonly Cell[];
}

/** A layer; of the output the columns are the study's reading, and those counted exactly are beside them. */
export interface LayerDocument extends RowDocument {
  readonly name: string;
  readonly units: HiddenLayer;
  readonly activation: ActivationName | 'softmax';
  /** Only at the output: softmax values rounded to a grid between the smallest and the largest of them. */
  readonly ruler?: 'grid';
  /** Only at the output: distinct outputs. */
  readonly exact?: RowDocument;
}

/** What the command prints with --json. */
export interface RunDocument {
  /** Every setting, by its name in links. */
  readonly settings: Experiment;
  readonly link: string;
  readonly fingerprint: string;
  readonly arithmeticVersion: number;
  readonly kernel: Kernel['name'];
  /** Completed epochs at each measurement; 0 is before training. */
  readonly epochs: readonly number[];
  /** H(X) and H(Y) in bits. */
  readonly limits: Limits;
  /** All layers, T1 first; the last is the output. */
  readonly layers: readonly LayerDocument[];
  readonly accuracy: {
    /** Over the epoch's batches, as they were trained on. */
    readonly trainRunning: readonly Cell[];
    readonly train: readonly Cell[];
    readonly test: readonly Cell[];
  };
  /** Mean cross-entropy in nats. */
  readonly loss: { readonly trainRunning: readonly Cell[]; readonly test: readonly Cell[] };
  /** Invariants that a measurement broke: none in a run that is right. */
  readonly violations: readonly Violation[];
  /** Why the run stopped before its end; null if it did not. What was measured before is all here. */
  readonly failure: Failure | null;
  readonly seconds: number;
}

export interface Failure {
  readonly epoch: number;
  readonly message: string;
}

/** A run that has ended, as the command line has it. */
export interface EndedRun {
  readonly experiment: Experiment;
  /** Of all its measurements. */
  readonly fingerprint: string;
  readonly arithmeticVersion: number;
  readonly kernel: Kernel['name'];
  readonly columns: TrajectoryColumns;
  readonly limits: Limits;
  readonly violations: readonly Violation[];
  readonly failure: Failure | null;
  readonly classes: number;
  readonly seconds: number;
}

export function documentOf(run: EndedRun): RunDocument {
  const { experiment, columns } = run;
  const { net, act } = experiment;
  const rows = net.length + 2;
  const row = (index: number): RowDocument => ({
    ixt: pick(columns.ixt, rows, index),
    ity: pick(columns.ity, rows, index),
    codes: pick(columns.codes, rows, index),
    low: pick(columns.low, rows, index),
    high: pick(columns.high, rows, index),
  });
  return {
    settings: experiment,
    link: toQuery(experiment),
    fingerprint: run.fingerprint,
    arithmeticVersion: run.arithmeticVersion,
    kernel: run.kernel,
    epochs: [...columns.epoch],
    limits: run.limits,
    layers: [
      ...net.map((units, layer) => ({
        name: `T${layer + 1}`,
        units,
        activation: act[layer] ?? act[0] ?? 'tanh',
        ...row(layer),
      })),
      {
        name: `T${net.length + 1}`,
        units: run.classes,
        activation: 'softmax',
        ruler: 'grid',
        ...row(net.length),
        exact: row(net.length + 1),
      },
    ],
    accuracy: {
      trainRunning: pick(columns.trainAccuracy, 1, 0),
      train: pick(columns.trainAccuracyAfter, 1, 0),
      test: pick(columns.testAccuracy, 1, 0),
    },
    loss: { trainRunning: pick(columns.trainLoss, 1, 0), test: pick(columns.testLoss, 1, 0) },
    violations: run.violations,
    failure: run.failure,
    seconds: run.seconds,
  };
}

/** Entries index, index + rows, index + 2 rows, ... of a column. */
function pick(column: ArrayLike<number>, rows: number, index: number): Cell[] {
  return Array.from({ length: column.length / rows }, (_, measurement) => {
    const value = column[measurement * rows + index] ?? NaN;
    return Number.isFinite(value) ? value : null;
  });
}
