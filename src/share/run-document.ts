import type { Experiment } from '../core/experiment/experiment.ts';
import { isPooling, type HiddenLayer } from '../core/experiment/hidden-layer.ts';
import type { DiscardedFit } from '../core/experiment/repeat.ts';
import type { Limits, Violation } from '../core/experiment/trajectory.ts';
import type { Kernel } from '../core/kernel.ts';
import type { ActivationName } from '../core/network/activations.ts';
import { digestOf } from './digest.ts';
import type { EndedRun, Failure, RulerReading } from './ended-run.ts';
import { toQuery } from './link.ts';

/** A number for JSON, which has none that is not finite. */
export type Cell = number | null;

/** One row of the trajectory: an entry for each of the document's `epochs`. Information in bits. */
export interface RowDocument {
  readonly ixt: readonly Cell[];
  readonly ity: readonly Cell[];
  /** Occupied codes. */
  readonly codes: readonly Cell[];
  /** Levels in use, over all units; 0 where values are float. */
  readonly levels: readonly Cell[];
  /** The range the layer was quantized to; for the grid the smallest and largest output. */
  readonly low: readonly Cell[];
  readonly high: readonly Cell[];
}

/** A layer's weights and gradients (see TrajectoryColumns): norms, null where there is none. */
export interface WeightsDocument {
  readonly weightNorm: readonly Cell[];
  readonly gradientMean: readonly Cell[];
  readonly gradientDeviation: readonly Cell[];
}

/** A layer; of the output the columns are the study's reading, and those counted exactly are beside them. */
export interface LayerDocument extends RowDocument, WeightsDocument {
  readonly name: string;
  readonly units: HiddenLayer;
  /** Pooling has none. */
  readonly activation: ActivationName | 'softmax' | null;
  /** Only at the output: softmax values rounded to a grid between the smallest and the largest of them. */
  readonly ruler?: 'grid';
  /** Only at the output: distinct outputs. */
  readonly exact?: RowDocument;
}

/** What another ruler says of the same run. */
export interface ReadingDocument {
  readonly ruler: string;
  /** H(X) and H(Y) in bits of its samples, where it is laid over the training or the test samples only. */
  readonly limits?: Limits;
  readonly epochs: readonly number[];
  /** All layers, T1 first. */
  readonly layers: readonly { readonly ixt: readonly Cell[]; readonly ity: readonly Cell[] }[];
}

export const runFormat = 'infoplane-run';
/** 2: the digest is over the whole document. */
export const runFormatVersion = 2;

/** A run as JSON: what the command prints with --json, and a file of each repeat. */
export interface RunDocument {
  readonly format: typeof runFormat;
  readonly version: typeof runFormatVersion;
  /** Every setting, by its name in links. */
  readonly settings: Experiment;
  readonly link: string;
  /** Which repeat, 1 is the first; which attempt at it was kept, 1 is the first. */
  readonly repeat: number;
  readonly attempt: number;
  /** Training accuracy was too low at some epoch, and the run was kept all the same. */
  readonly badFit: boolean;
  readonly fingerprint: string;
  readonly arithmeticVersion: number;
  readonly kernel: Kernel['name'];
  /** H(X) and H(Y) in bits. */
  readonly limits: Limits;
  /** Attempts thrown away before this one. */
  readonly discarded: readonly DiscardedFit[];
  /** Invariants that a measurement broke: none in a run that is right. */
  readonly violations: readonly Violation[];
  /** Why the run stopped before its end; null if it did not. What was measured before is all here. */
  readonly failure: Failure | null;
  /** Completed epochs at each measurement; 0 is before training. */
  readonly epochs: readonly number[];
  /** First 32 bits of the fingerprint up to each of them; left out where that is not known. */
  readonly chain?: readonly number[];
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
  readonly readings: readonly ReadingDocument[];
  readonly seconds: number;
  /** Over all else: tells whether anything was changed (see digestOf). */
  readonly digest: string;
}

/** All that was measured of a run. */
export type Measurements = Pick<
  RunDocument,
  'epochs' | 'chain' | 'layers' | 'accuracy' | 'loss' | 'readings'
>;

/** What a layer is: known from the settings. */
export type LayerHead = Pick<LayerDocument, 'name' | 'units' | 'activation' | 'ruler'>;

export function documentOf(run: EndedRun): RunDocument {
  const { experiment } = run;
  const document = {
    format: runFormat,
    version: runFormatVersion,
    settings: experiment,
    link: toQuery(experiment),
    repeat: run.repeat,
    attempt: run.attempt,
    badFit: run.isBadFit,
    fingerprint: run.fingerprint,
    arithmeticVersion: run.arithmeticVersion,
    kernel: run.kernel,
    limits: run.limits,
    discarded: run.discarded,
    violations: run.violations,
    failure: run.failure,
    ...measurementsOf(run),
    seconds: run.seconds,
  } as const;
  return { ...document, digest: digestOf(document) };
}

export function measurementsOf({ experiment, columns, classes, readings }: EndedRun): Measurements {
  const { net } = experiment;
  const rows = net.length + 2;
  const weights = (layer: number): WeightsDocument => ({
    weightNorm: pick(columns.weightNorm, rows - 1, layer),
    gradientMean: pick(columns.gradientMean, rows - 1, layer),
    gradientDeviation: pick(columns.gradientDeviation, rows - 1, layer),
  });
  const row = (index: number): RowDocument => ({
    ixt: pick(columns.ixt, rows, index),
    ity: pick(columns.ity, rows, index),
    codes: pick(columns.codes, rows, index),
    levels: pick(columns.levels, rows, index),
    low: pick(columns.low, rows, index),
    high: pick(columns.high, rows, index),
  });
  return {
    epochs: [...columns.epoch],
    ...(columns.chain.some((word) => word !== 0) ? { chain: [...columns.chain] } : {}),
    layers: layerHeads(experiment, classes).map((head, layer) => ({
      ...head,
      ...row(layer),
      ...weights(layer),
      ...(layer === net.length ? { exact: row(net.length + 1) } : {}),
    })),
    accuracy: {
      trainRunning: pick(columns.trainAccuracy, 1, 0),
      train: pick(columns.trainAccuracyAfter, 1, 0),
      test: pick(columns.testAccuracy, 1, 0),
    },
    loss: { trainRunning: pick(columns.trainLoss, 1, 0), test: pick(columns.testLoss, 1, 0) },
    readings: readings.map(readingDocument),
  };
}

/** The layers that these settings make, T1 first. */
export function layerHeads(experiment: Experiment, classes: number): LayerHead[] {
  const { net } = experiment;
  return [
    ...net.map((units, layer) => ({
      name: `T${layer + 1}`,
      units,
      activation: activationOf(experiment, layer),
    })),
    { name: `T${net.length + 1}`, units: classes, activation: 'softmax', ruler: 'grid' },
  ];
}

function activationOf({ net, act }: Experiment, layer: number): ActivationName | null {
  const kind = net[layer];
  if (kind !== undefined && isPooling(kind)) return null;
  return act[layer] ?? act[0] ?? 'tanh';
}

function readingDocument({ ruler, limits, epoch, ixt, ity }: RulerReading): ReadingDocument {
  const layers = epoch.length === 0 ? 0 : ixt.length / epoch.length;
  return {
    ruler,
    ...(limits ? { limits } : {}),
    epochs: [...epoch],
    layers: Array.from({ length: layers }, (_, layer) => ({
      ixt: pick(ixt, layers, layer),
      ity: pick(ity, layers, layer),
    })),
  };
}

/** Entries index, index + rows, index + 2 rows, ... of a column. */
function pick(column: ArrayLike<number>, rows: number, index: number): Cell[] {
  return Array.from({ length: column.length / rows }, (_, measurement) => {
    const value = column[measurement * rows + index] ?? NaN;
    return Number.isFinite(value) ? value : null;
  });
}
