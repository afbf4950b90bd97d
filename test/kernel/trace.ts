import fc from 'fast-check';
import { finish } from '../../src/core/finish.ts';
import { gradientStatistics, weightNorms } from '../../src/core/network/gradient-record.ts';
import { activationNames } from '../../src/core/network/activations.ts';
import type { Kernel, Samples } from '../../src/core/kernel.ts';

/** A small generator of its own, so that a failing case prints one number. */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return ((t ^ (t >>> 15)) >>> 0) / 4294967296;
  };
}

export const layerQuantizer = fc.record({
  activation: fc.constantFrom(...activationNames),
  range: fc.constantFrom('batch' as const, 'moving' as const, 'last' as const, 'fixed' as const),
  quantizedKernel: fc.boolean(),
});

export const bitsOfCodes = fc.oneof(fc.integer({ min: 1, max: 16 }), fc.constant('float' as const));

/**
 * Trains two epochs, the first on shuffled labels where `shuffled` are given, with a measurement before, between and
 * after; the gradients of one of both are recorded. Everything seen goes into the list.
 */
export function trace(
  kernel: Kernel,
  data: Samples,
  seed: number,
  shuffled?: Uint8Array,
  recorded: number | null = Math.abs(seed) % 2,
): unknown[] {
  const { batch, layers } = kernel.spec;
  const next = random(seed + 1);
  for (let i = 0; i < kernel.buffers.parameters.length; i++) {
    // Some weights are 0, where a penalty has no slope.
    kernel.buffers.parameters[i] = i % 11 === 3 ? 0 : 2 * next() - 1;
  }
  const seen: unknown[] = [finish(kernel.measure())];
  for (let epoch = 0; epoch < 2; epoch++) {
    if (epoch === recorded) kernel.gradientRecord.begin();
    const order = Uint32Array.from({ length: data.samples }, (_, s) => (s * 7 + epoch) % data.samples);
    for (let from = 0; from < data.samples; from += batch) {
      const labels = epoch === 0 ? shuffled : undefined;
      seen.push(finish(kernel.step(order, from, Math.min(data.samples, from + batch), labels)));
      // A run ends where a number is no longer finite.
      if (!kernel.buffers.parameters.every(Number.isFinite)) return seen;
    }
    kernel.gradientRecord.end();
    seen.push(finish(kernel.measure()));
    for (const buffer of Object.values(kernel.buffers)) seen.push(bits(buffer as Float32Array));
    seen.push(bits(kernel.outputs('logits')), bits(kernel.outputs(epoch % layers.length)));
  }
  return seen;
}

/** What is recorded of a step's gradients, and what is made of it. */
export function recordOf({ gradientRecord, spec, buffers }: Kernel): unknown[] {
  const { sums, squares, batches } = gradientRecord;
  const norms = weightNorms(buffers.parameters, spec.layers);
  return [[...sums], [...squares], batches, gradientStatistics(gradientRecord, spec.layers), norms];
}

export const penalties = fc.oneof(
  fc.constant({}),
  fc.record({
    penalty: fc.record({
      l1: fc.constantFrom(0, 0.001, 0.3),
      l2: fc.constantFrom(0, 0.0001, 0.07, 10),
    }),
  }),
);

/** Bit patterns, every NaN alike. */
const bits = (values: Float32Array): number[] =>
  [...new Uint32Array(values.slice().buffer)].map((word, i) => (Number.isNaN(values[i]) ? -1 : word));
