import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/finish.ts';
import { optimizerNames } from '../../src/core/network/optimizers.ts';
import { outputImage } from '../../src/core/network/network-spec.ts';
import { ScalarKernel } from '../../src/core/network/scalar-kernel.ts';
import type { ImageShape, LayerShape, LayerSpec, NetworkSpec, Samples } from '../../src/core/kernel.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { bitsOfCodes, layerQuantizer, penalties, random, recordOf, trace } from './trace.ts';

const module = loadKernel();

/** A hidden layer, of which what does not fit is left out. */
type Wanted = { filters: number; size: number } | { pool: number };

interface Case {
  readonly image: ImageShape;
  /** Convolutions and pooling, then the units of dense layers. */
  readonly front: readonly Wanted[];
  readonly widths: readonly number[];
  readonly classes: number;
  readonly samples: number;
  readonly seed: number;
  /** How many bytes in a hundred are zero, and whether a zero byte stands for zero. */
  readonly zeros: number;
  readonly isZeroZero: boolean;
  readonly isFloatInput: boolean;
  readonly isShuffled: boolean;
  readonly part: number | undefined;
  readonly quantizers: readonly {
    activation: LayerSpec['activation'];
    range: LayerSpec['range'];
    quantizedKernel: boolean;
  }[];
  readonly rest: Omit<NetworkSpec, 'layers' | 'start' | 'momentum' | 'penalty'> & {
    readonly penalized: Pick<NetworkSpec, 'penalty'>;
  };
}

const wanted: fc.Arbitrary<Wanted> = fc.oneof(
  fc.record({ filters: fc.integer({ min: 1, max: 3 }), size: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ pool: fc.integer({ min: 1, max: 3 }) }),
);

const cases: fc.Arbitrary<Case> = fc.record({
  image: fc.record({
    height: fc.integer({ min: 3, max: 9 }),
    width: fc.integer({ min: 3, max: 9 }),
    channels: fc.constantFrom(1, 1, 2),
  }),
  front: fc.oneof(fc.constant([]), fc.array(wanted, { minLength: 1, maxLength: 4 })),
  widths: fc.array(fc.integer({ min: 1, max: 21 }), { maxLength: 3 }),
  classes: fc.integer({ min: 2, max: 10 }),
  samples: fc.integer({ min: 1, max: 90 }),
  seed: fc.integer(),
  zeros: fc.constantFrom(0, 50, 81, 100),
  isZeroZero: fc.constantFrom(true, true, false),
  isFloatInput: fc.constantFrom(false, false, false, true),
  isShuffled: fc.boolean(),
  part: fc.constantFrom(undefined, 32, 64),
  quantizers: fc.array(layerQuantizer, { minLength: 8, maxLength: 8 }),
  rest: fc.record({
    bits: bitsOfCodes,
    decay: fc.constantFrom(0.999, 0.9),
    fixed: fc.constantFrom([-1, 1.5] as const, [-1, 1.5] as const, [0.5, 0.5] as const),
    optimizer: fc.constantFrom(...optimizerNames),
    rate: fc.constantFrom(0.0001, 0.01),
    penalized: penalties,
    batch: fc.integer({ min: 1, max: 50 }),
  }),
});

/** Pooling is never first. */
function specOf({ image, front, widths, classes, quantizers, samples, rest }: Case): NetworkSpec {
  const layers: LayerSpec[] = [];
  let at = image;
  let inputs = image.height * image.width * image.channels;
  const add = (shape: LayerShape, units: number): void => {
    const { activation, ...quantizer } = quantizers[layers.length]!;
    layers.push({
      ...quantizer,
      shape,
      inputs,
      units,
      activation: shape.kind === 'pooling' ? 'linear' : activation,
    });
    inputs = units;
    at = outputImage(shape) ?? at;
  };
  for (const each of front) {
    const size = 'pool' in each ? each.pool : each.size;
    if (size > Math.min(at.height, at.width) || ('pool' in each && layers.length === 0)) continue;
    const shape =
      'pool' in each
        ? ({ kind: 'pooling', image: at, size } as const)
        : ({ kind: 'convolution', image: at, ...each } as const);
    const { height, width, channels } = outputImage(shape);
    add(shape, height * width * channels);
  }
  for (const units of widths) add({ kind: 'dense' }, units);
  add({ kind: 'dense' }, classes);
  layers.push({ ...layers.pop()!, activation: 'softmax' });
  const { penalized, ...plain } = rest;
  const batch = Math.min(rest.batch, samples);
  return { ...plain, ...penalized, batch, start: [-6, 6], momentum: 0.9, layers };
}

function samplesOf({ image, samples, classes, seed, zeros, isZeroZero, isFloatInput }: Case): Samples {
  const next = random(seed);
  const features = image.height * image.width * image.channels;
  const bytes = Uint8Array.from({ length: samples * features }, () =>
    100 * next() < zeros ? 0 : Math.floor(256 * next()),
  );
  const values = Float32Array.from({ length: 256 }, (_, byte) => (byte + (isZeroZero ? 0 : 3)) / 255);
  return {
    samples,
    features,
    classes,
    inputs: isFloatInput ? Float32Array.from(bytes, (byte) => values[byte]!) : { bytes, values },
    labels: Uint8Array.from({ length: samples }, () => Math.floor(next() * classes)),
    isTest: Uint8Array.from({ length: samples }, () => (next() < 0.3 ? 1 : 0)),
  };
}

describe('the WebAssembly kernel, on images', () => {
  it('gives the bits of the scalar kernel for random convolutions, pooling and dense layers on bytes', () => {
    fc.assert(
      fc.property(cases, (each) => {
        const data = samplesOf(each);
        const spec = specOf(each);
        const shuffled = each.isShuffled ? data.labels.slice().reverse() : undefined;
        const scalar = new ScalarKernel(spec, data);
        const seen = trace(scalar, data, each.seed, shuffled);
        const kernel = new WasmKernel(module, spec, data, each.part);
        expect(trace(kernel, data, each.seed, shuffled)).toEqual(seen);
        expect(recordOf(kernel)).toEqual(recordOf(scalar));
      }),
      { numRuns: 250 },
    );
  }, 240_000);

  it("gives them for the study's networks on more images than are measured at once", () => {
    const image = { height: 28, width: 28, channels: 1 };
    const relu = { activation: 'relu', range: 'moving', quantizedKernel: true } as const;
    const each: Omit<Case, 'front' | 'widths'> = {
      image,
      classes: 10,
      samples: 4500,
      seed: 1,
      zeros: 81,
      isZeroZero: true,
      isFloatInput: false,
      isShuffled: false,
      part: undefined,
      quantizers: Array.from({ length: 8 }, () => relu),
      rest: {
        bits: 8,
        decay: 0.999,
        fixed: [-1, 1],
        optimizer: 'adam',
        rate: 0.001,
        batch: 700,
        penalized: {},
      },
    };
    const convolution = { filters: 2, size: 3 };
    const networks: Pick<Case, 'front' | 'widths'>[] = [
      { front: [], widths: [16, 8, 4, 2] },
      { front: [convolution, { pool: 2 }, convolution, { pool: 2 }], widths: [16] },
    ];
    for (const network of networks) {
      const all: Case = { ...each, ...network };
      const data = samplesOf(all);
      const spec = specOf(all);
      const order = Uint32Array.from({ length: data.samples }, (_, s) => (s * 7) % data.samples);
      const [scalar, fast] = [new ScalarKernel(spec, data), new WasmKernel(module, spec, data)].map(
        (kernel) => {
          const next = random(5);
          for (let i = 0; i < kernel.buffers.parameters.length; i++)
            kernel.buffers.parameters[i] = next() - 0.5;
          const step = finish(kernel.step(order, 0, 690));
          return { step, measured: finish(kernel.measure()), parameters: kernel.buffers.parameters.slice() };
        },
      );
      expect(fast).toEqual(scalar);
    }
  }, 120_000);

  it('is not made where there is not enough memory, and says so', () => {
    const spec: NetworkSpec = {
      bits: 8,
      decay: 0.999,
      start: [-6, 6],
      fixed: [-1, 1],
      optimizer: 'adam',
      rate: 0.001,
      momentum: 0.9,
      batch: 100_000_000,
      layers: [
        {
          shape: { kind: 'dense' },
          inputs: 4,
          units: 9,
          activation: 'softmax',
          range: 'moving',
          quantizedKernel: true,
        },
      ],
    };
    const data: Samples = {
      samples: 2,
      features: 4,
      classes: 9,
      inputs: new Float32Array(8),
      labels: new Uint8Array(2),
      isTest: new Uint8Array(2),
    };
    expect(() => new WasmKernel(module, spec, data)).toThrow(/need \d+ MB of memory/);
  });
});
