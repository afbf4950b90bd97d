import { layerCodes } from '../information/codes.ts';
import {
  isByteInputs,
  parameterPlaces,
  type KernelBuffers,
  type LayerSpec,
  type NetworkSpec,
  type Samples,
} from '../kernel.ts';
import type { Levels } from '../quantization/fake-quantization.ts';
import {
  extremes,
  isRangeSeen,
  joined,
  layerLevels,
  nextRange,
  quantizeAll,
  type PassMode,
  type Range,
} from '../quantization/layer-quantization.ts';
import { withZero } from '../quantization/moving-range.ts';
import { forwardLayer, isTrained } from './layers.ts';
import { maxPool } from './pooling.ts';

/** Numbers of the widest layer's activations that are held at once. */
const chunkSize = 1 << 18;

/** Activations that are kept from finding a range, so that its layer is not computed again: 128 MB. */
const mostKept = 1 << 25;

/** What is known of the chunk that was read last; a layer's entries come as they are asked for. */
interface Chunk {
  readonly number: number;
  readonly samples: Uint32Array;
  readonly activations: Float32Array[];
  readonly outputs: Float32Array[];
  readonly codes: Int32Array[];
}

/**
 * A network's layers over many samples, in chunks, so that 70,000 images take no gigabytes: a sample's results do not
 * depend on its chunk. Changes nothing of the network.
 *
 * Layer after layer has a range before the next is read (`settle`). Where it comes from the samples themselves, all
 * of them pass through the layers up to this one for it; what fits into memory is kept of that.
 */
export class ForwardPass {
  /** How many chunks the samples come in. */
  readonly chunks: number;
  /** Of each layer; of pooling those of the layer before. In a float network there are none. */
  readonly ranges: Range[] = [];
  readonly levels: (Levels | null)[] = [];
  private readonly spec: NetworkSpec;
  private readonly oldRanges: Float32Array;
  private readonly data: Samples;
  private readonly members: Uint32Array;
  private readonly perChunk: number;
  private readonly mode: Exclude<PassMode, 'train'>;
  private readonly parameters: { readonly kernel: Float32Array; readonly bias: Float32Array }[];
  private chunk: Chunk | null = null;
  /** Activations of whole layers by chunk. */
  private readonly kept = new Map<number, Float32Array[]>();
  private keptSize = 0;

  /**
   * @param members the samples to read, in order; null: all
   * @param perChunk samples of a chunk; nothing depends on it but time and memory
   */
  constructor(
    network: { readonly spec: NetworkSpec; readonly buffers: KernelBuffers },
    data: Samples,
    members: Uint32Array | null,
    mode: Exclude<PassMode, 'train'>,
    perChunk?: number,
  ) {
    this.spec = network.spec;
    this.data = data;
    this.members = members ?? Uint32Array.from({ length: data.samples }, (_, sample) => sample);
    this.mode = mode;
    const widest = Math.max(data.features, ...this.spec.layers.map(({ units }) => units));
    this.perChunk = perChunk ?? Math.max(64, Math.floor(chunkSize / widest));
    this.chunks = Math.ceil(this.members.length / this.perChunk);
    const { parameters, ranges } = network.buffers;
    this.oldRanges = ranges;
    this.parameters = parameterPlaces(this.spec.layers).map(({ kernel, bias, end }, index) => {
      const own = parameters.subarray(kernel, bias);
      const { quantizedKernel } = this.spec.layers[index]!;
      // Measured with the range of the last training step, on the weights after it.
      const range: Range =
        mode === 'measure' ? [ranges[4 * index]!, ranges[4 * index + 1]!] : withZero(...extremes(own));
      const levels = quantizedKernel ? layerLevels(range, this.spec.bits) : null;
      return { kernel: quantizeAll(own, levels), bias: parameters.subarray(bias, end) };
    });
  }

  /** The first sample of a chunk, among those to read, and how many there are. */
  part(chunk: number): { readonly from: number; readonly n: number } {
    const from = chunk * this.perChunk;
    return { from, n: Math.min(this.perChunk, this.members.length - from) };
  }

  /** Finds the ranges of all layers; to be done before anything else. */
  *settle(): Generator<number, void, void> {
    const { spec, mode } = this;
    for (const [index, layer] of spec.layers.entries()) {
      const old: Range = [this.oldRanges[4 * index + 2]!, this.oldRanges[4 * index + 3]!];
      if (spec.bits === 'float') this.ranges.push([0, 0]);
      else if (!isTrained(layer)) this.ranges.push(this.ranges[index - 1] ?? old);
      else {
        const seen = isRangeSeen(layer, mode) ? yield* this.extremesOf(index) : old;
        this.ranges.push(nextRange(layer, spec, old, seen, mode));
      }
      this.levels.push(layerLevels(this.ranges[index]!, spec.bits));
    }
  }

  /** Smallest and largest activation of a layer over all samples, before quantization. */
  private *extremesOf(layer: number): Generator<number, Range, void> {
    let seen: Range = [Infinity, -Infinity];
    const all: Float32Array[] = [];
    const size = this.layer(layer).units * this.members.length;
    const isKept = this.keptSize + size <= mostKept;
    for (let chunk = 0; chunk < this.chunks; chunk++) {
      const a = yield* this.activations(layer, chunk);
      seen = joined(seen, extremes(a));
      if (isKept) all.push(a);
    }
    if (isKept) {
      this.kept.set(layer, all);
      this.keptSize += size;
    }
    return seen;
  }

  /** A layer's activations before quantization, of the output layer its logits: (units, n). */
  private *activations(layer: number, chunk: number): Generator<number, Float32Array, void> {
    const known = this.open(chunk);
    const found = known.activations[layer] ?? this.kept.get(layer)?.[chunk];
    if (found) return found;
    const spec = this.layer(layer);
    if (!isTrained(spec)) return yield* this.outputs(layer, chunk);
    const n = known.samples.length;
    const x = yield* this.inputOf(layer, chunk);
    const a = new Float32Array(spec.units * n);
    const { kernel, bias } = this.parameters[layer]!;
    yield* forwardLayer(spec, kernel, bias, x, n, a, null);
    return (known.activations[layer] = a);
  }

  /** A layer's quantized activations, of the output layer its logits: (units, n). */
  *outputs(layer: number, chunk: number): Generator<number, Float32Array, void> {
    const known = this.open(chunk);
    const found = known.outputs[layer];
    if (found) return found;
    const { shape } = this.layer(layer);
    const x =
      shape.kind === 'pooling'
        ? maxPool(shape, yield* this.inputOf(layer, chunk), known.samples.length)
        : quantizeAll(yield* this.activations(layer, chunk), this.levels[layer]!);
    yield x.length;
    return (known.outputs[layer] = x);
  }

  /** A layer's codes; pooled ones are the maxima of the codes, of a float network the bits of its outputs: (units, n). */
  *codes(layer: number, chunk: number): Generator<number, Int32Array, void> {
    const known = this.open(chunk);
    const found = known.codes[layer];
    if (found) return found;
    const { shape } = this.layer(layer);
    const isPooled = shape.kind === 'pooling' && this.spec.bits !== 'float' && layer > 0;
    const codes = isPooled
      ? maxPool(shape, yield* this.codes(layer - 1, chunk), known.samples.length)
      : layerCodes(yield* this.activations(layer, chunk), this.levels[layer]!);
    yield codes.length;
    return (known.codes[layer] = codes);
  }

  private *inputOf(layer: number, chunk: number): Generator<number, Float32Array, void> {
    if (layer > 0) return yield* this.outputs(layer - 1, chunk);
    return gather(this.data, this.open(chunk).samples);
  }

  private open(number: number): Chunk {
    if (this.chunk?.number === number) return this.chunk;
    const { from, n } = this.part(number);
    const samples = this.members.subarray(from, from + n);
    return (this.chunk = { number, samples, activations: [], outputs: [], codes: [] });
  }

  private layer(index: number): LayerSpec {
    const layer = this.spec.layers[index];
    if (!layer) throw new RangeError(`ForwardPass: there is no layer ${index}`);
    return layer;
  }
}

/** Inputs (features, n) of some samples. */
export function gather({ features, inputs }: Samples, samples: Uint32Array): Float32Array {
  const n = samples.length;
  const x = new Float32Array(features * n);
  const { bytes, values } = isByteInputs(inputs) ? inputs : { bytes: null, values: inputs };
  for (let s = 0; s < n; s++) {
    const from = samples[s]! * features;
    for (let i = 0; i < features; i++) x[i * n + s] = values[bytes ? bytes[from + i]! : from + i]!;
  }
  return x;
}

/**
 * With `start` = `data`: sets the moving ranges to [min(0, smallest), max(0, largest)] of their layer's activations over
 * the training samples, layer after layer, each with its own range before the next, kernels at their own. To be done
 * once, after the kernels are drawn and before the first step; the same for every kind of kernel. Layers of other range
 * rules keep what they start with, and pass on what `measure` would make of the training samples.
 */
export function* calibrate(
  { spec, buffers }: { readonly spec: NetworkSpec; readonly buffers: KernelBuffers },
  data: Samples,
  train: Uint32Array,
): Generator<number, void, void> {
  if (spec.start !== 'data' || spec.bits === 'float') return;
  const pass = new ForwardPass({ spec, buffers }, data, train, 'calibrate');
  yield* pass.settle();
  for (const [index, { range, shape }] of spec.layers.entries()) {
    const before = 4 * (index - 1) + 2;
    if (shape.kind === 'pooling') buffers.ranges.copyWithin(4 * index + 2, before, before + 2);
    else if (range === 'moving') buffers.ranges.set(pass.ranges[index]!, 4 * index + 2);
  }
}
