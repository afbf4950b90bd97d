/**
 * What a run has measured so far, as columns of numbers.
 *
 * A measurement has `rows` rows: one a hidden layer (T1 ... T(L-1)), then two for the output layer T_L, which is
 * always measured with both rulers: row L-1 on the study's grid, row L counted exactly. So rows = L + 1.
 * Row-wise columns have the shape (measurements, rows), row-major: entry [m * rows + r]; layer-wise ones (measurements, L).
 */
export interface TrajectoryColumns {
  /** Completed epochs at each measurement; 0 is before training. */
  readonly epoch: Int32Array;
  /** I(X;T) = H(T) in bits, (measurements, rows). */
  readonly ixt: Float64Array;
  /** I(T;Y) in bits, (measurements, rows). */
  readonly ity: Float64Array;
  /** Occupied codes: how many different code vectors there are, (measurements, rows). */
  readonly codes: Int32Array;
  /** Levels in use: different codes of single units, over all units; 0 where values are float. (measurements, rows). */
  readonly levels: Int32Array;
  /** Lower end of the range the layer was quantized to (for the grid: the smallest output), (measurements, rows). */
  readonly low: Float32Array;
  /** Upper end, (measurements, rows). */
  readonly high: Float32Array;
  /** L2 norm of the layer's kernel at the measurement; NaN of pooling. (measurements, L). */
  readonly weightNorm: Float64Array;
  /**
   * Norms of mean and standard deviation of its gradient over the batches of the epoch that ends with the measurement
   * (see LayerGradients): NaN at epoch 0 and of pooling, the deviation also where an epoch is one batch. (measurements, L).
   */
  readonly gradientMean: Float64Array;
  readonly gradientDeviation: Float64Array;
  /** Running training accuracy: over the epoch's batches, as they were trained on; NaN at epoch 0. (measurements) */
  readonly trainAccuracy: Float64Array;
  /** Mean cross-entropy in nats over the epoch's batches, as they were trained on; NaN at epoch 0. */
  readonly trainLoss: Float64Array;
  /** Accuracy on the training samples, evaluated at the measurement. */
  readonly trainAccuracyAfter: Float64Array;
  readonly testAccuracy: Float64Array;
  /** Mean cross-entropy in nats on the test samples, evaluated at the measurement. */
  readonly testLoss: Float64Array;
  /**
   * First 32 bits of the fingerprint of all measurements up to each; 0 where it is not known, as of a mean and in older
   * files. (measurements)
   */
  readonly chain: Uint32Array;
}

/** How the output layer is read: on the study's grid, or exactly; its two rows of a measurement. */
export type OutputRuler = 'grid' | 'exact';

/** A run's limits on the plane, in bits. */
export interface Limits {
  /** H(X) of the measured samples, counted. */
  readonly hx: number;
  readonly hy: number;
  /** I(X;Y), which no layer can pass; left out where it is H(Y), since the label is a function of the input. */
  readonly ixy?: number;
}

/** A part of the plane: from and to in bits, the lower first. */
export interface PlaneRegion {
  readonly ixt: readonly [number, number];
  readonly ity: readonly [number, number];
}

/** One invariant that a measurement broke; an exact run has none. */
export interface Violation {
  readonly epoch: number;
  readonly message: string;
}

const rowWise = ['ixt', 'ity', 'codes', 'levels', 'low', 'high'] as const;
const layerWise = ['weightNorm', 'gradientMean', 'gradientDeviation'] as const;
const single = [
  'epoch',
  'trainAccuracy',
  'trainLoss',
  'trainAccuracyAfter',
  'testAccuracy',
  'testLoss',
  'chain',
] as const;

/** Columns that grow; `columns()` gives views of what is there. */
export class Trajectory {
  readonly rows: number;
  private capacity: number;
  private count = 0;
  private store: TrajectoryColumns;

  constructor(rows: number, capacity = 64) {
    this.rows = rows;
    this.capacity = capacity;
    this.store = allocate(rows, capacity);
  }

  /** Measurements so far. */
  get length(): number {
    return this.count;
  }

  /** Appends all measurements of `part`, which has the same number of rows. */
  append(part: TrajectoryColumns): void {
    const added = part.epoch.length;
    if (part.ixt.length !== added * this.rows) {
      throw new RangeError(
        `Trajectory: ${part.ixt.length} values for ${added} measurements of ${this.rows} rows`,
      );
    }
    if (this.count + added > this.capacity) this.grow(this.count + added);
    for (const name of single) this.store[name].set(part[name], this.count);
    for (const name of rowWise) this.store[name].set(part[name], this.count * this.rows);
    for (const name of layerWise) this.store[name].set(part[name], this.count * (this.rows - 1));
    this.count += added;
  }

  /** Views (no copies) of the measurements so far; a later append may leave them behind, so do not keep them. */
  columns(): TrajectoryColumns {
    return slice(this.store, this.rows, 0, this.count);
  }

  /** The measurements so far in arrays of their own, to be given away; the trajectory is empty afterwards. */
  take(): TrajectoryColumns {
    const taken = mapColumns(this.columns(), this.rows, (column) => column.slice());
    this.count = 0;
    return taken;
  }

  private grow(needed: number): void {
    this.capacity = Math.max(needed, this.capacity * 2);
    const old = this.columns();
    this.store = allocate(this.rows, this.capacity);
    for (const name of [...single, ...rowWise, ...layerWise]) this.store[name].set(old[name]);
  }
}

/** Views of measurements from..to. */
export function slice(columns: TrajectoryColumns, rows: number, from: number, to: number): TrajectoryColumns {
  return mapColumns(columns, rows, (column, width) => column.subarray(from * width, to * width));
}

/**
 * The measurements at these epochs, ascending, of those that there are: the columns themselves if that is all of them,
 * else in arrays of their own.
 */
export function atEpochs(
  columns: TrajectoryColumns,
  rows: number,
  epochs: readonly number[] | Int32Array,
): TrajectoryColumns {
  const at: number[] = [];
  let next = 0;
  for (const epoch of epochs) {
    while (next < columns.epoch.length && columns.epoch[next]! < epoch) next++;
    if (columns.epoch[next] === epoch) at.push(next);
  }
  if (at.length === columns.epoch.length) return columns;
  return mapColumns(columns, rows, (column, width) => {
    const picked = column.slice(0, at.length * width);
    for (const [to, from] of at.entries()) {
      picked.set(column.subarray(from * width, (from + 1) * width), to * width);
    }
    return picked;
  });
}

type Column = Int32Array | Uint32Array | Float32Array | Float64Array;

/** @param change is given each column with its numbers a measurement */
function mapColumns(
  columns: TrajectoryColumns,
  rows: number,
  change: (column: Column, width: number) => Column,
): TrajectoryColumns {
  const entries = [
    ...rowWise.map((name) => [name, change(columns[name], rows)]),
    ...layerWise.map((name) => [name, change(columns[name], rows - 1)]),
    ...single.map((name) => [name, change(columns[name], 1)]),
  ];
  return Object.fromEntries(entries) as TrajectoryColumns; // Every column keeps its name and its kind.
}

/** Zeroed columns for `measurements` measurements of `rows` rows. */
export function allocate(rows: number, measurements: number): TrajectoryColumns {
  return {
    epoch: new Int32Array(measurements),
    ixt: new Float64Array(measurements * rows),
    ity: new Float64Array(measurements * rows),
    codes: new Int32Array(measurements * rows),
    levels: new Int32Array(measurements * rows),
    low: new Float32Array(measurements * rows),
    high: new Float32Array(measurements * rows),
    weightNorm: new Float64Array(measurements * (rows - 1)),
    gradientMean: new Float64Array(measurements * (rows - 1)),
    gradientDeviation: new Float64Array(measurements * (rows - 1)),
    trainAccuracy: new Float64Array(measurements),
    trainLoss: new Float64Array(measurements),
    trainAccuracyAfter: new Float64Array(measurements),
    testAccuracy: new Float64Array(measurements),
    testLoss: new Float64Array(measurements),
    chain: new Uint32Array(measurements),
  };
}
