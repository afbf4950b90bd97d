import type { Bits } from '../experiment/experiment.ts';
import { finish } from '../finish.ts';
import { gridCodes, outputCodes } from '../information/codes.ts';
import type { Rows } from '../information/partition.ts';
import { countRowsInParts, differentNumbers } from '../information/row-counting.ts';
import {
  parameterPlaces,
  type Kernel,
  type KernelBuffers,
  type MeasureResult,
  type NetworkSpec,
  type RowCounts,
  type Samples,
  type StepResult,
} from '../kernel.ts';
import { passes, type Levels } from '../quantization/fake-quantization.ts';
import {
  extremes,
  gradientThroughQuantizer,
  joined,
  layerLevels,
  nextRange,
  quantizeAll,
  startRange,
  type Range,
} from '../quantization/layer-quantization.ts';
import { withZero } from '../quantization/moving-range.ts';
import { ForwardPass, gather } from './forward-pass.ts';
import { addGradients, GradientRecord } from './gradient-record.ts';
import { forwardLayer, isTrained, layerGradients, layerInputGradient, type TrainedLayer } from './layers.ts';
import { stepSize, update } from './optimizers.ts';
import { addPenalty } from './penalty.ts';
import { maxPool, poolingInputGradient } from './pooling.ts';
import { softmax, softmaxGradient } from './softmax.ts';
import { sumOverSamples } from './sum.ts';

const f32 = Math.fround;

/** One layer's part of a training step on n samples; arrays are (units, n), kernels as KernelBuffers has them. */
interface LayerPass {
  readonly input: Float32Array;
  readonly kernel: Float32Array;
  readonly kernelLevels: Levels | null;
  readonly a: Float32Array;
  readonly derivative: Float32Array;
  /** Of pooling those of the layer before. */
  readonly range: Range;
  readonly levels: Levels | null;
  readonly quantized: Float32Array;
}

/** One row of a measurement: codes (samples, units), and the range they lie in. */
interface ReadRow {
  readonly codes: Rows;
  range: Range;
}

/** What a measurement reads, before it counts. */
interface Read {
  readonly rows: readonly ReadRow[];
  /** Different codes of the logits; empty where values are float. */
  readonly logitLevels: ReadonlySet<number>;
  /** Cross-entropy in nats, (samples). */
  readonly losses: Float32Array;
  /** 1 where the first largest output is that of the class, (samples). */
  readonly correct: Uint8Array;
}

const none = new Float32Array();

/** Starting buffers: all parameters zero, ranges as they are before any step; pooling has those of the layer before. */
export function startBuffers(spec: NetworkSpec): KernelBuffers {
  const size = parameterPlaces(spec.layers).at(-1)?.end ?? 0;
  const ranges: Range[] = [];
  for (const layer of spec.layers) {
    ranges.push((isTrained(layer) ? undefined : ranges.at(-1)) ?? startRange(layer, spec));
  }
  return {
    parameters: new Float32Array(size),
    gradients: new Float32Array(size),
    moment1: new Float32Array(size),
    moment2: new Float32Array(size),
    ranges: Float32Array.from(ranges.flatMap((range) => [0, 0, ...range])),
  };
}

/**
 * The definition of the arithmetic, written to be read: quantization-aware training of a network and the counting of
 * its codes, in float32, one operation at a time (Lorenzen, Igel & Nielsen 2022, appendix; the order of sums is ours:
 * forwardDense, inputGradient, forwardConvolution and its gradients, sumOverSamples).
 */
export class ScalarKernel implements Kernel {
  readonly name = 'scalar';
  readonly spec: NetworkSpec;
  readonly buffers: KernelBuffers;
  readonly gradientRecord: GradientRecord;
  steps = 0;
  private readonly data: Samples;

  constructor(spec: NetworkSpec, data: Samples) {
    this.spec = spec;
    this.data = data;
    this.buffers = startBuffers(spec);
    const size = this.buffers.parameters.length;
    this.gradientRecord = new GradientRecord(new Float64Array(size), new Float64Array(size));
  }

  *step(
    order: Uint32Array,
    from: number,
    to: number,
    labelsOfAll: Uint8Array = this.data.given ?? this.data.labels,
  ): Generator<number, StepResult, void> {
    const n = to - from;
    const { layers } = this.spec;
    const batch = order.subarray(from, to);
    const labels = Uint8Array.from(batch, (sample) => labelsOfAll[sample]!);
    const passesOfStep: LayerPass[] = [];
    let x = gather(this.data, batch);
    for (const [index, layer] of layers.entries()) {
      const pass = isTrained(layer)
        ? yield* this.forward(index, layer, x, n)
        : this.pool(index, x, n, passesOfStep.at(-1));
      passesOfStep.push(pass);
      x = pass.quantized;
    }
    const { probabilities, losses, correct } = softmax(x, labels, n);
    let g = softmaxGradient(probabilities, labels, n);
    for (let index = layers.length - 1; index >= 0; index--) {
      g = yield* this.backward(index, passesOfStep[index]!, g, n);
    }
    this.steps++;
    const { parameters, gradients } = this.buffers;
    if (this.gradientRecord.isOn) addGradients(this.gradientRecord, gradients);
    if (this.spec.penalty) addPenalty(this.spec.penalty, layers, parameters, gradients);
    update(this.spec, this.buffers, stepSize(this.spec, this.steps));
    const loss = f32(sumOverSamples(n, (s) => losses[s]!) / n);
    return { loss, correct: correct.reduce((sum, hit) => sum + hit, 0) };
  }

  *measure(): Generator<number, MeasureResult, void> {
    const { samples: n, isTest } = this.data;
    const { rows: all, logitLevels, losses, correct } = yield* this.readAll();
    const rows: RowCounts[] = [];
    for (const { codes, range } of all) rows.push(yield* this.count(codes, range));
    // The exact output's codes are differences; its levels in use are those of the logits, as its range is.
    rows.push({ ...rows.pop()!, levels: logitLevels.size });

    let trainCorrect = 0;
    let testCorrect = 0;
    let testLoss = 0;
    let tests = 0;
    for (let s = 0; s < n; s++) {
      if (isTest[s]) {
        testCorrect += correct[s]!;
        testLoss += losses[s]!; // In double.
        tests++;
      } else trainCorrect += correct[s]!;
    }
    return { rows, trainCorrect, testCorrect, testLoss: testLoss / tests };
  }

  *codes(): Generator<number, readonly Rows[], void> {
    const { rows } = yield* this.readAll();
    return rows.map(({ codes }) => codes);
  }

  /** The codes of all rows of a measurement with their ranges, and what the output says of each sample. */
  private *readAll(): Generator<number, Read, void> {
    const { samples: n, classes, given = this.data.labels } = this.data;
    const { bits, layers } = this.spec;
    const pass = yield* this.passOverAll();
    const last = layers.length - 1;
    const read = layers.map(({ units }, index): ReadRow => {
      const range = bits === 'float' ? ([Infinity, -Infinity] as const) : pass.ranges[index]!;
      return { codes: emptyRows(n * units, bits), range };
    });
    const logits = new Float32Array(classes * n);
    const logitLevels = new Set<number>();
    for (let chunk = 0; chunk < pass.chunks; chunk++) {
      const { from, n: size } = pass.part(chunk);
      for (const [index, layer] of read.entries()) {
        const codes = yield* pass.codes(index, chunk);
        putRows(layer.codes, index === last ? outputCodes(codes, size, bits) : codes, from, size);
        const values = yield* pass.outputs(index, chunk);
        if (bits === 'float') layer.range = joined(layer.range, extremes(values));
        if (index < last) continue;
        for (let k = 0; k < classes; k++) {
          logits.set(values.subarray(k * size, (k + 1) * size), k * n + from);
        }
        if (bits !== 'float') for (const code of codes) logitLevels.add(code);
      }
    }
    const { probabilities, losses, correct } = softmax(logits, given, n);
    const range = extremes(probabilities);
    const grid = new Int32Array(n * classes);
    putRows(grid, gridCodes(probabilities, ...range, bits), 0, n);
    return { rows: read.toSpliced(last, 0, { codes: grid, range }), logitLevels, losses, correct };
  }

  outputs(wanted: number | 'logits'): Float32Array {
    return finish(this.outputsInParts(wanted));
  }

  *outputsInParts(wanted: number | 'logits'): Generator<number, Float32Array, void> {
    const { samples: n, labels } = this.data;
    const { layers } = this.spec;
    const last = layers.length - 1;
    const index = wanted === 'logits' ? last : wanted;
    const units = layers[index]!.units;
    const values = new Float32Array(n * units);
    const pass = yield* this.passOverAll();
    for (let chunk = 0; chunk < pass.chunks; chunk++) {
      const { from, n: size } = pass.part(chunk);
      const x = yield* pass.outputs(index, chunk);
      const shown = wanted === last ? softmax(x, labels.subarray(from), size).probabilities : x;
      putRows(values, shown, from, size);
    }
    return values;
  }

  private *passOverAll(): Generator<number, ForwardPass, void> {
    const mode = this.steps > 0 ? 'measure' : 'measure before training';
    const pass = new ForwardPass(this, this.data, null, mode);
    yield* pass.settle();
    return pass;
  }

  /** One row of a measurement. */
  private *count(codes: Rows, [low, high]: Range): Generator<number, RowCounts, void> {
    const { samples, labels, classes, noise } = this.data;
    const levels = this.spec.bits === 'float' ? 0 : differentNumbers(codes);
    return { ...(yield* countRowsInParts(codes, samples, labels, classes, noise)), low, high, levels };
  }

  /** A layer's forward pass in training, which also moves the layer's ranges. */
  private *forward(
    index: number,
    layer: TrainedLayer,
    input: Float32Array,
    n: number,
  ): Generator<number, LayerPass, void> {
    const { bits } = this.spec;
    const { kernel: own, bias } = this.parametersOf(index, this.buffers.parameters);
    const ranges = this.buffers.ranges.subarray(4 * index, 4 * index + 4);
    const kernelRange = withZero(...extremes(own));
    const kernelLevels = layer.quantizedKernel ? layerLevels(kernelRange, bits) : null;
    const kernel = quantizeAll(own, kernelLevels);
    const a = new Float32Array(layer.units * n);
    const derivative = new Float32Array(layer.units * n);
    yield* forwardLayer(layer, kernel, bias, input, n, a, derivative);
    const range = nextRange(layer, this.spec, [ranges[2]!, ranges[3]!], extremes(a), 'train');
    if (bits !== 'float') ranges.set(layer.quantizedKernel ? [...kernelRange, ...range] : [0, 0, ...range]);
    const levels = layerLevels(range, bits);
    yield a.length;
    return { input, kernel, kernelLevels, a, derivative, range, levels, quantized: quantizeAll(a, levels) };
  }

  /** Pooling's forward pass: range and levels stay those of the layer before. */
  private pool(index: number, input: Float32Array, n: number, before: LayerPass | undefined): LayerPass {
    const { shape } = this.spec.layers[index]!;
    const quantized = shape.kind === 'pooling' ? maxPool(shape, input, n) : input;
    const range = before?.range ?? [0, 0];
    if (this.spec.bits !== 'float') this.buffers.ranges.set(range, 4 * index + 2);
    const levels = before?.levels ?? null;
    return {
      input,
      kernel: none,
      kernelLevels: null,
      a: quantized,
      derivative: none,
      range,
      levels,
      quantized,
    };
  }

  /** Writes a layer's gradients and returns the gradient by its input; the first layer needs none. */
  private *backward(
    index: number,
    pass: LayerPass,
    g: Float32Array,
    n: number,
  ): Generator<number, Float32Array, void> {
    const layer = this.spec.layers[index]!;
    if (layer.shape.kind === 'pooling') return poolingInputGradient(layer.shape, pass.input, g, n);
    if (!isTrained(layer)) return g;
    const dz = gradientThroughQuantizer(layer, pass.levels, pass.range, pass.a, pass.derivative, g, n);
    yield dz.length;
    const { kernel: dKernel, bias: dBias } = this.parametersOf(index, this.buffers.gradients);
    yield* layerGradients(layer, pass.input, dz, n, dKernel, dBias);
    const { kernelLevels } = pass;
    if (kernelLevels) {
      const { kernel: own } = this.parametersOf(index, this.buffers.parameters);
      for (let i = 0; i < own.length; i++) if (!passes(own[i]!, kernelLevels)) dKernel[i] = 0;
    }
    const dx = new Float32Array(index > 0 ? layer.inputs * n : 0);
    if (index > 0) yield* layerInputGradient(layer, pass.kernel, dz, n, dx);
    return dx;
  }

  private parametersOf(index: number, all: Float32Array): { kernel: Float32Array; bias: Float32Array } {
    const place = parameterPlaces(this.spec.layers)[index]!;
    return { kernel: all.subarray(place.kernel, place.bias), bias: all.subarray(place.bias, place.end) };
  }
}

/** Room for so many codes. */
function emptyRows(size: number, bits: Bits): Rows {
  if (bits === 'float') return new Int32Array(size);
  return bits > 8 ? new Uint16Array(size) : new Uint8Array(size);
}

/** Writes values (units, n) as rows (n, units), from row number `from` on. */
function putRows(
  rows: Rows | Float32Array,
  values: Int32Array | Float32Array,
  from: number,
  n: number,
): void {
  const units = values.length / n;
  for (let j = 0; j < units; j++) {
    for (let s = 0; s < n; s++) rows[(from + s) * units + j] = values[j * n + s]!;
  }
}
