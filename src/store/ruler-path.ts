import type { Trajectory, TrajectoryColumns } from '../core/experiment/trajectory.ts';
import type { MeasurePart } from '../worker/measure-protocol.ts';

/** What one ruler says of a run, as far as it has been laid: columns by measurement, epochs ascending. */
export class RulerPath {
  readonly layers: number;
  /** Names this path among all: another path is another one, and so is one that has changed before its end. */
  key: string;
  private readonly name: string;
  private revision = 0;
  private readonly values = new Map<number, Float64Array>();
  private order: number[] = [];
  private made: { readonly columns: TrajectoryColumns; readonly length: number } | null = null;

  constructor(layers: number, name: string) {
    this.layers = layers;
    this.name = name;
    this.key = name;
  }

  /** Measurements so far. */
  get length(): number {
    return this.order.length;
  }

  has(epoch: number): boolean {
    return this.values.has(epoch);
  }

  /** Takes in what came; an epoch that was known gets its newest values. */
  add({ epochs, ixt, ity }: MeasurePart): void {
    const { layers } = this;
    let last = this.order.at(-1) ?? -1;
    let appended = true;
    for (const [index, epoch] of epochs.entries()) {
      const own = new Float64Array(2 * layers);
      own.set(ixt.subarray(index * layers, (index + 1) * layers));
      own.set(ity.subarray(index * layers, (index + 1) * layers), layers);
      if (!this.values.has(epoch)) this.order.push(epoch);
      appended &&= epoch > last;
      last = Math.max(last, epoch);
      this.values.set(epoch, own);
    }
    this.made = null;
    if (appended) return;
    this.order.sort((a, b) => a - b);
    this.key = `${this.name} ${++this.revision}`;
  }

  /**
   * The trajectory's columns at the measurements that the ruler was laid at, with what it says for I(X;T) and I(T;Y);
   * both rows of the output have the same. Codes are counted by the trajectory's own rulers only: here they are 0.
   */
  columns(trajectory: Trajectory): TrajectoryColumns {
    if (this.made?.length === trajectory.length) return this.made.columns;
    const columns = this.make(trajectory);
    this.made = { columns, length: trajectory.length };
    return columns;
  }

  private make(trajectory: Trajectory): TrajectoryColumns {
    const all = trajectory.columns();
    const { rows } = trajectory;
    const { layers } = this;
    const at: number[] = [];
    let next = 0;
    for (const epoch of this.order) {
      while (next < all.epoch.length && (all.epoch[next] ?? 0) < epoch) next++;
      if (all.epoch[next] === epoch) at.push(next);
    }
    const ixt = new Float64Array(at.length * rows);
    const ity = new Float64Array(at.length * rows);
    for (const [index, m] of at.entries()) {
      const own = this.values.get(all.epoch[m] ?? -1);
      for (let row = 0; row < rows; row++) {
        const layer = Math.min(row, layers - 1);
        ixt[index * rows + row] = own?.[layer] ?? NaN;
        ity[index * rows + row] = own?.[layers + layer] ?? NaN;
      }
    }
    const single = (column: Float64Array): Float64Array => Float64Array.from(at, (m) => column[m] ?? NaN);
    const rowWise = (column: Float32Array | Int32Array, into: Float32Array | Int32Array): void => {
      for (const [index, m] of at.entries())
        into.set(column.subarray(m * rows, (m + 1) * rows), index * rows);
    };
    const low = new Float32Array(ixt.length);
    const high = new Float32Array(ixt.length);
    const levels = new Int32Array(ixt.length);
    rowWise(all.low, low);
    rowWise(all.high, high);
    rowWise(all.levels, levels);
    return {
      epoch: Int32Array.from(at, (m) => all.epoch[m] ?? 0),
      ixt,
      ity,
      codes: new Int32Array(ixt.length),
      levels,
      low,
      high,
      trainAccuracy: single(all.trainAccuracy),
      trainLoss: single(all.trainLoss),
      trainAccuracyAfter: single(all.trainAccuracyAfter),
      testAccuracy: single(all.testAccuracy),
      testLoss: single(all.testLoss),
    };
  }
}
