import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bits, Experiment } from '../../../src/core/experiment/experiment.ts';
import { defaults } from '../../../src/core/experiment/fields.ts';
import { coarseFirst, spread } from '../../../src/core/experiment/coarse-first.ts';
import { Reestimator, type Checkpoint, type Ends } from '../../../src/core/experiment/reestimate.ts';
import { estimate } from '../../../src/core/information/estimate.ts';
import type { Information } from '../../../src/core/information/mutual-information.ts';
import { partitionEntropy } from '../../../src/core/information/partition.ts';
import type { Ruler } from '../../../src/core/information/ruler.ts';
import { parseRuler } from '../../../src/core/information/ruler-text.ts';
import { Run, type KernelFactory } from '../../../src/core/experiment/run.ts';
import { Trajectory } from '../../../src/core/experiment/trajectory.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { icosahedron } from '../../../src/core/tasks/icosahedron.ts';
import { loadKernel } from '../../../src/kernel/load-node.ts';
import { WasmKernel } from '../../../src/kernel/wasm-kernel.ts';

const module = loadKernel();
const wasm: KernelFactory = (spec, data) => new WasmKernel(module, spec, data, undefined, true);
/** Hands outputs out only: they are counted in TypeScript. */
const plain: KernelFactory = (spec, data) => new WasmKernel(module, spec, data);
const scalar: KernelFactory = (spec, data) => new ScalarKernel(spec, data);
const task = icosahedron();

function trained(experiment: Experiment): { trajectory: Trajectory; checkpoints: Checkpoint[] } {
  const run = new Run(experiment, task, wasm);
  const trajectory = new Trajectory(run.rows);
  const checkpoints: Checkpoint[] = [];
  for (const event of run) {
    if (typeof event === 'number') continue;
    trajectory.append(event.columns);
    checkpoints.push({ epoch: event.columns.epoch[0]!, values: event.checkpoint });
  }
  return { trajectory, checkpoints };
}

const short: Experiment = { ...defaults, epochs: 12, every: 'log' };

describe('a run measured again from its checkpoints', () => {
  const cases: [act: 'tanh' | 'relu', bits: Bits][] = [
    ['tanh', 1],
    ['tanh', 4],
    ['tanh', 8],
    ['tanh', 12],
    ['tanh', 'float'],
    ['relu', 1],
    ['relu', 4],
    ['relu', 8],
    ['relu', 16],
    ['relu', 'float'],
  ];
  it.each(cases)('counts what the run has counted, bit for bit: %s, %s bits', (act, bits) => {
    const experiment = { ...short, act: [act], bits };
    const { trajectory, checkpoints } = trained(experiment);
    const { epoch, ixt, ity } = trajectory.columns();
    const { rows } = trajectory;
    const layers = rows - 1;
    const again = new Reestimator(experiment, task, wasm);
    const exact = { strategy: 'exact', reading: 'layer' } as const;
    const grid = { strategy: 'grid', bits: 'run', bounds: 'layer', reading: 'layer' } as const;
    let seen = 0;
    for (const event of again.estimate([exact, grid], checkpoints)) {
      if (event.kind !== 'estimate') continue;
      const m = epoch.indexOf(event.epoch);
      const output = event.ruler === 0 ? layers : layers - 1;
      // In hidden layers the study's grid is finer than the codes; of float32 it is coarser.
      const from = event.ruler === 1 && bits === 'float' ? layers - 1 : 0;
      for (let layer = from; layer < layers; layer++) {
        const row = m * rows + (layer === layers - 1 ? output : layer);
        expect(event.layers[layer]).toEqual([ixt[row], ity[row]]);
        seen++;
      }
    }
    expect(seen).toBe(checkpoints.length * (bits === 'float' ? layers + 1 : 2 * layers));
  });
});

describe('the cells of a run at its checkpoints', () => {
  const partitions = (experiment: Experiment): void => {
    const { trajectory, checkpoints } = trained(experiment);
    const { ixt, codes } = trajectory.columns();
    const { rows } = trajectory;
    const again = new Reestimator(experiment, task, wasm);
    const defining = new Reestimator(experiment, task, scalar);
    for (const [m, checkpoint] of checkpoints.entries()) {
      const found = again.partitions(checkpoint);
      expect(found.map(partitionEntropy)).toEqual([...ixt.slice(m * rows, (m + 1) * rows)]);
      expect(found.map(({ sizes }) => sizes.length)).toEqual([...codes.slice(m * rows, (m + 1) * rows)]);
      if (m % 4 === 0) expect(defining.partitions(checkpoint)).toEqual(found);
    }
  };
  const cases: [act: 'tanh' | 'relu', bits: Bits][] = [
    ['tanh', 2],
    ['tanh', 8],
    ['relu', 8],
    ['relu', 12],
    ['relu', 'float'],
  ];
  it.each(cases)("have the run's own I(X;T) as their entropy, bit for bit: %s, %s bits", (act, bits) => {
    partitions({ ...short, act: [act], bits });
  });
  it('have it too where each part of the samples is measured by itself', () => {
    const { checkpoints } = trained(short);
    const inParts = new Reestimator(short, task, (spec, data) => new WasmKernel(module, spec, data, 1024));
    const atOnce = new Reestimator(short, task, wasm);
    expect(inParts.partitions(checkpoints[3]!)).toEqual(atOnce.partitions(checkpoints[3]!));
  });
});

describe('an estimate over a run', () => {
  const experiment: Experiment = { ...short, act: ['relu'], bits: 'float' };
  const { checkpoints } = trained(experiment);
  const again = new Reestimator(experiment, task, wasm);
  const outputs = checkpoints.map((checkpoint) =>
    Array.from({ length: again.layers }, (_, layer) => again.outputs(checkpoint, layer)),
  );

  function laid(ruler: Ruler, ends?: Ends, on = again): Information[][] {
    const found = new Map<number, readonly Information[]>();
    for (const event of on.estimate([ruler], checkpoints, ends)) {
      if (event.kind === 'estimate') found.set(event.epoch, event.layers);
    }
    return checkpoints.map(({ epoch }) => [...(found.get(epoch) ?? [])]);
  }

  const rulers = [
    'uniform-30-global',
    'uniform-7-layer',
    'uniform-40-neuron-mean',
    'uniform-300--1..1',
    'adaptive-9-global',
    'adaptive-30-layer-mean',
    'edges-30--1..1',
    'width-0.07',
    'grid-4',
  ];
  it.each(rulers)('is what the outputs give: %s', (text) => {
    const ruler = parseRuler(text) as Ruler; // The texts above are rulers.
    const expected = estimate(ruler, outputs, task, 'float');
    expect(laid(ruler)).toEqual(expected);
    expect(laid(ruler, new Map(), new Reestimator(experiment, task, plain))).toEqual(expected);
  });

  it('remembers how far the outputs reached, from one number of bins to the next', () => {
    const ends: Ends = new Map();
    laid(parseRuler('uniform-30-global') as Ruler, ends);
    expect([...ends.keys()]).toEqual(checkpoints.map(({ epoch }) => epoch));
    const ruler = parseRuler('uniform-100-global') as Ruler;
    let steps = 0;
    for (const event of again.estimate([ruler], checkpoints, ends)) if (event.kind === 'measured') steps++;
    expect(steps).toBe(checkpoints.length);
    expect(laid(ruler, ends)).toEqual(estimate(ruler, outputs, task, 'float'));
  });

  it('is the same with the kernel that defines the arithmetic', () => {
    const defining = new Reestimator(experiment, task, scalar);
    const ruler = parseRuler('uniform-30-global') as Ruler;
    expect(laid(ruler, new Map(), defining)).toEqual(laid(ruler));
  });

  it('of several rulers gives each of them, and says how far it is', () => {
    const both = ['width-0.07', 'uniform-2-layer'].map((text) => parseRuler(text) as Ruler);
    let progress = 0;
    const seen = [0, 0];
    for (const event of again.estimate(both, checkpoints)) {
      if (event.kind === 'estimate') seen[event.ruler]!++;
      if (event.kind !== 'measured') continue;
      expect(event.progress).toBeGreaterThan(progress);
      ({ progress } = event);
    }
    expect(seen).toEqual([checkpoints.length, checkpoints.length]);
    expect(progress).toBe(1);
  });

  it('refuses a checkpoint of another network', () => {
    expect(() => again.outputs({ epoch: 1, values: new Float32Array(7) }, 0)).toThrow(/of 7 numbers/);
  });
});

describe('the order of a path that is drawn before it is whole', () => {
  const epochs = fc
    .uniqueArray(fc.integer({ min: 0, max: 20_000 }), { maxLength: 300 })
    .map((some) => some.sort((a, b) => a - b));

  it('has every measurement once', () => {
    fc.assert(
      fc.property(epochs, (some) => {
        expect(coarseFirst(some).sort((a, b) => a - b)).toEqual(some.map((_, index) => index));
      }),
    );
  });

  it('goes through the whole default run within its first fortieth', () => {
    const all = [0, ...Array.from({ length: 1600 }, (_, i) => 1 + 5 * i), 8000];
    const first = coarseFirst(all).slice(0, all.length / 40);
    const end = first.indexOf(all.length - 1);
    expect(end).toBeGreaterThan(10);
    const seen = first.slice(0, end + 1).map((index) => all[index]!);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    for (const [i, epoch] of seen.entries()) if (i > 0) expect(epoch).toBeLessThan(2 * seen[i - 1]! + 10);
  });

  it('is spread so that later measurements change none that were chosen', () => {
    fc.assert(
      fc.property(epochs, fc.nat(300), (some, cut) => {
        const early = spread(some.slice(0, cut), 1.07);
        expect(spread(some, 1.07).slice(0, early.length)).toEqual(early);
      }),
    );
  });
});
