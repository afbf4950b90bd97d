import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/core/finish.ts';
import { unitsOf } from '../../../src/core/information/binning.ts';
import { layerCodes } from '../../../src/core/information/codes.ts';
import { countCodes } from '../../../src/core/information/counting.ts';
import { entropy } from '../../../src/core/information/entropy.ts';
import { informationOfCounts, labelEntropy } from '../../../src/core/information/mutual-information.ts';
import type { Kernel } from '../../../src/core/kernel.ts';
import { activationNames } from '../../../src/core/network/activations.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { loadKernel } from '../../../src/kernel/load-node.ts';
import { WasmKernel } from '../../../src/kernel/wasm-kernel.ts';
import { imageNetwork, type ImageLayer } from './image-network.ts';
import { random, randomSamples } from './small-network.ts';

const wasm = loadKernel();
const rounding = 1e-12;
const image = { height: 6, width: 5, channels: 2 };
const features = 60;

const convolution = fc.record({
  filters: fc.integer({ min: 1, max: 3 }),
  size: fc.integer({ min: 1, max: 2 }),
});
const cases = fc.record({
  net: fc
    .tuple(
      convolution,
      fc.constantFrom<ImageLayer[]>([], [{ pool: 2 }], [{ filters: 2, size: 2 }], [{ pool: 2 }, { pool: 2 }]),
      fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
    )
    .map(([first, more, dense]): ImageLayer[] => [first, ...more, ...dense]),
  activation: fc.constantFrom(...activationNames),
  range: fc.constantFrom('batch' as const, 'moving' as const, 'last' as const, 'fixed' as const),
  quantizedKernel: fc.boolean(),
  bits: fc.oneof(fc.integer({ min: 1, max: 16 }), fc.constant('float' as const)),
  samples: fc.integer({ min: 1, max: 120 }),
  steps: fc.integer({ min: 0, max: 3 }),
  seed: fc.integer(),
});

describe.each(['scalar', 'wasm'] as const)('what the %s kernel measures of any network on images', (name) => {
  it('keeps the invariants from layer to layer, and counts what its outputs show', () => {
    fc.assert(
      fc.property(cases, ({ net, bits, samples, steps, seed, ...layer }) => {
        const data = randomSamples(samples, features, 3, seed);
        const batch = Math.min(32, samples);
        const spec = imageNetwork(image, net, 3, layer, { bits, batch, rate: 0.05, decay: 0.5 });
        const kernel: Kernel =
          name === 'scalar' ? new ScalarKernel(spec, data) : new WasmKernel(wasm, spec, data);
        const next = random(seed + 1);
        kernel.buffers.parameters.forEach((_, i, all) => (all[i] = 2 * next() - 1));
        const order = Uint32Array.from({ length: samples }, (_, s) => s);
        for (let step = 0; step < steps; step++) finish(kernel.step(order, 0, batch));

        const hy = labelEntropy(data.labels, 3);
        const inputs = countCodes(layerCodes(unitsOf(data.inputs, features), null), samples, data.labels, 3);
        const { rows } = finish(kernel.measure());
        const information = rows.map((row) => informationOfCounts(row, samples, hy));
        for (const [index, [ixt, ity]] of information.entries()) {
          // Both rulers of the output are read from the last hidden layer.
          const before = information[Math.min(index, net.length) - 1] ?? [
            entropy(inputs.histogram, samples),
            hy,
          ];
          expect(ity).toBeGreaterThanOrEqual(-rounding);
          expect(ity).toBeLessThanOrEqual(Math.min(ixt, hy) + rounding);
          expect(ixt).toBeLessThanOrEqual(before[0] + rounding);
          expect(ity).toBeLessThanOrEqual(before[1] + rounding);
        }
        for (const index of net.keys()) {
          const { units } = spec.layers[index]!;
          const shown = unitsOf(kernel.outputs(index), units);
          const { histogram, joint } = countCodes(layerCodes(shown, null), samples, data.labels, 3);
          expect(rows[index]?.histogram).toEqual(histogram);
          expect(rows[index]?.joint).toEqual(joint);
          const levels = bits === 'float' ? 0 : new Set(shown.map((v) => v + 0)).size;
          expect(rows[index]?.levels).toBe(levels);
        }
      }),
      { numRuns: name === 'scalar' ? 60 : 120 },
    );
  }, 60_000);
});
