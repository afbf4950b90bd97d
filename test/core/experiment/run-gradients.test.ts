import { describe, expect, it } from 'vitest';
import { Run, type KernelFactory, type Measurement } from '../../../src/core/experiment/run.ts';
import { parameterPlaces, type StepResult } from '../../../src/core/kernel.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { makeTask } from '../../../src/core/tasks/make-task.ts';
import { loadKernel } from '../../../src/kernel/load-node.ts';
import { WasmKernel } from '../../../src/kernel/wasm-kernel.ts';
import { fromQueryStrict } from '../../../src/share/link.ts';

const module = loadKernel();
const wasm: KernelFactory = (spec, samples) => new WasmKernel(module, spec, samples);
const scalar: KernelFactory = (spec, samples) => new ScalarKernel(spec, samples);

const begin = (query: string, factory: KernelFactory): Run => {
  const experiment = fromQueryStrict(query);
  return new Run(experiment, makeTask(experiment.task)!, factory);
};

const measurements = (run: Run): Measurement[] =>
  [...run].filter((step): step is Measurement => typeof step !== 'number');

/** Keeps the gradients of every step. */
class Watched extends ScalarKernel {
  readonly seen: Float32Array[] = [];

  override *step(
    order: Uint32Array,
    from: number,
    to: number,
    labels?: Uint8Array,
  ): Generator<number, StepResult, void> {
    const result = yield* super.step(order, from, to, labels);
    this.seen.push(this.buffers.gradients.slice());
    return result;
  }
}

const norm = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0));

describe('what a run says of its gradients', () => {
  it('is of the batches of the epoch that a measurement ends, shuffled labels or true ones', () => {
    let kernel: Watched | null = null;
    const query = 'task=parity-6&net=5-4&epochs=4&prefit=3&every=2&batch=16';
    const run = begin(query, (spec, samples) => (kernel = new Watched(spec, samples)));
    const seen = measurements(run);
    const { seen: gradients, spec } = kernel!;
    // 51 training samples: batches of 16, 16, 16 and 3.
    expect(gradients).toHaveLength(4 * 7);
    expect(seen.map(({ columns }) => columns.epoch[0])).toEqual([0, 1, 3, 4, 6, 7]);
    for (const { columns, checkpoint } of seen) {
      const epoch = columns.epoch[0]!;
      const batches = gradients.slice(4 * (epoch - 1), 4 * epoch);
      for (const [layer, { kernel: from, bias: to }] of parameterPlaces(spec.layers).entries()) {
        expect(columns.weightNorm[layer]).toBe(norm([...checkpoint.subarray(from, to)]));
        if (epoch === 0) {
          expect(columns.gradientMean[layer]).toBeNaN();
          expect(columns.gradientDeviation[layer]).toBeNaN();
          continue;
        }
        const weights = Array.from({ length: to - from }, (_, i) => batches.map((g) => g[from + i]!));
        const means = weights.map((values) => values.reduce((sum, g) => sum + g, 0) / 4);
        const deviations = weights.map((values, i) => norm(values.map((g) => g - means[i]!)) / 2);
        expect(columns.gradientMean[layer]! / norm(means)).toBeCloseTo(1, 9);
        expect(columns.gradientDeviation[layer]! / norm(deviations)).toBeCloseTo(1, 9);
      }
    }
  });

  it('has no deviation where an epoch is one batch', () => {
    const [, first] = measurements(begin('task=parity-4&net=3&epochs=1&batch=full', wasm));
    expect([...first!.columns.gradientDeviation]).toEqual([NaN, NaN]);
    expect(first!.columns.gradientMean.every((mean) => mean > 0)).toBe(true);
  });

  it.each([
    'task=parity-7&net=6-3&epochs=5&every=2&batch=20',
    'task=circle&act=relu&net=7-5-2&epochs=2&l1=0.001&l2=0.01',
    'task=majority-6&bits=float&epochs=3&batch=10&opt=sgd&lr=0.1&l2=0.002',
  ])('has the same bits from both kernels: %s', (query) => {
    const [fast, slow] = [wasm, scalar].map((factory) =>
      measurements(begin(query, factory)).map(({ columns }) => columns),
    );
    expect(fast).toEqual(slow);
  });
});
