import { gridSteps } from '../core/information/codes.ts';
import type { CodeCounts } from '../core/information/counting.ts';
import { binOfWidth, evenEdges, groupStarts, uniformEdges } from '../core/information/edges.ts';
import type { Ruler } from '../core/information/ruler.ts';
import type { Shared } from '../core/information/shared-edges.ts';
import type { Range } from '../core/quantization/layer-quantization.ts';
import { LevelCodes } from './level-codes.ts';
import { Measuring, type Part } from './measuring.ts';
import { mostEdges, vectorBytes } from './memory-map.ts';
import { sorted } from './sorted.ts';

/** Writes codes of a row of one unit's n values. */
interface Encoder {
  /** Codes are 0 ... largest. */
  readonly largest: number;
  /** Has codes for any value, not only for those between the ends that it was made for. */
  readonly readsAll: boolean;
  encode(values: number, codes: number, n: number): void;
}

/** Rows of a layer's outputs over one part of the samples. */
interface Rows {
  readonly address: number;
  readonly stride: number;
}

/** Layers of more units are read unit by unit from their outputs, where the samples go in parts. */
const fewUnits = 64;

/** Measuring by other rulers, without handing the outputs out: the fast form of core/information/estimate.ts. */
export class Rereading extends Measuring {
  private readonly levelCodes = new LevelCodes(this.place);
  /** Values of codes that stand in memory, those of the layer at work; 0: its outputs are read themselves. */
  private levels = 0;

  /**
   * Of each layer the counts of its vectors of codes, or, for the reading `mean`, those of each unit; null where the
   * ruler has no codes or too many for this.
   */
  *read(
    isTrained: boolean,
    ruler: Ruler,
    shared: Shared,
  ): Generator<number, readonly (readonly CodeCounts[])[] | null, void> {
    if (ruler.strategy === 'exact') return yield* this.readExactly(isTrained, ruler);
    this.begin(isTrained);
    const all: (readonly CodeCounts[])[] = [];
    for (const [layer, { units }] of this.place.spec.layers.entries()) {
      if (ruler.reading === 'mean' && units > fewUnits && this.parts.length > 1) return null;
      yield* this.computed(layer);
      const counts =
        ruler.reading === 'mean'
          ? yield* this.readUnits(layer, units, ruler, shared)
          : yield* this.readLayer(layer, units, ruler, shared);
      if (!counts) return null;
      all.push(counts);
    }
    return all;
  }

  /** The codes that `measure` counts, over a part of the samples; null for all of them, which it counts itself. */
  private *readExactly(
    isTrained: boolean,
    { samples, reading }: Ruler,
  ): Generator<number, readonly (readonly CodeCounts[])[] | null, void> {
    if (!samples || reading === 'mean') return null;
    this.begin(isTrained);
    const all: (readonly CodeCounts[])[] = [];
    for (const [layer, { units }] of this.place.spec.layers.entries()) {
      yield* this.measureLayer(layer);
      all.push([yield* this.count(layer, vectorBytes(units, this.perWord.layers), samples)]);
    }
    return all;
  }

  /** The smallest and largest output of all layers. */
  *reach(isTrained: boolean): Generator<number, Range, void> {
    this.begin(isTrained);
    let [low, high]: Range = [Infinity, -Infinity];
    for (const [layer, { units }] of this.place.spec.layers.entries()) {
      yield* this.computed(layer);
      const [least, most] = yield* this.endsOf(layer, 0, units);
      low = Math.min(low, least);
      high = Math.max(high, most);
    }
    return [low, high];
  }

  /** A layer's outputs over all samples, where `rowsOf` finds them. */
  private *computed(layer: number): Generator<number, void, void> {
    yield* this.measureLayer(layer, undefined, this.parts.length > 1);
    if (layer === this.place.spec.layers.length - 1) yield* this.softmax();
    const isByLevels = this.parts.length === 1 && this.levelCodes.stands(layer);
    this.levels = isByLevels ? this.levelCodes.write(layer) : 0;
  }

  private *rowsOf(layer: number, part: Part): Generator<number, Rows, void> {
    const { map, spec } = this.place;
    if (layer === spec.layers.length - 1)
      return { address: map.allProbabilities + 4 * part.from, stride: map.all.stride };
    return { address: yield* this.inputOf(layer + 1, part), stride: part.rows.stride };
  }

  private *readLayer(
    layer: number,
    units: number,
    ruler: Ruler,
    shared: Shared,
  ): Generator<number, readonly CodeCounts[] | null, void> {
    const encoders: Encoder[] = [];
    const each = 'bounds' in ruler && ruler.bounds === 'neuron' ? 1 : units;
    for (let unit = 0; unit < units; unit += each) {
      const encoder = yield* this.encoder(ruler, shared, layer, unit, unit + each);
      if (!encoder) return null;
      encoders.push(encoder);
    }
    const perWord = codesPerWordUpTo(Math.max(...encoders.map(({ largest }) => largest)));
    const { map } = this.place;
    for (const part of this.parts) {
      const { address, stride } = yield* this.rowsOf(layer, part);
      let known: Encoder | null = null;
      for (let unit = 0; unit < units; unit++) {
        const encoder = encoders[unit] ?? encoders[0]!;
        const codes = map.partCodes + unit * part.rows.stride;
        this.encode(encoder, address + unit * stride, codes, codes, part.n, encoder === known);
        known = encoder;
      }
      this.pack(layer + 1, units, perWord, part);
      yield units * part.n;
    }
    return [yield* this.count(layer + 1, vectorBytes(units, perWord), ruler.samples)];
  }

  private *readUnits(
    layer: number,
    units: number,
    ruler: Ruler,
    shared: Shared,
  ): Generator<number, readonly CodeCounts[] | null, void> {
    const { map } = this.place;
    const isOwn = 'bounds' in ruler && ruler.bounds === 'neuron';
    const common = isOwn ? null : yield* this.encoder(ruler, shared, layer, 0, units);
    const counts: CodeCounts[] = [];
    for (let unit = 0; unit < units; unit++) {
      const encoder = isOwn ? yield* this.encoder(ruler, shared, layer, unit, unit + 1) : common;
      if (!encoder) return null;
      const perWord = codesPerWordUpTo(encoder.largest);
      for (const part of this.parts) {
        const { address, stride } = yield* this.rowsOf(layer, part);
        const own = map.partCodes + unit * part.rows.stride;
        this.encode(encoder, address + unit * stride, own, map.partCodes, part.n, unit > 0 && !isOwn);
        this.pack(layer + 1, 1, perWord, part);
        yield part.n;
      }
      counts.push(yield* this.count(layer + 1, vectorBytes(1, perWord), ruler.samples));
    }
    return counts;
  }

  /**
   * A row's codes by a ruler, to `out`: from its values, or from its own codes where there are few levels.
   *
   * @param isKnown the levels were read by the same encoder before
   */
  private encode(
    encoder: Encoder,
    values: number,
    codes: number,
    out: number,
    n: number,
    isKnown: boolean,
  ): void {
    const { wasm, map } = this.place;
    if (this.levels === 0 || !encoder.readsAll) {
      encoder.encode(values, out, n);
      return;
    }
    if (!isKnown) encoder.encode(map.levelValues, map.levelCodes, this.levels);
    wasm.recodeRow(codes, out, n, map.levelCodes);
  }

  /** How a ruler reads units from .. to of a layer; null if it has no codes, or too many. */
  private *encoder(
    ruler: Ruler,
    shared: Shared,
    layer: number,
    from: number,
    to: number,
  ): Generator<number, Encoder | null, void> {
    const { wasm } = this.place;
    switch (ruler.strategy) {
      case 'uniform': {
        if (typeof ruler.bounds !== 'string') return this.byEdges(uniformEdges(...ruler.bounds, ruler.bins));
        if (ruler.bounds === 'global') return shared.edges && this.byEdges(shared.edges);
        return this.byEdges(uniformEdges(...(yield* this.endsOf(layer, from, to)), ruler.bins));
      }
      case 'adaptive': {
        if (ruler.bounds === 'global') return shared.edges && this.byEdges(shared.edges, false);
        const values = sorted(yield* this.valuesOf(layer, from, to));
        const starts = groupStarts(values.length, ruler.bins);
        return this.byEdges(
          Float64Array.from(starts, (cut) => (values[cut - 1]! + values[cut]!) / 2),
          false,
        );
      }
      case 'edges':
        return this.byEdges(evenEdges(...ruler.bounds, ruler.edges));
      case 'width': {
        const { width } = ruler;
        const [low, high] = yield* this.endsOf(layer, from, to);
        const base = binOfWidth(low, width);
        const top = binOfWidth(high, width);
        const largest = top - base;
        // Beyond 2^31 bins from 0 all values share one.
        const isWithin = Math.max(Math.abs(base), Math.abs(top)) < 2147483647;
        if (!(isWithin && largest <= mostCodes)) return null;
        return {
          largest,
          readsAll: false,
          encode: (values, codes, n) => wasm.widthRow(values, codes, n, width, base),
        };
      }
      case 'grid': {
        const steps = gridSteps(ruler.bits === 'run' ? shared.bits : ruler.bits);
        if (steps > mostCodes) return null;
        const [low, high] = yield* this.endsOf(layer, from, to);
        return {
          largest: steps,
          readsAll: false,
          encode: (values, codes, n) => wasm.gridRow(values, codes, n, low, high - low, steps),
        };
      }
      default:
        return null;
    }
  }

  private byEdges(edges: Float64Array, isEven = true): Encoder | null {
    const { wasm, map } = this.place;
    if (edges.length === 0 || edges.length > mostEdges) return null;
    const place = new Float64Array(wasm.memory.buffer, map.edges, edges.length);
    return {
      largest: edges.length,
      readsAll: true,
      encode: (values, codes, n) => {
        if (this.inPlace !== edges) place.set(edges);
        this.inPlace = edges;
        if (isEven) wasm.binRow(values, codes, n, map.edges, edges.length);
        else wasm.searchRow(values, codes, n, map.edges, edges.length);
      },
    };
  }

  /** The edges that are in memory. */
  private inPlace: Float64Array | null = null;

  /** The smallest and largest output of units from .. to. */
  private *endsOf(layer: number, from: number, to: number): Generator<number, Range, void> {
    const { wasm, map, spec } = this.place;
    const isWhole = from === 0 && to === spec.layers[layer]!.units;
    if (isWhole && this.levelCodes.stands(layer)) return this.levelCodes.ends(layer);
    const ends = new Float32Array(wasm.memory.buffer, map.ends, 2);
    ends.set([Infinity, -Infinity]);
    for (const part of this.parts) {
      const { address, stride } = yield* this.rowsOf(layer, part);
      for (let unit = from; unit < to; unit++) wasm.widen(address + unit * stride, part.n, map.ends);
      yield (to - from) * part.n;
    }
    return [ends[0]!, ends[1]!];
  }

  /** Copies of all outputs of units from .. to, in any order. */
  private *valuesOf(layer: number, from: number, to: number): Generator<number, Float32Array, void> {
    const { wasm, data } = this.place;
    const values = new Float32Array((to - from) * data.samples);
    let next = 0;
    for (const part of this.parts) {
      const { address, stride } = yield* this.rowsOf(layer, part);
      for (let unit = from; unit < to; unit++) {
        values.set(new Float32Array(wasm.memory.buffer, address + unit * stride, part.n), next);
        next += part.n;
      }
      yield (to - from) * part.n;
    }
    return values;
  }
}

/** Codes have two bytes, or one where they fit. */
const mostCodes = 65_535;
const codesPerWordUpTo = (largest: number): number => (largest < 256 ? 4 : 2);
