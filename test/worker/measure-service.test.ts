import { describe, expect, it } from 'vitest';
import { defaults } from '../../src/core/experiment/fields.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { Run } from '../../src/core/experiment/run.ts';
import { partitionEntropy } from '../../src/core/information/partition.ts';
import { isRuler, parseRuler } from '../../src/core/information/ruler-text.ts';
import { icosahedron } from '../../src/core/tasks/icosahedron.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import type { MeasureListener, MeasurePart, MeasureRequest } from '../../src/worker/measure-protocol.ts';
import { MeasureService } from '../../src/worker/measure-service.ts';

const module = loadKernel();
const experiment: Experiment = { ...defaults, epochs: 30 };
const layers = experiment.net.length + 1;

const run = new Run(experiment, icosahedron(), (spec, data) => new WasmKernel(module, spec, data));
const measurements = [...run].filter((event) => typeof event !== 'number');
const epochs = Int32Array.from(measurements, ({ columns }) => columns.epoch[0]!);

/** All checkpoints in an array of their own. */
function checkpoints(): Float32Array {
  const size = measurements[0]!.checkpoint.length;
  const all = new Float32Array(size * measurements.length);
  for (const [index, { checkpoint }] of measurements.entries()) all.set(checkpoint, index * size);
  return all;
}

const serve = (now = (): number => performance.now()): MeasureService =>
  new MeasureService(
    () => Promise.resolve((spec, data) => new WasmKernel(module, spec, data)),
    () => Promise.resolve(icosahedron()),
    now,
  );

const request = (change: Partial<MeasureRequest> = {}): MeasureRequest => ({
  run: 1,
  experiment,
  added: { epochs, checkpoints: checkpoints() },
  kept: epochs,
  rulers: ['exact'],
  epochs,
  ...change,
});

/** What a page would have heard. */
class Heard implements MeasureListener {
  readonly parts: MeasurePart[] = [];
  readonly progresses: number[] = [];

  progress(parts: readonly MeasurePart[], progress: number): void {
    this.parts.push(...parts);
    this.progresses.push(progress);
  }

  /** I(X;T) by epoch. */
  get ixt(): Map<number, number[]> {
    const found = new Map<number, number[]>();
    for (const part of this.parts) {
      for (const [index, epoch] of part.epochs.entries()) {
        found.set(epoch, [...part.ixt.subarray(index * layers, (index + 1) * layers)]);
      }
    }
    return found;
  }
}

const counted = new Map(
  measurements.map(({ columns }) => [columns.epoch[0]!, [...columns.ixt].toSpliced(-2, 1)]),
);

const nothing = { epochs: new Int32Array(), checkpoints: new Float32Array() };

describe('the worker that measures runs again', () => {
  it('gives what the run has counted', async () => {
    const heard = new Heard();
    expect((await serve().measure(request(), heard)).kind).toBe('done');
    expect(heard.ixt).toEqual(counted);
    expect(heard.progresses.at(-1)).toBe(1);
  });

  it('remembers what it was given of a run, and forgets what is no longer kept', async () => {
    const service = serve();
    await service.measure(request(), new Heard());
    const again = new Heard();
    await service.measure(request({ added: nothing, kept: epochs.slice(2) }), again);
    expect([...again.ixt.keys()].sort((a, b) => a - b)).toEqual([...epochs.slice(2)]);
    const other = new Heard();
    await service.measure(request({ run: 2, added: nothing }), other);
    expect(other.parts).toEqual([]);
  });

  it('ends a request when a newer one comes, and gives that in full', async () => {
    const service = serve();
    const older = new Heard();
    const newer = new Heard();
    const first = service.measure(request({ rulers: ['kde-upper-0.001'] }), older);
    const second = service.measure(request({ added: nothing }), newer);
    expect(await first).toEqual({ kind: 'cancelled' });
    expect((await second).kind).toBe('done');
    expect(older.parts).toEqual([]);
    expect(newer.ixt).toEqual(counted);
  });

  it('hears of a cancellation in the middle of one measurement', async () => {
    const begun = performance.now();
    // Timers of Node wait long for a worker that breathes by messages: cancelled from within.
    const service: MeasureService = serve(() => {
      const now = performance.now();
      if (now - begun > 100) service.cancel();
      return now;
    });
    const outcome = service.measure(request({ rulers: ['kde-upper-0.001'] }), new Heard());
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('reads a layer between two measurements of a request, and disturbs neither', async () => {
    const service = serve();
    const heard = new Heard();
    const measured = service.measure(request({ rulers: ['width-0.07'] }), heard);
    const { checkpoint } = measurements[1]!;
    await new Promise((resolve) => setTimeout(resolve, 20));
    const outputs = await service.outputs(experiment, epochs[1]!, checkpoint, 2);
    expect(outputs.units).toBe(5);
    await measured;
    const alone = new Heard();
    const other = serve();
    await other.measure(request({ rulers: ['width-0.07'] }), alone);
    expect(heard.ixt).toEqual(alone.ixt);
    expect(await other.outputs(experiment, epochs[1]!, checkpoint, 2)).toEqual(outputs);
  });

  it("gives the cells of every layer at an epoch, with the run's own I(X;T), between measurements too", async () => {
    const service = serve();
    const measured = service.measure(request({ rulers: ['width-0.07'] }), new Heard());
    for (const index of [0, 1, measurements.length - 1]) {
      const { columns, checkpoint } = measurements[index]!;
      const partitions = await service.partitions(experiment, epochs[index]!, checkpoint);
      expect(partitions.map(partitionEntropy)).toEqual([...columns.ixt]);
    }
    expect((await measured).kind).toBe('done');
  });

  it('opens a layer at an epoch between measurements, with the numbers of the run and of a ruler', async () => {
    const service = serve();
    const heard = new Heard();
    const text = 'uniform-30-global';
    const measured = service.measure(request({ rulers: [text] }), heard);
    const index = measurements.length - 1;
    const { columns, checkpoint } = measurements[index]!;
    const range = [columns.low[3]!, columns.high[3]!] as const;
    const counted = { layer: 3, range, reading: { kind: 'counted', row: 3 } } as const;
    const found = await service.inspect(experiment, epochs[index]!, checkpoint, counted);
    expect(found.information).toEqual([columns.ixt[3], columns.ity[3]]);
    await measured;
    const edges = heard.parts.at(-1)?.edges ?? null;
    expect(edges).toHaveLength(30);
    const ruler = parseRuler(text);
    if (!isRuler(ruler)) throw new Error(`${text} is a ruler.`);
    const reading = { kind: 'ruler', ruler, edges } as const;
    const binned = await service.inspect(experiment, epochs[index]!, checkpoint, {
      layer: 3,
      range,
      reading,
    });
    expect(binned.information[0]).toBe(heard.ixt.get(epochs[index]!)?.[3]);
    await expect(service.images(experiment, Int32Array.of(0))).rejects.toThrow(/no images/);
  });

  it('says what is wrong', async () => {
    const service = serve();
    const outcome = await service.measure(request({ rulers: ['inches'] }), new Heard());
    expect(outcome).toEqual({ kind: 'failed', message: '"inches" is no ruler.' });
    const broken = { epochs: epochs.slice(0, 1), checkpoints: new Float32Array(3) };
    const other = await service.measure(request({ run: 3, added: broken }), new Heard());
    expect(other.kind).toBe('failed');
    expect((await service.measure(request({ run: 4 }), new Heard())).kind).toBe('done');
  });
});
