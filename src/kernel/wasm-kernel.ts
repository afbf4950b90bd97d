import { finish } from '../core/finish.ts';
import type { CodeCounts } from '../core/information/counting.ts';
import {
  isByteInputs,
  type Inputs,
  type Kernel,
  type KernelBuffers,
  type MeasureResult,
  type NetworkSpec,
  type RowCounts,
  type Samples,
  type StepResult,
} from '../core/kernel.ts';
import { gridSteps } from '../core/information/codes.ts';
import { stepSize } from '../core/network/optimizers.ts';
import { startBuffers } from '../core/network/scalar-kernel.ts';
import type { KernelExports } from './exports.ts';
import { at, highAt, layOut, lowAt, recordBytes, rowsOf, type MemoryMap } from './memory-map.ts';

/** Multiply-adds between two breaths, about a millisecond's worth. */
const tile = 4_000_000;

const train = 0;
const measured = 1;
const measuredBeforeTraining = 2;

/** The fast form of core's ScalarKernel, with equal bits; the sums, rules and rounding are documented there. */
export class WasmKernel implements Kernel {
  readonly name = 'wasm';
  readonly spec: NetworkSpec;
  readonly buffers: KernelBuffers;
  steps = 0;
  private readonly wasm: KernelExports;
  private readonly data: Samples;
  private readonly map: MemoryMap;
  private readonly order: Uint32Array;
  private readonly view: DataView;
  private readonly macsPerSample: number;
  /** Test samples. */
  private readonly tests: number;

  /** Every network has an instance, and so a memory, of its own. */
  constructor(module: WebAssembly.Module, spec: NetworkSpec, data: Samples) {
    this.wasm = new WebAssembly.Instance(module, {
      env: {
        abort: () => {
          throw new Error('The WebAssembly kernel stopped.');
        },
      },
    }).exports as unknown as KernelExports; // Its functions are declared by hand in exports.ts.
    this.spec = spec;
    this.data = data;
    this.map = layOut(this.wasm, spec, data);
    // Views are made after the last allocation: growing memory would detach them.
    const { buffer } = this.wasm.memory;
    const { map } = this;
    this.view = new DataView(buffer);
    const start = startBuffers(spec);
    const floats = (address: number, from: Float32Array): Float32Array => {
      const view = new Float32Array(buffer, address, from.length);
      view.set(from);
      return view;
    };
    this.buffers = {
      parameters: floats(map.parameters, start.parameters),
      gradients: floats(map.gradients, start.gradients),
      moment1: floats(map.moment1, start.moment1),
      moment2: floats(map.moment2, start.moment2),
      ranges: floats(map.ranges, start.ranges),
    };
    this.order = new Uint32Array(buffer, map.order, data.samples);
    this.macsPerSample = spec.layers.reduce((sum, layer) => sum + layer.inputs * layer.units, 0);
    this.tests = data.isTest.reduce((sum, flag) => sum + flag, 0);
    floats(map.inputs, floatsOf(data.inputs));
    new Int32Array(buffer, map.labels, data.samples).set(data.labels);
    new Int32Array(buffer, map.flags, data.samples).set(data.isTest);
    for (let s = 0; s < data.samples; s++) this.order[s] = s;
    const { bytes, stride } = map.all;
    this.wasm.gather(
      map.inputs,
      data.features,
      map.labels,
      map.order,
      data.samples,
      bytes,
      stride,
      map.allX,
      map.codes,
    );
    new Int32Array(buffer, map.labels, bytes / 4).set(new Int32Array(buffer, map.codes, bytes / 4));
  }

  *step(
    order: Uint32Array,
    from: number,
    to: number,
    labels: Uint8Array = this.data.labels,
  ): Generator<number, StepResult, void> {
    const { wasm, map, data, spec } = this;
    const n = to - from;
    this.order.set(order.subarray(from, to));
    const { stride } = map.batch;
    const { bytes } = rowsOf(n);
    wasm.gather(map.inputs, data.features, map.labels, map.order, n, bytes, stride, map.x, map.batchLabels);
    if (labels !== data.labels) this.relabel(labels, n, bytes);
    if (3 * this.macsPerSample * n <= tile) {
      const { layers, batchLabels, probabilities, losses, hits } = map;
      const count = spec.layers.length;
      wasm.forwardBackward(layers, count, stride, n, bytes, batchLabels, probabilities, losses, hits);
    } else yield* this.forwardBackward(n, bytes);
    const loss = wasm.meanLoss(map.losses, n, bytes);
    const correct = wasm.countHits(map.hits, n);
    this.steps++;
    this.update(stepSize(spec, this.steps));
    return { loss, correct };
  }

  *measure(): Generator<number, MeasureResult, void> {
    const { wasm, map, data, spec, view } = this;
    const { samples: n } = data;
    const { bytes, stride } = map.all;
    const { bits } = spec;
    const last = spec.layers.length - 1;
    const perWord = bits === 'float' ? 1 : bits <= 8 ? 4 : 2;
    const rows: RowCounts[] = [];
    for (const index of spec.layers.keys()) {
      const record = yield* this.measureForward(index);
      const low = view.getFloat32(record + lowAt, true);
      const high = view.getFloat32(record + highAt, true);
      const { units } = spec.layers[index]!;
      const levels = this.levelsInUse(units, 0);
      if (index === last && bits !== 'float') wasm.subtractSmallest(map.codes, units, stride, bytes);
      rows.push({ ...this.countRow(units, perWord), levels, low, high });
      yield n;
    }
    const logits = map.allQuantized[last % 2]!;
    wasm.softmaxRows(
      logits,
      data.classes,
      stride,
      bytes,
      map.labels,
      map.allProbabilities,
      map.allLosses,
      map.allHits,
    );
    const grid = this.gridRow();
    return {
      rows: [...rows.slice(0, last), grid, rows[last]!],
      trainCorrect: wasm.countHitsOf(map.allHits, map.flags, 0, n),
      testCorrect: wasm.countHitsOf(map.allHits, map.flags, 1, n),
      testLoss: wasm.sumLossesOf(map.allLosses, map.flags, n) / this.tests,
    };
  }

  outputs(wanted: number | 'logits'): Float32Array {
    const { wasm, map, data, spec } = this;
    const last = spec.layers.length - 1;
    const index = wanted === 'logits' ? last : wanted;
    for (let l = 0; l <= index; l++) finish(this.measureForward(l));
    let rows = map.allQuantized[index % 2]!;
    if (wanted === last) {
      const { bytes, stride } = map.all;
      const { allProbabilities, allLosses, allHits, labels } = map;
      wasm.softmaxRows(rows, data.classes, stride, bytes, labels, allProbabilities, allLosses, allHits);
      rows = allProbabilities;
    }
    const { units } = spec.layers[index]!;
    const out = new Float32Array(data.samples * units);
    for (let j = 0; j < units; j++) {
      const row = new Float32Array(wasm.memory.buffer, rows + j * map.all.stride, data.samples);
      for (let s = 0; s < data.samples; s++) out[s * units + j] = row[s]!;
    }
    return out;
  }

  /** Other classes than the samples' own, in the padding too. */
  private relabel(labels: Uint8Array, n: number, bytes: number): void {
    const row = new Int32Array(this.wasm.memory.buffer, this.map.batchLabels, bytes / 4);
    for (let s = 0; s < row.length; s++) row[s] = labels[this.order[Math.min(s, n - 1)]!]!;
  }

  /** A step's passes in parts, for networks and batches that take long. */
  private *forwardBackward(n: number, bytes: number): Generator<number, void, void> {
    const { wasm, map, spec, data } = this;
    const { stride } = map.batch;
    const record = (l: number): number => map.layers + l * recordBytes;
    const pointer = (l: number, offset: number): number => this.view.getUint32(record(l) + offset, true);
    const last = spec.layers.length - 1;
    for (const [l, { inputs, units }] of spec.layers.entries()) {
      wasm.prepareKernel(record(l), train);
      for (const [from, to] of tiles(units, inputs * n)) {
        wasm.forwardUnits(
          record(l),
          pointer(l, at.x),
          pointer(l, at.a),
          pointer(l, at.dz),
          stride,
          bytes,
          from,
          to,
        );
        yield (to - from) * inputs * n;
      }
      wasm.settleRange(record(l), train);
      wasm.quantizeUnits(record(l), pointer(l, at.a), pointer(l, at.quantized), stride, bytes);
    }
    const { classes } = data;
    const { batchLabels, probabilities, losses, hits } = map;
    wasm.softmaxRows(
      pointer(last, at.quantized),
      classes,
      stride,
      bytes,
      batchLabels,
      probabilities,
      losses,
      hits,
    );
    wasm.softmaxGradientRows(probabilities, classes, stride, n, bytes, batchLabels, pointer(last, at.g));
    for (let l = last; l >= 0; l--) {
      const { inputs, units, quantizedKernel } = spec.layers[l]!;
      wasm.backwardActivation(record(l), n, stride, bytes);
      for (const [from, to] of tiles(inputs, units * n)) {
        wasm.parameterGradients(record(l), stride, bytes, from, to);
        yield (to - from) * units * n;
      }
      if (quantizedKernel && spec.bits !== 'float') wasm.maskKernelGradient(record(l));
      if (l === 0) continue;
      for (const [from, to] of tiles(inputs, units * n)) {
        wasm.inputGradient(record(l), pointer(l - 1, at.g), stride, bytes, from, to);
        yield (to - from) * units * n;
      }
    }
  }

  private update(a: number): void {
    const { wasm, map, spec } = this;
    const { parameters, gradients, moment1, moment2, parameterBytes } = map;
    if (spec.optimizer === 'adam') wasm.adam(parameters, gradients, moment1, moment2, parameterBytes, a);
    else if (spec.optimizer === 'sgd') wasm.descend(parameters, gradients, parameterBytes, a);
    else wasm.descendWithMomentum(parameters, gradients, moment1, parameterBytes, a, spec.momentum);
  }

  /** A layer over all samples, its input being where the layer before left it; leaves codes. Returns its record. */
  private *measureForward(index: number): Generator<number, number, void> {
    const { wasm, map, spec, data } = this;
    const { bytes, stride } = map.all;
    const { inputs, units } = spec.layers[index]!;
    const record = map.layers + index * recordBytes;
    const mode = this.steps > 0 ? measured : measuredBeforeTraining;
    const x = index === 0 ? map.allX : map.allQuantized[(index - 1) % 2]!;
    const quantized = map.allQuantized[index % 2]!;
    wasm.prepareKernel(record, mode);
    for (const [from, to] of tiles(units, inputs * data.samples)) {
      wasm.forwardUnits(record, x, map.allA, 0, stride, bytes, from, to);
      yield (to - from) * inputs * data.samples;
    }
    wasm.settleRange(record, mode);
    wasm.codeUnits(record, map.allA, quantized, map.codes, stride, bytes);
    if (spec.bits === 'float') {
      for (let j = 0; j < units; j++) wasm.floatCodes(map.allA + j * stride, map.codes + j * stride, bytes);
    }
    return record;
  }

  /** Counts the rows in `codes`. */
  private countRow(units: number, perWord: number): CodeCounts {
    const { wasm, map, data } = this;
    const { samples: n, classes } = data;
    const { bytes, stride } = map.all;
    const words = wasm.packRows(map.codes, units, perWord, stride, bytes, map.words, map.hashes);
    const codes = wasm.countVectors(
      map.words,
      words,
      stride,
      map.hashes,
      n,
      map.labels,
      classes,
      map.table,
      map.slots,
      map.firsts,
      map.counts,
      map.joint,
    );
    return {
      codes,
      histogram: this.histogram(map.counts, codes),
      joint: this.histogram(map.joint, codes * classes),
    };
  }

  /** Different codes in `codes`, of which there can be 2^bits and `more`. */
  private levelsInUse(units: number, more: number): number {
    const { wasm, map, data, spec } = this;
    if (spec.bits === 'float') return 0;
    return wasm.levelsInUse(
      map.codes,
      units,
      map.all.stride,
      data.samples,
      map.used,
      (1 << spec.bits) + more,
    );
  }

  private histogram(counts: number, length: number): Uint32Array {
    const { wasm, map } = this;
    const pairs = wasm.histogramOf(counts, length, map.histogram, map.pairs);
    return new Uint32Array(wasm.memory.buffer, map.pairs, 2 * pairs).slice();
  }

  /** The output by the study's grid over its own smallest and largest probability. */
  private gridRow(): RowCounts {
    const { wasm, map, data, spec } = this;
    const { stride } = map.all;
    const row = (k: number): number => map.allProbabilities + k * stride;
    // The scratch of the count pairs holds the two extremes for a moment.
    const extremes = new Float32Array(wasm.memory.buffer, map.pairs, 2);
    extremes.set([Infinity, -Infinity]);
    for (let k = 0; k < data.classes; k++) wasm.widen(row(k), data.samples, map.pairs);
    const [low = 0, high = 0] = extremes;
    for (let k = 0; k < data.classes; k++) {
      wasm.gridRow(row(k), map.codes + k * stride, data.samples, low, high - low, gridSteps(spec.bits));
    }
    const { bits } = spec;
    // The grid has one code more than 2^bits.
    const perWord = bits === 'float' || bits > 15 ? 1 : bits > 7 ? 2 : 4;
    const levels = this.levelsInUse(data.classes, 1);
    return { ...this.countRow(data.classes, perWord), levels, low, high };
  }
}

const floatsOf = (inputs: Inputs): Float32Array =>
  isByteInputs(inputs) ? Float32Array.from(inputs.bytes, (byte) => inputs.values[byte]!) : inputs;

/** Splits units into stretches of about `tile` multiply-adds; even starts suit the tiles of two rows. */
function* tiles(units: number, macsPerUnit: number): Generator<[from: number, to: number], void, void> {
  const size = Math.max(2, Math.floor(tile / macsPerUnit / 2) * 2);
  for (let from = 0; from < units; from += size) yield [from, Math.min(units, from + size)];
}
