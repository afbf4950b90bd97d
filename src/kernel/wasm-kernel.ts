import { finish } from '../core/finish.ts';
import type { CodeCounts } from '../core/information/counting.ts';
import type { SumPairs } from '../core/information/kernel-density.ts';
import type { Rows } from '../core/information/partition.ts';
import type { Ruler } from '../core/information/ruler.ts';
import type { Shared } from '../core/information/shared-edges.ts';
import {
  isByteInputs,
  parameterPlaces,
  type Kernel,
  type KernelBuffers,
  type MeasureResult,
  type NetworkSpec,
  type Samples,
  type StepResult,
} from '../core/kernel.ts';
import type { Range } from '../core/quantization/layer-quantization.ts';
import { GradientRecord } from '../core/network/gradient-record.ts';
import { stepSize } from '../core/network/optimizers.ts';
import type { Penalty } from '../core/network/penalty.ts';
import { startBuffers } from '../core/network/scalar-kernel.ts';
import { Density } from './density.ts';
import type { KernelExports } from './exports.ts';
import { forwardBackward, tile, workplace, type Workplace } from './layer-passes.ts';
import { Measuring } from './measuring.ts';
import { Rereading } from './rereading.ts';
import { layOut, rowsOf, type MemoryMap } from './memory-map.ts';
import { sparseInputs } from './sparse-inputs.ts';

/** The fast form of core's ScalarKernel, with equal bits; the sums, rules and rounding are documented there. */
export class WasmKernel implements Kernel {
  readonly name = 'wasm';
  readonly spec: NetworkSpec;
  readonly buffers: KernelBuffers;
  readonly gradientRecord: GradientRecord;
  steps = 0;
  private readonly wasm: KernelExports;
  private readonly data: Samples;
  private readonly map: MemoryMap;
  private readonly order: Uint32Array;
  private readonly place: Workplace;
  private readonly measuring: Measuring;
  private readonly macsPerSample: number;
  readonly sumPairs?: SumPairs;
  private readonly rereading: Rereading | null;
  /** Dense layers alone, on float inputs. */
  private readonly isDense: boolean;

  /**
   * Every network has an instance, and so a memory, of its own.
   *
   * @param part samples measured at once, a multiple of 32; chosen by their number if left out
   * @param rereads is it to read outputs by other rulers too? That takes more memory.
   * @throws RangeError if there is not enough memory
   */
  constructor(module: WebAssembly.Module, spec: NetworkSpec, data: Samples, part?: number, rereads = false) {
    this.wasm = new WebAssembly.Instance(module, {
      env: {
        abort: () => {
          throw new Error('The WebAssembly kernel stopped.');
        },
      },
    }).exports as unknown as KernelExports; // Its functions are declared by hand in exports.ts.
    this.spec = spec;
    this.data = data;
    const { inputs, samples, features } = data;
    const sparse = isByteInputs(inputs) ? sparseInputs(inputs, samples, features) : null;
    const entryCount = sparse?.entries.length ?? 0;
    this.map = layOut(this.wasm, spec, data, entryCount, part, rereads);
    // Views are made after the last allocation: growing memory would detach them.
    const { buffer } = this.wasm.memory;
    const { map } = this;
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
    const size = start.parameters.length;
    this.gradientRecord = new GradientRecord(
      new Float64Array(buffer, map.gradientSums, size),
      new Float64Array(buffer, map.gradientSquares, size),
    );
    this.order = new Uint32Array(buffer, map.order, samples);
    if (sparse) {
      new Uint32Array(buffer, map.starts, samples + 1).set(sparse.starts);
      new Uint32Array(buffer, map.entries, entryCount).set(sparse.entries);
      floats(map.values, sparse.values);
    } else if (!isByteInputs(inputs) && map.inputs !== null) floats(map.inputs, inputs);
    this.putLabels(data.labels, map.labels);
    if (data.given) this.putLabels(data.given, map.given);
    new Int32Array(buffer, map.flags, samples).set(data.isTest);
    const everyone = new Uint32Array(buffer, map.everyone, samples);
    for (let s = 0; s < samples; s++) everyone[s] = s;
    this.place = workplace(this.wasm, map, spec, data, entryCount);
    this.measuring = new Measuring(this.place);
    this.rereading = rereads ? new Rereading(this.place) : null;
    if (rereads) {
      let density: Density | null = null;
      this.sumPairs = (pairs) => (density ??= new Density(module)).addPairs(pairs);
    }
    this.macsPerSample = this.place.macs.reduce((sum, macs) => sum + macs, 0);
    this.isDense = this.place.kinds.every((kind) => kind === 'dense');
  }

  *step(
    order: Uint32Array,
    from: number,
    to: number,
    labels?: Uint8Array,
  ): Generator<number, StepResult, void> {
    const { wasm, map, spec } = this;
    const n = to - from;
    this.order.set(order.subarray(from, to));
    const { bytes } = rowsOf(n);
    this.gather(n, bytes);
    if (labels) this.relabel(labels, n, bytes);
    if (this.isDense && 3 * this.macsPerSample * n <= tile) {
      const { layers, batch, batchLabels, probabilities, losses, hits } = map;
      const count = spec.layers.length;
      wasm.forwardBackward(layers, count, batch.stride, n, bytes, batchLabels, probabilities, losses, hits);
    } else yield* forwardBackward(this.place, n, bytes);
    const loss = wasm.meanLoss(map.losses, n, bytes);
    const correct = wasm.countHits(map.hits, n);
    this.steps++;
    if (this.gradientRecord.isOn) this.record();
    if (spec.penalty) this.penalize(spec.penalty);
    this.update(stepSize(spec, this.steps));
    return { loss, correct };
  }

  measure(): Generator<number, MeasureResult, void> {
    return this.measuring.measure(this.steps > 0);
  }

  codes(): Generator<number, readonly Rows[], void> {
    return this.measuring.codes(this.steps > 0);
  }

  outputs(wanted: number | 'logits'): Float32Array {
    return finish(this.outputsInParts(wanted));
  }

  outputsInParts(wanted: number | 'logits'): Generator<number, Float32Array, void> {
    const last = this.spec.layers.length - 1;
    const layer = wanted === 'logits' ? last : wanted;
    return this.measuring.outputs(this.steps > 0, layer, wanted === last);
  }

  *read(ruler: Ruler, shared: Shared): Generator<number, readonly (readonly CodeCounts[])[] | null, void> {
    return this.rereading && (yield* this.rereading.read(this.steps > 0, ruler, shared));
  }

  *reach(): Generator<number, Range | null, void> {
    return this.rereading && (yield* this.rereading.reach(this.steps > 0));
  }

  /** Labels of all samples, the last one's in the padding too. */
  private putLabels(labels: Uint8Array, address: number): void {
    const place = new Int32Array(this.wasm.memory.buffer, address, this.map.all.bytes / 4);
    place.set(labels);
    place.fill(labels.at(-1)!, labels.length);
  }

  /** Inputs and labels of the batch at `order`; a sparse first layer needs no rows of inputs. */
  private gather(n: number, bytes: number): void {
    const { wasm, map, data } = this;
    const { inputs, starts, entries, values, given, order, batchLabels, x, spread } = map;
    const { stride } = map.batch;
    if (inputs === null) {
      wasm.gatherSparse(
        starts,
        entries,
        values,
        data.features,
        given,
        order,
        n,
        bytes,
        stride,
        x,
        batchLabels,
        spread,
      );
    } else wasm.gather(inputs, data.features, given, order, n, bytes, stride, x, batchLabels);
  }

  /** Other classes than the samples' own, in the padding too. */
  private relabel(labels: Uint8Array, n: number, bytes: number): void {
    const row = new Int32Array(this.wasm.memory.buffer, this.map.batchLabels, bytes / 4);
    for (let s = 0; s < row.length; s++) row[s] = labels[this.order[Math.min(s, n - 1)]!]!;
  }

  private record(): void {
    const { gradients, gradientSums, gradientSquares, parameterBytes } = this.map;
    this.wasm.addGradients(gradients, gradientSums, gradientSquares, parameterBytes);
    this.gradientRecord.batches++;
  }

  private penalize({ l1, l2 }: Penalty): void {
    const { wasm, map, spec } = this;
    for (const { kernel, bias } of parameterPlaces(spec.layers)) {
      const [w, g] = [map.parameters + 4 * kernel, map.gradients + 4 * kernel];
      wasm.addPenalty(w, g, 4 * (bias - kernel), l1, 2 * Math.fround(l2));
    }
  }

  private update(a: number): void {
    const { wasm, map, spec } = this;
    const { parameters, gradients, moment1, moment2, parameterBytes } = map;
    if (spec.optimizer === 'adam') wasm.adam(parameters, gradients, moment1, moment2, parameterBytes, a);
    else if (spec.optimizer === 'sgd') wasm.descend(parameters, gradients, parameterBytes, a);
    else wasm.descendWithMomentum(parameters, gradients, moment1, parameterBytes, a, spec.momentum);
  }
}
