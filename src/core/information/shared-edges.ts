import type { Bits } from '../experiment/experiment.ts';
import { extremes } from '../quantization/layer-quantization.ts';
import { uniformEdges } from './edges.ts';
import { OrderStatistics } from './order-statistics.ts';
import type { SumPairs } from './kernel-density.ts';
import type { LayerOutputs } from './outputs.ts';
import type { Ruler } from './ruler.ts';

/** What a ruler takes from the run, beside the layer that it reads. */
export interface Shared {
  /** The run's own, for the study's grid. */
  readonly bits: Bits;
  /** Of bins over the whole run, else null: what `GlobalEdges` finds. */
  readonly edges: Float64Array | null;
  /** A faster way to the sums of kernel density bounds than their definition's, with the same bits. */
  readonly sumPairs?: SumPairs;
}

/** The smallest and largest output of all layers that were shown; -0 as 0. */
export class Extremes {
  private low = Infinity;
  private high = -Infinity;

  add(layers: readonly LayerOutputs[]): void {
    for (const { values } of layers) {
      const [min, max] = extremes(values);
      this.low = Math.min(this.low, min);
      this.high = Math.max(this.high, max);
    }
  }

  get range(): readonly [min: number, max: number] {
    return [this.low, this.high];
  }
}

/**
 * Finds the edges that all layers and measurements of a run share, without having the run in memory: show it every
 * measurement's outputs, in any order, as often as `passes` says.
 *
 *     const search = new GlobalEdges(ruler);
 *     for (let pass = 0; pass < search.passes; pass++) {
 *       for (const layers of run) search.add(layers);
 *       search.endPass();
 *     }
 *     const shared = { bits, edges: search.edges() };
 */
export class GlobalEdges {
  /** 0 where nothing is shared, 1 for bins of equal width, 2 for bins of equal content. */
  readonly passes: 0 | 1 | 2;
  private readonly bins: number;
  private readonly ends = new Extremes();
  private readonly statistics: OrderStatistics | null;
  private done = 0;

  constructor(ruler: Ruler) {
    const isGlobal = 'bounds' in ruler && ruler.bounds === 'global';
    const isAdaptive = ruler.strategy === 'adaptive';
    this.passes = isGlobal ? (isAdaptive ? 2 : 1) : 0;
    this.bins = 'bins' in ruler ? ruler.bins : 0;
    this.statistics = isGlobal && isAdaptive ? new OrderStatistics(ruler.bins) : null;
  }

  /** All layers of one measurement. */
  add(layers: readonly LayerOutputs[]): void {
    if (this.done >= this.passes) return;
    if (this.statistics) for (const { values } of layers) this.statistics.add(values);
    else this.ends.add(layers);
  }

  endPass(): void {
    this.done++;
    this.statistics?.endPass();
  }

  /** @throws RangeError before the last pass has ended */
  edges(): Float64Array | null {
    if (this.passes === 0) return null;
    if (this.done < this.passes)
      throw new RangeError(`GlobalEdges: ${this.done} of ${this.passes} passes are done`);
    return this.statistics ? this.statistics.edges() : uniformEdges(...this.ends.range, this.bins);
  }
}

/** The same of a run that is in memory: all layers of all its measurements. */
export function globalEdges(ruler: Ruler, layers: readonly LayerOutputs[]): Float64Array | null {
  const search = new GlobalEdges(ruler);
  for (let pass = 0; pass < search.passes; pass++) {
    search.add(layers);
    search.endPass();
  }
  return search.edges();
}
