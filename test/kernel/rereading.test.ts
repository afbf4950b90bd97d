import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/core/finish.ts';
import { densityInParts } from '../../src/core/information/kernel-density.ts';
import { estimate, meanOf } from '../../src/core/information/estimate.ts';
import { labelNoise } from '../../src/core/information/label-noise.ts';
import { informationOfCounts, labelEntropy } from '../../src/core/information/mutual-information.ts';
import { isRuler, parseRuler } from '../../src/core/information/ruler-text.ts';
import { globalEdges } from '../../src/core/information/shared-edges.ts';
import { binOf } from '../../src/core/information/edges.ts';
import type { LayerSpec, NetworkSpec, Samples } from '../../src/core/kernel.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import type { KernelExports } from '../../src/kernel/exports.ts';
import { Density } from '../../src/kernel/density.ts';
import { sorted } from '../../src/kernel/sorted.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { bitsOfCodes, layerQuantizer, random } from './trace.ts';

const module = loadKernel();
const wasm = new WebAssembly.Instance(module, { env: { abort: () => undefined } })
  .exports as unknown as KernelExports; // Declared by hand.

const density = new Density(module);

/** The bins of values by the kernel's two functions. */
function binned(values: Float32Array, edges: Float64Array): { even: number[]; anywhere: number[] } {
  const base = wasm.heapBase();
  wasm.reserve(base + 8 * (values.length + edges.length) + 64);
  const edgesAt = base + 8 * values.length;
  new Float32Array(wasm.memory.buffer, base, values.length).set(values);
  new Float64Array(wasm.memory.buffer, edgesAt, edges.length).set(edges);
  const codes = new Int32Array(wasm.memory.buffer, base + 4 * values.length, values.length);
  wasm.binRow(base, base + 4 * values.length, values.length, edgesAt, edges.length);
  const even = [...codes];
  wasm.searchRow(base, base + 4 * values.length, values.length, edgesAt, edges.length);
  return { even, anywhere: [...codes] };
}

const double = fc.double({ min: -1e3, max: 1e3, noNaN: true });

describe('bins in the kernel', () => {
  it('are those of binOf: how many edges are at most the value', () => {
    const values = fc.array(fc.float({ noDefaultInfinity: false }), { minLength: 1, maxLength: 40 });
    const edges = fc.oneof(
      fc.array(double, { minLength: 1, maxLength: 60 }).map((some) => some.sort((a, b) => a - b)),
      fc
        .record({
          low: double,
          width: fc.double({ min: 1e-9, max: 100, noNaN: true }),
          n: fc.integer({ min: 1, max: 300 }),
        })
        .map(({ low, width, n }) => Array.from({ length: n }, (_, i) => low + (width * i) / n)),
    );
    fc.assert(
      fc.property(values, edges, (some, list) => {
        const ends = Float64Array.from(list);
        // On an edge, and beside it, is where a guess goes wrong.
        const all = Float32Array.from([...some, ...list.slice(0, 40), -Infinity, Infinity, NaN]);
        const expected = [...all].map((v) => binOf(v, ends));
        expect(binned(all, ends)).toEqual({ even: expected, anywhere: expected });
      }),
      { numRuns: 300 },
    );
  });
});

interface Case {
  readonly spec: NetworkSpec;
  readonly samples: number;
  readonly classes: number;
  readonly seed: number;
  readonly part: number | undefined;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 }),
    classes: fc.integer({ min: 2, max: 5 }),
    quantizers: fc.array(layerQuantizer, { minLength: 5, maxLength: 5 }),
    bits: bitsOfCodes,
    samples: fc.integer({ min: 2, max: 150 }),
    seed: fc.integer(),
    part: fc.constantFrom(undefined, 32, 64),
  })
  .map(({ widths, classes, quantizers, bits, ...rest }) => ({
    ...rest,
    classes,
    spec: {
      bits,
      decay: 0.999,
      start: [-6, 6] as const,
      fixed: [-1, 1.5] as const,
      optimizer: 'sgd' as const,
      rate: 0.1,
      momentum: 0.9,
      batch: 1,
      layers: [...widths.slice(1), classes].map((units, index, all): LayerSpec => {
        const { activation, ...quantizer } = quantizers[index]!;
        return {
          ...quantizer,
          shape: { kind: 'dense' },
          inputs: widths[index]!,
          units,
          activation: index === all.length - 1 ? 'softmax' : activation,
        };
      }),
    },
  }));

function kernelOf({ spec, samples, classes, seed, part }: Case): { kernel: WasmKernel; data: Samples } {
  const next = random(seed);
  const features = spec.layers[0]!.inputs;
  const noise = labelNoise(3 / 16, classes);
  const data: Samples = {
    samples,
    features,
    inputs: Float32Array.from({ length: samples * features }, () => 4 * next() - 2),
    labels: Uint8Array.from({ length: samples }, () => Math.floor(next() * classes)),
    classes,
    isTest: Uint8Array.from({ length: samples }, (_, s) => (s === 0 || (s > 1 && next() < 0.3) ? 1 : 0)),
    ...(noise && seed % 3 === 0 ? { noise } : {}),
  };
  const kernel = new WasmKernel(module, spec, data, part, true);
  const { parameters, ranges } = kernel.buffers;
  for (let i = 0; i < parameters.length; i++) parameters[i] = 4 * next() - 2;
  for (let i = 0; i < ranges.length; i++) ranges[i] = i % 2 ? 1 + 3 * next() : -next();
  kernel.steps = 1;
  return { kernel, data };
}

const bins = fc.integer({ min: 2, max: 400 });
const rulers = fc
  .tuple(
    fc.oneof(
      bins.map((n) => `uniform-${n}-global`),
      bins.map((n) => `uniform-${n}-layer`),
      bins.map((n) => `uniform-${n}-neuron`),
      bins.map((n) => `uniform-${n}--1..1.5`),
      bins.map((n) => `adaptive-${n}-global`),
      bins.map((n) => `adaptive-${n}-layer`),
      bins.map((n) => `adaptive-${n}-neuron`),
      bins.map((n) => `edges-${n}--1..1`),
      fc.constantFrom('width-0.07', 'width-0.001', 'grid-4', 'grid-12', 'grid-3-neuron'),
    ),
    fc.constantFrom('', '-mean'),
    fc.constantFrom('', '', '-train', '-test'),
  )
  .map(([text, reading, part]) => {
    const ruler = parseRuler(text + reading + part);
    if (!isRuler(ruler)) throw new Error(text);
    return ruler;
  });

describe('sorting', () => {
  it('is that of the engine', () => {
    fc.assert(
      fc.property(fc.float32Array({ noNaN: true, maxLength: 200 }), (values) => {
        expect(sorted(values)).toEqual(values.slice().sort());
      }),
    );
  });
});

describe('kernel density bounds in the kernel', () => {
  it('have the bits of their definition', () => {
    const outputs = fc.integer({ min: 1, max: 5 }).chain((units) =>
      fc
        .array(fc.array(fc.float({ min: -2, max: 2, noNaN: true }), { minLength: units, maxLength: units }), {
          minLength: 1,
          maxLength: 60,
        })
        .map((rows) => ({ units, values: Float32Array.from(rows.flat()) })),
    );
    const variance = fc.constantFrom(0.001, 0.01, 0.5, 20);
    fc.assert(
      fc.property(
        outputs,
        fc.array(fc.nat(2), { minLength: 90, maxLength: 90 }),
        variance,
        (layer, classes, noise) => {
          const n = layer.values.length / layer.units;
          // Some samples twice: equal outputs are one group.
          const values = Float32Array.from([
            ...layer.values,
            ...layer.values.slice(0, layer.units * (n >> 1)),
          ]);
          const labels = Uint8Array.from(classes.slice(0, values.length / layer.units));
          for (const bound of ['upper', 'lower'] as const) {
            const bounds = { bound, variance: noise };
            const own = { units: layer.units, values };
            const given = { labels, classes: 3 };
            const fast = densityInParts(bounds, own, given, (pairs) => density.addPairs(pairs));
            expect(finish(fast)).toEqual(finish(densityInParts(bounds, own, given)));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('outputs read in the kernel', () => {
  it('give what their copies give in TypeScript, bit for bit, for random networks and rulers', () => {
    let read = 0;
    fc.assert(
      fc.property(cases, rulers, (one, ruler) => {
        const { kernel, data } = kernelOf(one);
        const { units: classes } = one.spec.layers.at(-1)!;
        const layers = one.spec.layers.map(({ units }, layer) => ({ units, values: kernel.outputs(layer) }));
        const shared = { bits: one.spec.bits, edges: globalEdges(ruler, layers) };
        const counts = finish(kernel.read(ruler, shared));
        if (!counts) return;
        read++;
        const own = data.labels.filter(
          (_, s) => !ruler.samples || data.isTest[s] === (ruler.samples === 'test' ? 1 : 0),
        );
        const hy = labelEntropy(own, classes, data.noise);
        const found = counts.map((parts) =>
          meanOf(parts.map((each) => informationOfCounts(each, own.length, hy))),
        );
        expect(found).toEqual(estimate(ruler, [layers], data, one.spec.bits)[0]);
        const ends = layers.map(({ values }) => [Math.min(...values), Math.max(...values)] as const);
        const reach = [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))];
        expect(finish(kernel.reach())).toEqual(reach.map((end) => end + 0));
      }),
      { numRuns: 200 },
    );
    expect(read).toBeGreaterThan(150);
  }, 60_000);

  it('are left to their copies where a ruler has no codes, or too many', () => {
    const [one] = fc.sample(cases, { numRuns: 1, seed: 1 });
    const { kernel } = kernelOf(one!);
    const shared = { bits: one!.spec.bits, edges: null };
    const read = (text: string): unknown => {
      const ruler = parseRuler(text);
      return isRuler(ruler) ? finish(kernel.read(ruler, shared)) : undefined;
    };
    expect(read('kde-upper-0.001')).toBeNull();
    expect(read('exact')).toBeNull();
    expect(read('width-0.000001')).toBeNull();
    expect(read('grid-16')).toBeNull();
  });
});
