import {
  atEpochs,
  type Limits,
  type Trajectory,
  type TrajectoryColumns,
} from '../core/experiment/trajectory.ts';
import type { MeasurePart } from '../worker/measure-protocol.ts';

/** What one ruler says of a run as far as it has been laid over it, or of the mean of such runs. */
export interface LaidPath {
  /** Names this path among all: another path is another one, and so is one that has changed before its end. */
  readonly key: string;
  /** Measurements so far. */
  readonly length: number;
  /** The trajectory's columns at these measurements, with what the ruler says for I(X;T) and I(T;Y). */
  columns(trajectory: Trajectory): TrajectoryColumns;
  /** H(X) and H(Y) of the samples it is laid over; null before the first measurement. */
  readonly limits: Limits | null;
  /** Of a mean: standard deviations over the repeats, laid out as its columns. */
  readonly sd?: { readonly ixt: Float64Array; readonly ity: Float64Array };
}

/** Where I(T;Y) of permuted labels lies, by epoch, ascending. */
export interface ChanceBand {
  /** Another one, or one that has changed, has another. */
  readonly key: string;
  readonly epochs: Int32Array;
  /** Layers of an epoch in the columns. */
  readonly layers: number;
  /** Bits, (epochs, layers): mean over the permutations, and the ends of 95% of them. */
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** What one ruler says of a run: columns by measurement, epochs ascending. */
export class RulerPath implements LaidPath {
  readonly layers: number;
  key: string;
  /** Laid over all of a run that has ended: it changes no more. */
  isWhole = false;
  limits: Limits | null = null;
  /** Of bins over the whole run their edges, as the newest values have them. */
  edges: Float64Array | null = null;
  private readonly name: string;
  private revision = 0;
  /** By epoch, where its values begin: 2 layers of them, I(X;T) of all layers first. */
  private readonly places = new Map<number, number>();
  private values = new Float64Array(0);
  private order: number[] = [];
  /** With permuted labels, by epoch: low ends of all layers, then high ones. */
  private readonly ends = new Map<number, Float64Array>();
  private band: ChanceBand | null = null;
  private made: {
    readonly trajectory: Trajectory;
    readonly columns: TrajectoryColumns;
    readonly length: number;
  } | null = null;

  constructor(layers: number, name: string) {
    this.layers = layers;
    this.name = name;
    this.key = name;
  }

  get length(): number {
    return this.order.length;
  }

  has(epoch: number): boolean {
    return this.places.has(epoch);
  }

  /** Takes in what came; an epoch that was known gets its newest values. */
  add({ epochs, ixt, ity, limits, edges, band }: MeasurePart): void {
    const { layers } = this;
    this.limits = limits;
    this.edges = edges;
    let last = this.order.at(-1) ?? -1;
    let appended = true;
    for (const [index, epoch] of epochs.entries()) {
      if (!this.has(epoch)) this.order.push(epoch);
      const place = this.placeFor(epoch);
      this.values.set(ixt.subarray(index * layers, (index + 1) * layers), place);
      this.values.set(ity.subarray(index * layers, (index + 1) * layers), place + layers);
      if (band) {
        const [low, high] = [band.low, band.high].map((ends) =>
          ends.subarray(index * layers, (index + 1) * layers),
        );
        this.ends.set(epoch, Float64Array.of(...(low ?? []), ...(high ?? [])));
      }
      appended &&= epoch > last;
      last = Math.max(last, epoch);
    }
    this.made = null;
    this.band = null;
    if (appended) return;
    this.order.sort((a, b) => a - b);
    this.key = `${this.name} ${++this.revision}`;
  }

  /** Both rows of the output are alike. Codes are counted by the trajectory's own rulers only: here they are 0. */
  columns(trajectory: Trajectory): TrajectoryColumns {
    const { made } = this;
    if (made?.trajectory === trajectory && made.length === trajectory.length) return made.columns;
    const columns = this.make(trajectory);
    this.made = { trajectory, columns, length: trajectory.length };
    return columns;
  }

  /** With permuted labels: the band so far; null of a ruler with the samples' own. */
  chance(): ChanceBand | null {
    if (this.band || this.ends.size === 0) return this.band;
    const { layers, order } = this;
    const column = (from: (epoch: number) => Float64Array): Float64Array => {
      const all = new Float64Array(order.length * layers);
      for (const [index, epoch] of order.entries()) all.set(from(epoch), index * layers);
      return all;
    };
    const ends = (epoch: number): Float64Array => this.ends.get(epoch) ?? new Float64Array(2 * layers);
    return (this.band = {
      key: `${this.key} ${order.length}`,
      epochs: Int32Array.from(order),
      layers,
      mean: column((epoch) => {
        const place = (this.places.get(epoch) ?? 0) + layers;
        return this.values.subarray(place, place + layers);
      }),
      low: column((epoch) => ends(epoch).subarray(0, layers)),
      high: column((epoch) => ends(epoch).subarray(layers)),
    });
  }

  private make(trajectory: Trajectory): TrajectoryColumns {
    const { rows } = trajectory;
    const { layers } = this;
    const counted = atEpochs(trajectory.columns(), rows, this.order);
    const ixt = new Float64Array(counted.ixt.length);
    const ity = new Float64Array(counted.ity.length);
    for (const [index, epoch] of counted.epoch.entries()) {
      const place = this.places.get(epoch) ?? NaN;
      for (let row = 0; row < rows; row++) {
        const layer = Math.min(row, layers - 1);
        ixt[index * rows + row] = this.values[place + layer] ?? NaN;
        ity[index * rows + row] = this.values[place + layers + layer] ?? NaN;
      }
    }
    return { ...counted, ixt, ity, codes: new Int32Array(ixt.length) };
  }

  private placeFor(epoch: number): number {
    const known = this.places.get(epoch);
    if (known !== undefined) return known;
    const place = this.places.size * 2 * this.layers;
    if (place >= this.values.length) {
      const grown = new Float64Array(Math.max(64 * this.layers, 2 * this.values.length));
      grown.set(this.values);
      this.values = grown;
    }
    this.places.set(epoch, place);
    return place;
  }
}
