import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCodes } from '../../../src/core/information/counting.ts';
import { entropy } from '../../../src/core/information/entropy.ts';
import { informationOfCounts, labelEntropy } from '../../../src/core/information/mutual-information.ts';
import { layerCodes } from '../../../src/core/information/codes.ts';
import { unitsOf } from '../../../src/core/information/binning.ts';
import type { Kernel } from '../../../src/core/kernel.ts';
import { activationNames } from '../../../src/core/network/activations.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { loadKernel } from '../../../src/kernel/load-node.ts';
import { WasmKernel } from '../../../src/kernel/wasm-kernel.ts';
import { finish } from '../../../src/core/finish.ts';
import { random, randomSamples, smallNetwork } from './small-network.ts';

const wasm = loadKernel();
const rounding = 1e-12;

const cases = fc.record({
  hidden: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
  classes: fc.integer({ min: 2, max: 4 }),
  activation: fc.constantFrom(...activationNames),
  range: fc.constantFrom('batch' as const, 'moving' as const, 'last' as const, 'fixed' as const),
  quantizedKernel: fc.boolean(),
  bits: fc.oneof(fc.integer({ min: 1, max: 16 }), fc.constant('float' as const)),
  samples: fc.integer({ min: 1, max: 300 }),
  steps: fc.integer({ min: 0, max: 5 }),
  seed: fc.integer(),
});

describe.each(['scalar', 'wasm'] as const)('what the %s kernel measures of any network', (name) => {
  it('keeps 0 <= I(T;Y) <= min(H(T), H(Y)), and neither H(T) nor I(T;Y) rises from layer to layer', () => {
    fc.assert(
      fc.property(cases, ({ hidden, classes, bits, samples, steps, seed, ...layer }) => {
        const data = randomSamples(samples, 6, classes, seed);
        const batch = Math.min(32, samples);
        const spec = smallNetwork([6, ...hidden, classes], layer, { bits, batch, rate: 0.05, decay: 0.5 });
        const kernel: Kernel =
          name === 'scalar' ? new ScalarKernel(spec, data) : new WasmKernel(wasm, spec, data);
        const next = random(seed + 1);
        kernel.buffers.parameters.forEach((_, i, all) => (all[i] = 3 * next() - 1.5));
        const order = Uint32Array.from({ length: samples }, (_, s) => s);
        for (let step = 0; step < steps; step++) finish(kernel.step(order, 0, batch));

        const hy = labelEntropy(data.labels, classes);
        const hx = entropy(
          countCodes(layerCodes(unitsOf(data.inputs, 6), null), samples, data.labels, classes).histogram,
          samples,
        );
        const rows = finish(kernel.measure()).rows.map((row) => informationOfCounts(row, samples, hy));
        expect(rows).toHaveLength(hidden.length + 2);
        for (const [index, [ixt, ity]] of rows.entries()) {
          // Both rulers of the output are read from the last hidden layer.
          const before = rows[Math.min(index, hidden.length) - 1] ?? [hx, hy];
          expect(ity).toBeGreaterThanOrEqual(-rounding);
          expect(ity).toBeLessThanOrEqual(Math.min(ixt, hy) + rounding);
          expect(ixt).toBeLessThanOrEqual(before[0] + rounding);
          expect(ity).toBeLessThanOrEqual(before[1] + rounding);
        }
      }),
      { numRuns: name === 'scalar' ? 60 : 300 },
    );
  }, 60_000);

  it('is what its outputs show: as many codes as there are different vectors of quantized values', () => {
    fc.assert(
      fc.property(cases, ({ hidden, classes, bits, samples, seed, ...layer }) => {
        const data = randomSamples(samples, 6, classes, seed);
        const spec = smallNetwork([6, ...hidden, classes], layer, { bits, batch: Math.min(32, samples) });
        const kernel: Kernel =
          name === 'scalar' ? new ScalarKernel(spec, data) : new WasmKernel(wasm, spec, data);
        const next = random(seed + 1);
        kernel.buffers.parameters.forEach((_, i, all) => (all[i] = 3 * next() - 1.5));
        const { rows } = finish(kernel.measure());
        for (const [index, units] of hidden.entries()) {
          const codes = layerCodes(unitsOf(kernel.outputs(index), units), null);
          const { histogram, joint } = countCodes(codes, samples, data.labels, classes);
          expect(rows[index]?.histogram).toEqual(histogram);
          expect(rows[index]?.joint).toEqual(joint);
        }
      }),
      { numRuns: name === 'scalar' ? 40 : 150 },
    );
  }, 60_000);
});
