import type { CodeCounts } from '../core/information/counting.ts';
import type { SampleChoice } from '../core/information/chosen-samples.ts';
import { gridSteps } from '../core/information/codes.ts';
import { jointHistogram } from '../core/information/label-noise.ts';
import type { MeasureResult, RowCounts } from '../core/kernel.ts';
import { constantLevels, highAt, levelsAt, lowAt } from './layer-records.ts';
import {
  forwardLayer,
  measured,
  measuredBeforeTraining,
  recordOf,
  settle,
  type Workplace,
} from './layer-passes.ts';
import { codesPerWord, rowsOf, vectorBytes, type Rows } from './memory-map.ts';

/** What a sample's flag must be for it to be counted; -1: anything. */
const flagOf = { all: -1, train: 0, test: 1 } as const satisfies Record<SampleChoice, number>;

/** Samples whose vectors are counted between two breaths. */
const countedAtOnce = 16_384;

/** A stretch of all samples, from .. from + n. */
export interface Part {
  readonly from: number;
  readonly n: number;
  readonly rows: Rows;
}

/**
 * Measuring, layer after layer over parts of the samples: of a layer only its packed codes stay, for the counting and
 * as the next layer's input, so that memory does not hold the values of wide layers over many samples. Where the range
 * is that of the samples themselves a layer is computed twice, first for its range.
 */
export class Measuring {
  protected readonly place: Workplace;
  protected readonly parts: readonly Part[];
  private mode = measured;
  private hasInputs = false;
  private readonly isFloat: boolean;
  protected readonly perWord: { readonly layers: number; readonly grid: number };
  /** Test samples. */
  private readonly tests: number;

  constructor(place: Workplace) {
    this.place = place;
    this.tests = place.data.isTest.reduce((sum, flag) => sum + flag, 0);
    this.isFloat = place.spec.bits === 'float';
    this.perWord = codesPerWord(place.spec.bits);
    const { samples } = place.data;
    const { part, partRows } = place.map;
    const starts = Array.from({ length: Math.ceil(samples / part) }, (_, index) => index * part);
    this.parts = starts.map((from) => {
      const n = Math.min(part, samples - from);
      return { from, n, rows: { bytes: rowsOf(n).bytes, stride: partRows.stride } };
    });
  }

  *measure(isTrained: boolean): Generator<number, MeasureResult, void> {
    this.begin(isTrained);
    const { wasm, map, data, spec } = this.place;
    const { samples: n } = data;
    const last = spec.layers.length - 1;
    const rows: RowCounts[] = [];
    for (const [index, { units }] of spec.layers.entries()) {
      const levels = yield* this.measureLayer(index);
      const counts = yield* this.count(index, vectorBytes(units, this.perWord.layers));
      rows.push({ ...counts, levels, ...this.rangeOf(index) });
    }
    yield* this.softmax();
    const grid = yield* this.grid();
    return {
      rows: [...rows.slice(0, last), grid, rows[last]!],
      trainCorrect: wasm.countHitsOf(map.allHits, map.flags, 0, n),
      testCorrect: wasm.countHitsOf(map.allHits, map.flags, 1, n),
      testLoss: wasm.sumLossesOf(map.allLosses, map.flags, n) / this.tests,
    };
  }

  /** The packed code vectors of all rows of a measurement, (samples, words). */
  *codes(isTrained: boolean): Generator<number, Int32Array[], void> {
    this.begin(isTrained);
    const { data, spec } = this.place;
    const rows: Int32Array[] = [];
    for (const [index, { units }] of spec.layers.entries()) {
      yield* this.measureLayer(index);
      rows.push(this.vectors(index, vectorBytes(units, this.perWord.layers)));
    }
    yield* this.softmax();
    yield* this.grid();
    const grid = this.vectors(spec.layers.length, vectorBytes(data.classes, this.perWord.grid));
    return rows.toSpliced(-1, 0, grid);
  }

  /** A copy of the vectors that were packed last, `size` bytes each. */
  private vectors(parity: number, size: number): Int32Array {
    const { wasm, map, data } = this.place;
    return new Int32Array(wasm.memory.buffer, map.vectors[parity % 2], (data.samples * size) / 4).slice();
  }

  /** Kernels are quantized as after a step, or as before the first. */
  protected begin(isTrained: boolean): void {
    this.mode = isTrained ? measured : measuredBeforeTraining;
  }

  /** (samples, units) of a layer's quantized values; of the output layer the logits, or their softmax. */
  *outputs(isTrained: boolean, layer: number, isSoftmax: boolean): Generator<number, Float32Array, void> {
    this.begin(isTrained);
    const { wasm, map, spec, data } = this.place;
    const { units } = spec.layers[layer]!;
    const out = new Float32Array(data.samples * units);
    const write = (from: number, n: number, rows: number, stride: number): void => {
      for (let j = 0; j < units; j++) {
        const row = new Float32Array(wasm.memory.buffer, rows + j * stride, n);
        for (let s = 0; s < n; s++) out[(from + s) * units + j] = row[s]!;
      }
    };
    const last = spec.layers.length - 1;
    for (let l = 0; l <= layer; l++) {
      yield* this.measureLayer(l, ({ from, n, rows }) => {
        if (l === layer && l < last) write(from, n, map.partQuantized[l % 2]!, rows.stride);
      });
    }
    if (layer === last) {
      if (isSoftmax) yield* this.softmax();
      write(0, data.samples, isSoftmax ? map.allProbabilities : map.allLogits, map.all.stride);
    }
    return out;
  }

  /**
   * A layer over all samples: leaves its code vectors and their hashes. Returns the levels in use.
   *
   * @param packs false where all samples are one part and their vectors of codes are not wanted
   */
  protected *measureLayer(
    layer: number,
    see?: (part: Part) => void,
    packs = true,
  ): Generator<number, number, void> {
    const { wasm, map, spec } = this.place;
    const last = spec.layers.length - 1;
    const { units } = spec.layers[layer]!;
    const record = recordOf(this.place, layer);
    wasm.prepareKernel(record, this.mode);
    const isAtOnce = this.parts.length === 1;
    if (isAtOnce || !this.hasOwnRange(layer)) yield* this.seeExtremes(layer);
    settle(this.place, layer, this.mode);
    let levels = 0;
    this.forgetLevels();
    for (const part of this.parts) {
      const { from, n, rows } = part;
      if (!isAtOnce) yield* this.forward(layer, part);
      if (this.isFloat) this.see(layer, part);
      const isOutput = layer === last;
      const quantized = isOutput ? map.allLogits + 4 * from : map.partQuantized[layer % 2]!;
      const quantizedStride = isOutput ? map.all.stride : rows.stride;
      wasm.codeUnits(record, map.partA, map.partCodes, rows.stride, quantized, quantizedStride, rows.bytes);
      if (this.isFloat) wasm.floatCodes(map.partA, map.partCodes, units * rows.stride);
      else levels = this.markLevels(units, part, 0);
      if (isOutput && !this.isFloat) wasm.subtractSmallest(map.partCodes, units, rows.stride, rows.bytes);
      if (packs) this.pack(layer, units, this.perWord.layers, part);
      see?.(part);
      yield units * n;
    }
    if (this.isFloat) settle(this.place, layer, this.mode); // Now that all are seen, for low and high.
    return levels;
  }

  /** Is the layer's range known before its activations are, or not needed for its codes? */
  private hasOwnRange(layer: number): boolean {
    if (this.isFloat) return true;
    if (this.place.kinds[layer] === 'pooling') return true;
    const { range } = this.place.spec.layers[layer]!;
    return range === 'moving' || range === 'fixed' || (range === 'last' && this.mode === measured);
  }

  /** A first pass over all samples, for the layer's smallest and largest activation. */
  private *seeExtremes(layer: number): Generator<number, void, void> {
    for (const part of this.parts) {
      yield* this.forward(layer, part);
      this.see(layer, part);
    }
  }

  /** Widens the layer's extremes by those of a part just computed; with the last part they are those of all. */
  private see(layer: number, { from, n }: Part): void {
    const { wasm, map, data } = this.place;
    if (this.parts.length === 1) return;
    if (from === 0) new Float32Array(wasm.memory.buffer, map.seen, 8).fill(Infinity, 0, 4).fill(-Infinity, 4);
    wasm.widenExtremes(recordOf(this.place, layer), map.seen);
    if (from + n === data.samples) wasm.takeExtremes(recordOf(this.place, layer), map.seen);
  }

  /** Activations of one layer and part, in the rows partA. */
  private *forward(layer: number, part: Part): Generator<number, void, void> {
    const { map } = this.place;
    const x = yield* this.inputOf(layer, part);
    yield* forwardLayer(this.place, layer, x, map.everyone + 4 * part.from, part.n, part.rows, map.partA, 0);
  }

  /** Rows of a layer's input: the task's, those the layer before left, or from its codes. */
  protected *inputOf(layer: number, part: Part): Generator<number, number, void> {
    const { wasm, map, data, spec, view } = this.place;
    const { from, n, rows } = part;
    const { bytes, stride } = rows;
    if (layer === 0) {
      if (!map.partX || this.hasInputs) return map.partX;
      this.hasInputs = this.parts.length === 1; // They stay where they are.
      const order = map.everyone + 4 * from;
      const { starts, entries, values, labels, partX, partLabels, inputs, spread } = map;
      if (inputs !== null)
        wasm.gather(inputs, data.features, labels, order, n, bytes, stride, partX, partLabels);
      else {
        wasm.gatherSparse(
          starts,
          entries,
          values,
          data.features,
          labels,
          order,
          n,
          bytes,
          stride,
          partX,
          partLabels,
          spread,
        );
      }
      yield data.features * n;
      return partX;
    }
    const before = layer - 1;
    const quantized = map.partQuantized[before % 2]!;
    if (this.parts.length === 1) return quantized;
    const record = recordOf(this.place, before);
    const levels = record + levelsAt;
    const { units } = spec.layers[before]!;
    if (this.isFloat || view.getUint32(levels, true) !== constantLevels) {
      const size = vectorBytes(units, this.perWord.layers);
      const vectors = map.vectors[before % 2]! + from * size;
      wasm.unpackRows(levels, vectors, size, units, this.perWord.layers, stride, bytes, quantized);
      yield units * n;
      return quantized;
    }
    return yield* this.computeAgain(before, part);
  }

  /** Rows of a layer whose one code stands for many values, from the task's inputs on. */
  private *computeAgain(layer: number, part: Part): Generator<number, number, void> {
    const { wasm, map } = this.place;
    const { n, rows } = part;
    let x = yield* this.inputOf(0, part);
    for (let l = 0; l <= layer; l++) {
      yield* forwardLayer(this.place, l, x, map.everyone + 4 * part.from, n, rows, map.partA, 0);
      x = map.partQuantized[l % 2]!;
      wasm.quantizeUnits(recordOf(this.place, l), map.partA, x, rows.stride, rows.bytes);
    }
    return x;
  }

  private rangeOf(layer: number): { low: number; high: number } {
    const { view } = this.place;
    const record = recordOf(this.place, layer);
    return { low: view.getFloat32(record + lowAt, true), high: view.getFloat32(record + highAt, true) };
  }

  protected pack(parity: number, units: number, perWord: number, { from, rows }: Part): void {
    const { wasm, map } = this.place;
    const { stride, bytes } = rows;
    const size = vectorBytes(units, perWord);
    const vectors = map.vectors[parity % 2]! + from * size;
    wasm.packRows(map.partCodes, units, perWord, stride, bytes, vectors, size, map.hashes + 4 * from);
  }

  private forgetLevels(): void {
    const { wasm, map, spec } = this.place;
    if (spec.bits === 'float') return;
    new Uint8Array(wasm.memory.buffer, map.used, (1 << spec.bits) + 16).fill(0);
  }

  /** Different codes so far, of which there can be 2^bits and `more`. */
  private markLevels(units: number, { n, rows }: Part, more: number): number {
    const { wasm, map, spec } = this.place;
    if (spec.bits === 'float') return 0;
    return wasm.levelsInUse(map.partCodes, units, rows.stride, n, map.used, (1 << spec.bits) + more);
  }

  /** Counts the code vectors of the chosen samples, `size` bytes each. */
  protected *count(
    parity: number,
    size: number,
    chosen: SampleChoice = 'all',
  ): Generator<number, CodeCounts, void> {
    const { wasm, map, data } = this.place;
    const { samples, classes } = data;
    const { labels, table, slots, firsts, counts, joint, hashes, flags } = map;
    const part = flagOf[chosen];
    const vectors = map.vectors[parity % 2]!;
    let codes = 0;
    for (let from = 0; from < samples; from += countedAtOnce) {
      const to = Math.min(samples, from + countedAtOnce);
      codes = wasm.countVectors(
        vectors,
        size,
        hashes,
        from,
        to,
        labels,
        classes,
        table,
        slots,
        firsts,
        counts,
        joint,
        codes,
        flags,
        part,
      );
      yield to - from;
    }
    return { codes, histogram: this.histogram(counts, codes), joint: this.joint(joint, codes * classes) };
  }

  /** Weighted counts are too large for a table of what they can be, and are few enough without. */
  private joint(byClass: number, length: number): Uint32Array {
    const { wasm, data } = this.place;
    if (!data.noise) return this.histogram(byClass, length);
    return jointHistogram(new Uint32Array(wasm.memory.buffer, byClass, length), data.classes, data.noise);
  }

  private histogram(counts: number, length: number): Uint32Array {
    const { wasm, map } = this.place;
    const pairs = wasm.histogramOf(counts, length, map.histogram, map.pairs);
    return new Uint32Array(wasm.memory.buffer, map.pairs, 2 * pairs).slice();
  }

  protected *softmax(): Generator<number, void, void> {
    const { wasm, map, data } = this.place;
    const { allLogits, allProbabilities, allLosses, allHits, given, all } = map;
    for (const { from, n, rows } of this.parts) {
      const shift = 4 * from;
      wasm.softmaxRows(
        allLogits + shift,
        data.classes,
        all.stride,
        rows.bytes,
        given + shift,
        allProbabilities + shift,
        allLosses + shift,
        allHits + shift,
      );
      yield n;
    }
  }

  /** The output by the study's grid over its own smallest and largest probability. */
  private *grid(): Generator<number, RowCounts, void> {
    const { wasm, map, data, spec } = this.place;
    const row = (k: number): number => map.allProbabilities + k * map.all.stride;
    const extremes = new Float32Array(wasm.memory.buffer, map.seen, 2);
    extremes.set([Infinity, -Infinity]);
    for (let k = 0; k < data.classes; k++) wasm.widen(row(k), data.samples, map.seen);
    const [low = 0, high = 0] = extremes;
    const parity = spec.layers.length;
    let levels = 0;
    this.forgetLevels();
    for (const part of this.parts) {
      const { from, n, rows } = part;
      for (let k = 0; k < data.classes; k++) {
        const codes = map.partCodes + k * rows.stride;
        wasm.gridRow(row(k) + 4 * from, codes, n, low, high - low, gridSteps(spec.bits));
      }
      levels = this.markLevels(data.classes, part, 1);
      this.pack(parity, data.classes, this.perWord.grid, part);
      yield n;
    }
    const counts = yield* this.count(parity, vectorBytes(data.classes, this.perWord.grid));
    return { ...counts, levels, low, high };
  }
}
