import { finish } from '../finish.ts';
import { countCodesInParts } from '../information/counting.ts';
import { gridCodes, layerCodes, outputCodes } from '../information/codes.ts';
import {
  parameterPlaces,
  type Kernel,
  type KernelBuffers,
  type LayerSpec,
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
  layerLevels,
  nextRange,
  quantizeAll,
  startRange,
  type Range,
} from '../quantization/layer-quantization.ts';
import { withZero } from '../quantization/moving-range.ts';
import { forwardDense, inputGradient, parameterGradients } from './dense.ts';
import { stepSize, update } from './optimizers.ts';
import { softmax, softmaxGradient } from './softmax.ts';
import { sumOverSamples } from './sum.ts';

const f32 = Math.fround;

/** One layer's part of a forward pass over n samples; arrays are (units, n), kernels (inputs, units). */
interface LayerPass {
  readonly input: Float32Array;
  readonly kernel: Float32Array;
  readonly kernelLevels: Levels | null;
  readonly a: Float32Array;
  readonly derivative: Float32Array;
  readonly range: Range;
  readonly levels: Levels | null;
  readonly quantized: Float32Array;
}

/** Starting buffers: all parameters zero, ranges as they are before any step. */
export function startBuffers(spec: NetworkSpec): KernelBuffers {
  const size = parameterPlaces(spec.layers).at(-1)?.end ?? 0;
  return {
    parameters: new Float32Array(size),
    gradients: new Float32Array(size),
    moment1: new Float32Array(size),
    moment2: new Float32Array(size),
    ranges: Float32Array.from(spec.layers.flatMap((layer) => [0, 0, ...startRange(layer, spec)])),
  };
}

/**
 * The definition of the arithmetic, written to be read: quantization-aware training of a dense network and the
 * counting of its codes, in float32, one operation at a time (Lorenzen, Igel & Nielsen 2022, appendix; the order of
 * sums is ours: forwardDense, inputGradient, sumOverSamples).
 */
export class ScalarKernel implements Kernel {
  readonly name = 'scalar';
  readonly spec: NetworkSpec;
  readonly buffers: KernelBuffers;
  steps = 0;
  private readonly data: Samples;

  constructor(spec: NetworkSpec, data: Samples) {
    this.spec = spec;
    this.data = data;
    this.buffers = startBuffers(spec);
  }

  *step(order: Uint32Array, from: number, to: number): Generator<number, StepResult, void> {
    const n = to - from;
    const { layers } = this.spec;
    const batch = order.subarray(from, to);
    const labels = Uint8Array.from(batch, (sample) => this.data.labels[sample]!);
    const passesOfStep: LayerPass[] = [];
    let x = this.gather(batch);
    for (const index of layers.keys()) {
      const pass = yield* this.forward(index, x, n, 'train');
      passesOfStep.push(pass);
      x = pass.quantized;
    }
    const { probabilities, losses, correct } = softmax(x, labels, n);
    let g = softmaxGradient(probabilities, labels, n);
    for (let index = layers.length - 1; index >= 0; index--) {
      g = yield* this.backward(index, passesOfStep[index]!, g, n);
    }
    this.steps++;
    update(this.spec, this.buffers, stepSize(this.spec, this.steps));
    const loss = f32(sumOverSamples(n, (s) => losses[s]!) / n);
    return { loss, correct: correct.reduce((sum, hit) => sum + hit, 0) };
  }

  *measure(): Generator<number, MeasureResult, void> {
    const { samples: n, labels, classes, isTest } = this.data;
    const { bits, layers } = this.spec;
    const rows: RowCounts[] = [];
    let x = this.gather(null);
    let logitCodes: Int32Array = new Int32Array();
    let logitRange: Range = [0, 0];
    for (const index of layers.keys()) {
      const pass = yield* this.forward(index, x, n, this.steps > 0 ? 'measure' : 'measure before training');
      const codes = layerCodes(pass.a, pass.levels);
      yield x.length;
      x = pass.quantized;
      if (index < layers.length - 1) {
        const counts = yield* countCodesInParts(codes, n, labels, classes);
        rows.push({ ...counts, low: pass.range[0], high: pass.range[1] });
      } else {
        logitCodes = outputCodes(codes, n, bits);
        logitRange = pass.range;
      }
    }
    const { probabilities, losses, correct } = softmax(x, labels, n);
    const [low, high] = extremes(probabilities);
    const grid = yield* countCodesInParts(gridCodes(probabilities, low, high, bits), n, labels, classes);
    rows.push({ ...grid, low, high });
    const exact = yield* countCodesInParts(logitCodes, n, labels, classes);
    rows.push({ ...exact, low: logitRange[0], high: logitRange[1] });

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

  outputs(wanted: number | 'logits'): Float32Array {
    const { samples: n, labels } = this.data;
    const last = this.spec.layers.length - 1;
    let x = this.gather(null);
    for (let index = 0; index <= (wanted === 'logits' ? last : wanted); index++) {
      x = finish(this.forward(index, x, n, this.steps > 0 ? 'measure' : 'measure before training')).quantized;
    }
    if (wanted === last) x = softmax(x, labels, n).probabilities;
    const units = x.length / n;
    return x.map((_, index) => x[(index % units) * n + Math.floor(index / units)]!);
  }

  /** Inputs (features, n) of a batch, or of all samples. */
  private gather(batch: Uint32Array | null): Float32Array {
    const { features, inputs, samples } = this.data;
    const n = batch ? batch.length : samples;
    const x = new Float32Array(features * n);
    for (let s = 0; s < n; s++) {
      const sample = batch ? batch[s]! : s;
      for (let i = 0; i < features; i++) x[i * n + s] = inputs[sample * features + i]!;
    }
    return x;
  }

  /** A layer's forward pass; in training it also moves the layer's ranges. */
  private *forward(
    index: number,
    input: Float32Array,
    n: number,
    mode: 'train' | 'measure' | 'measure before training',
  ): Generator<number, LayerPass, void> {
    const layer = this.spec.layers[index]!;
    const { kernel: own, bias } = this.parametersOf(index, this.buffers.parameters);
    const ranges = this.buffers.ranges.subarray(4 * index, 4 * index + 4);
    let kernelRange: Range = [ranges[0]!, ranges[1]!];
    // Measured with the range of the last training step, on the weights after it.
    if (mode !== 'measure') kernelRange = withZero(...extremes(own));
    const kernelLevels = layer.quantizedKernel ? layerLevels(kernelRange, this.spec.bits) : null;
    const kernel = quantizeAll(own, kernelLevels);
    const a = new Float32Array(layer.units * n);
    const derivative = new Float32Array(mode === 'train' ? layer.units * n : 0);
    const f = layer.activation === 'softmax' ? 'linear' : layer.activation;
    yield* forwardDense(f, kernel, bias, input, n, a, mode === 'train' ? derivative : null);
    const range = nextRange(layer, this.spec, [ranges[2]!, ranges[3]!], extremes(a), mode);
    if (mode === 'train' && this.spec.bits !== 'float') {
      ranges.set(layer.quantizedKernel ? [...kernelRange, ...range] : [0, 0, ...range]);
    }
    const levels = layerLevels(range, this.spec.bits);
    yield a.length;
    const shown = this.spec.bits === 'float' ? extremes(a) : range;
    return {
      input,
      kernel,
      kernelLevels,
      a,
      derivative,
      range: shown,
      levels,
      quantized: quantizeAll(a, levels),
    };
  }

  /** Writes a layer's gradients and returns the gradient by its input; the first layer needs none. */
  private *backward(
    index: number,
    pass: LayerPass,
    g: Float32Array,
    n: number,
  ): Generator<number, Float32Array<ArrayBuffer>, void> {
    const layer: LayerSpec = this.spec.layers[index]!;
    const dz = gradientThroughQuantizer(layer, pass.levels, pass.range, pass.a, pass.derivative, g, n);
    yield dz.length;
    const { kernel: dKernel, bias: dBias } = this.parametersOf(index, this.buffers.gradients);
    yield* parameterGradients(pass.input, dz, n, dKernel, dBias);
    const { kernelLevels } = pass;
    if (kernelLevels) {
      const { kernel: own } = this.parametersOf(index, this.buffers.parameters);
      for (let i = 0; i < own.length; i++) if (!passes(own[i]!, kernelLevels)) dKernel[i] = 0;
    }
    const dx = new Float32Array(index > 0 ? layer.inputs * n : 0);
    if (index > 0) yield* inputGradient(pass.kernel, dz, n, dx);
    return dx;
  }

  private parametersOf(index: number, all: Float32Array): { kernel: Float32Array; bias: Float32Array } {
    const place = parameterPlaces(this.spec.layers)[index]!;
    return { kernel: all.subarray(place.kernel, place.bias), bias: all.subarray(place.bias, place.end) };
  }
}
