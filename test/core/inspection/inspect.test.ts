import { describe, expect, it } from 'vitest';
import type { Bits, Experiment } from '../../../src/core/experiment/experiment.ts';
import { defaults } from '../../../src/core/experiment/fields.ts';
import { Reestimator, type Checkpoint } from '../../../src/core/experiment/reestimate.ts';
import { Run, type KernelFactory } from '../../../src/core/experiment/run.ts';
import { Trajectory } from '../../../src/core/experiment/trajectory.ts';
import type { Ruler } from '../../../src/core/information/ruler.ts';
import { parseRuler } from '../../../src/core/information/ruler-text.ts';
import { hasCells, inspect } from '../../../src/core/inspection/inspect.ts';
import { ScalarKernel } from '../../../src/core/network/scalar-kernel.ts';
import { levelsOf, quantize } from '../../../src/core/quantization/fake-quantization.ts';
import { icosahedron } from '../../../src/core/tasks/icosahedron.ts';
import { loadKernel } from '../../../src/kernel/load-node.ts';
import { WasmKernel } from '../../../src/kernel/wasm-kernel.ts';

const module = loadKernel();
const wasm: KernelFactory = (spec, data) => new WasmKernel(module, spec, data, undefined, true);
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
const cases: [act: 'tanh' | 'relu', bits: Bits, noise: number][] = [
  ['tanh', 2, 0],
  ['tanh', 8, 0],
  ['tanh', 8, 1 / 8],
  ['relu', 4, 0],
  ['relu', 12, 0],
  ['relu', 'float', 0],
];

describe('a layer that is opened', () => {
  it.each(cases)("has the run's own numbers, bit for bit: %s, %s bits, noise %s", (act, bits, noise) => {
    const experiment = { ...short, act: [act], bits, noise };
    const { trajectory, checkpoints } = trained(experiment);
    const { ixt, ity, codes, levels, low, high } = trajectory.columns();
    const { rows } = trajectory;
    const again = new Reestimator(experiment, task, wasm);
    const defining = new Reestimator(experiment, task, (spec, data) => new ScalarKernel(spec, data));
    for (const [m, checkpoint] of checkpoints.entries()) {
      for (let row = 0; row < rows; row++) {
        const at = m * rows + row;
        const layer = Math.min(row, rows - 2);
        const ranged = m * rows + (layer === rows - 2 ? rows - 1 : layer);
        const range = [low[ranged]!, high[ranged]!] as const;
        const question = { layer, range, reading: { kind: 'counted', row } } as const;
        const found = inspect(again, checkpoint, question);
        expect(found.information).toEqual([ixt[at], ity[at]]);
        expect(found.cells.sizes.length).toBe(codes[at]);
        const { sizes, cellOf } = found.cells;
        const given = found.mixing.reduce((sum, own, cell) => sum + (sizes[cell]! / cellOf.length) * own, 0);
        expect(given).toBeCloseTo(found.hy - found.information[1], 10);
        const { histograms } = found;
        if (!histograms) throw new Error('The layer is not that large.');
        const all = new Set(histograms.codes);
        if (bits !== 'float') expect(all.size).toBe(levels[ranged]);
        expect(histograms.counts.reduce((sum, count) => sum + count, 0)).toBe(4096 * found.units);
        if (m === 3) expect(inspect(defining, checkpoint, question)).toEqual(found);
      }
    }
  });

  it.each([
    'uniform-30-global',
    'adaptive-9-global',
    'uniform-7-layer',
    'uniform-5-neuron',
    'width-0.07',
    'grid-4',
  ])('has the cells of a ruler, with its numbers: %s', (text) => {
    const experiment: Experiment = { ...short, act: ['relu'], bits: 'float' };
    const { checkpoints } = trained(experiment);
    const again = new Reestimator(experiment, task, wasm);
    const ruler = parseRuler(text) as Ruler; // The texts above are rulers.
    for (const event of [...again.estimate([ruler], checkpoints)]) {
      if (event.kind !== 'estimate') continue;
      const checkpoint = checkpoints.find(({ epoch }) => epoch === event.epoch)!;
      for (const [layer, information] of event.layers.entries()) {
        const reading = { kind: 'ruler', ruler, edges: event.edges } as const;
        expect(inspect(again, checkpoint, { layer, reading, range: [0, 0] }).information).toEqual(
          information,
        );
      }
    }
  });

  it.each([
    'exact-test',
    'exact-train',
    'grid-test',
    'uniform-30-global-test',
    'uniform-5-neuron-train',
    'width-0.07-test',
  ])('has the cells of the samples that a ruler is laid over, with its numbers: %s', (text) => {
    for (const [bits, noise] of [
      ['float', 0],
      [3, 1 / 8],
    ] as const) {
      const experiment: Experiment = { ...short, bits, noise };
      const { checkpoints } = trained(experiment);
      const again = new Reestimator(experiment, task, wasm);
      const ruler = parseRuler(text) as Ruler; // The texts above are rulers.
      const { isTest, classes, labels } = again.prepared.samples;
      const wanted = isTest.reduce(
        (sum, flag) => sum + (flag === (ruler.samples === 'test' ? 1 : 0) ? 1 : 0),
        0,
      );
      for (const event of [...again.estimate([ruler], checkpoints.slice(-2))]) {
        if (event.kind !== 'estimate') continue;
        const checkpoint = checkpoints.find(({ epoch }) => epoch === event.epoch)!;
        for (const [layer, information] of event.layers.entries()) {
          const reading = { kind: 'ruler', ruler, edges: event.edges } as const;
          const found = inspect(again, checkpoint, { layer, reading, range: [0, 0] });
          expect(found.information).toEqual(information);
          const { chosen, cells, histograms, units, mixing, hy } = found;
          if (!chosen) throw new Error('They are a part of all samples.');
          expect(chosen.length).toBe(wanted);
          expect(cells.cellOf.length).toBe(wanted);
          for (const [place, sample] of chosen.entries()) {
            expect(cells.byClass[cells.cellOf[place]! * classes + labels[sample]!]).toBeGreaterThan(0);
          }
          expect(histograms?.counts.reduce((sum, count) => sum + count, 0)).toBe(wanted * units);
          const given = mixing.reduce((sum, own, cell) => sum + (cells.sizes[cell]! / wanted) * own, 0);
          expect(given).toBeCloseTo(hy - information[1], 10);
        }
      }
    }
  });

  it('has no cells by rulers that give none', () => {
    for (const text of ['kde-upper-0.001', 'uniform-30-layer-mean']) {
      const ruler = parseRuler(text) as Ruler; // The texts above are rulers.
      expect(hasCells(ruler)).toBe(false);
      const { checkpoints } = trained({ ...short, epochs: 1 });
      const again = new Reestimator({ ...short, epochs: 1 }, task, wasm);
      const question = { layer: 0, range: [0, 0], reading: { kind: 'ruler', ruler, edges: null } } as const;
      expect(() => inspect(again, checkpoints[0]!, question)).toThrow(/no cells/);
    }
  });

  it.each(cases)('has the weights that its outputs come from: %s, %s bits', (act, bits) => {
    const experiment = { ...short, act: [act], bits, weights: 'quantized' as const };
    const { trajectory, checkpoints } = trained(experiment);
    const again = new Reestimator(experiment, task, wasm);
    const { low, high } = trajectory.columns();
    const { rows } = trajectory;
    for (const m of [0, checkpoints.length - 1]) {
      const last = rows - 2;
      const checkpoint = checkpoints[m]!;
      const ranged = m * rows + rows - 1;
      const range = [low[ranged]!, high[ranged]!] as const;
      const { weights } = inspect(again, checkpoint, {
        ...{ layer: last, range },
        reading: { kind: 'counted', row: last },
      });
      if (!weights) throw new Error('The output has weights.');
      const input = again.outputs(checkpoint, last - 1);
      const logits = again.outputs(checkpoint, 'logits');
      const levels = bits === 'float' ? null : levelsOf(...range, bits);
      for (const sample of [0, 1, 1000, 4095]) {
        for (let unit = 0; unit < weights.columns; unit++) {
          let sum = weights.bias[unit]!;
          for (let i = 0; i < weights.rows; i++) {
            sum += input.values[sample * weights.rows + i]! * weights.used[i * weights.columns + unit]!;
          }
          const wanted = levels ? quantize(Math.fround(sum), levels) : sum;
          // Sums in double and in float32 may fall on two sides of an edge between levels.
          const slack = 1e-4 + (levels ? levels.scale : 0);
          expect(Math.abs(logits.values[sample * weights.columns + unit]! - wanted)).toBeLessThan(slack);
        }
      }
      expect(weights.isQuantized).toBe(bits !== 'float');
      if (bits !== 'float') expect(new Set(weights.used).size).toBeLessThanOrEqual(2 ** bits);
    }
  });
});
