import { availableParallelism, cpus, loadavg } from 'node:os';
import { taskOf } from '../../src/cli/task-source.ts';
import type { Experiment } from '../../src/core/experiment/experiment.ts';
import { onMnist } from '../../src/core/experiment/presets/study.ts';
import { Run, type Measurement } from '../../src/core/experiment/run.ts';
import { isByteInputs } from '../../src/core/kernel.ts';
import { loadKernel } from '../../src/kernel/load-node.ts';
import { WasmKernel } from '../../src/kernel/wasm-kernel.ts';
import { multiplyAdds } from './multiply-adds.ts';
import { Peak } from './peak.ts';
import { median } from './statistics.ts';

/** The study's networks that are measured, by the name in the result. */
const networks: Readonly<Record<string, Experiment['net']>> = {
  'Bottleneck-2': [16, 8, 4, 2],
  Conv: [{ filters: 2, size: 3 }, { pool: 2 }, { filters: 2, size: 3 }, { pool: 2 }, 16],
};

/** Milliseconds of an epoch and of a measurement, and minutes of the study's run: 3000 epochs and 1500 measurements. */
export interface Times {
  readonly epochMs: number;
  readonly measurementMs: number;
  readonly studyRunMinutes: number;
}

/** One network on MNIST; times are medians but for `best`. */
export interface NetworkResult extends Times {
  /** The least disturbed of each. */
  readonly best: Times;
  /** The processor's time for it, which other programs lengthen less. */
  readonly processor: Times;
  /** Multiply-adds an epoch needs, those of zero pixels in a dense first layer left out. */
  readonly multiplyAdds: number;
  /** Of the processor's time for the least disturbed epoch. */
  readonly fractionOfPeak: number;
  /** The longest that the run kept its caller waiting. */
  readonly longestStretchMs: number;
  /** Of the WebAssembly memory, 10^6 bytes. */
  readonly memoryMB: number;
}

export interface MnistResult {
  readonly networks: Readonly<Record<string, NetworkResult>>;
  readonly peakGmacs: number;
  readonly rounds: number;
  readonly machine: {
    readonly cores: number;
    readonly processor: string;
    readonly node: string;
    readonly load: number;
  };
}

interface Time {
  readonly ms: number;
  readonly processorMs: number;
}

function clock(): Time {
  const { user, system } = process.cpuUsage();
  return { ms: performance.now(), processorMs: (user + system) / 1000 };
}

const between = (from: Time, to: Time): Time => ({
  ms: to.ms - from.ms,
  processorMs: to.processorMs - from.processorMs,
});

/** One network in training, an epoch and a measurement at a time, through the product's own run. */
class ImageTraining {
  readonly epochs: Time[] = [];
  readonly measurements: Time[] = [];
  readonly multiplyAdds: number;
  longestStretch = 0;
  private trained = 0;
  private readonly run: Run;
  private readonly work: Iterator<number | Measurement, void, void>;

  constructor(module: WebAssembly.Module, net: Experiment['net']) {
    const experiment: Experiment = { ...onMnist, net, repeats: 1, every: 1, epochs: 100_000 };
    this.run = new Run(experiment, taskOf('mnist'), (spec, data) => new WasmKernel(module, spec, data));
    this.work = this.run[Symbol.iterator]();
    const { spec, samples, split } = this.run.prepared;
    const { inputs, features } = samples;
    const trained = split.train.length;
    if (!isByteInputs(inputs)) throw new Error('The images are no bytes.');
    let set = 0;
    for (const sample of split.train) {
      for (let i = 0; i < features; i++) if (inputs.values[inputs.bytes[sample * features + i] ?? 0]) set++;
    }
    this.multiplyAdds = multiplyAdds(spec.layers, trained, set / trained);
  }

  get memory(): number {
    return this.run.kernel.buffers.parameters.buffer.byteLength;
  }

  advance(): void {
    const start = clock();
    let last = start.ms;
    let trainedAt: Time | null = null;
    for (;;) {
      const step = this.work.next();
      const now = performance.now();
      if (step.done) throw new Error('The benchmark has trained more epochs than its run has.');
      this.longestStretch = Math.max(this.longestStretch, now - last);
      last = now;
      if (typeof step.value === 'object') {
        if (!trainedAt) throw new Error('The run has measured before it trained.');
        this.epochs.push(between(start, trainedAt));
        this.measurements.push(between(trainedAt, clock()));
        this.trained++;
        return;
      }
      // The measurement that follows says the same number again and again.
      if (step.value === this.trained + 1) trainedAt ??= clock();
    }
  }

  /** Forgets what was measured so far, before all was compiled. */
  forget(): void {
    this.epochs.length = 0;
    this.measurements.length = 0;
    this.longestStretch = 0;
  }
}

/** Times the networks by turns, so that what disturbs the machine for a while disturbs all of them. */
export function measureMnist(rounds: number, peakWasm: Uint8Array<ArrayBuffer>): MnistResult {
  const module = loadKernel();
  const peak = new Peak(peakWasm);
  const trainings = Object.entries(networks).map(
    ([name, net]) => [name, new ImageTraining(module, net)] as const,
  );
  let peakGmacs = 0;
  for (let round = -2; round < rounds; round++) {
    for (const [, training] of trainings) {
      if (round === 0) training.forget();
      training.advance();
    }
    peakGmacs = Math.max(peakGmacs, peak.best(20));
  }
  return {
    networks: Object.fromEntries(trainings.map(([name, training]) => [name, resultOf(training, peakGmacs)])),
    peakGmacs,
    rounds,
    machine: {
      cores: availableParallelism(),
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      node: process.version,
      load: loadavg()[0] ?? NaN,
    },
  };
}

function resultOf(training: ImageTraining, peakGmacs: number): NetworkResult {
  const { epochs, measurements } = training;
  const times = (of: (values: readonly number[]) => number, part: keyof Time): Times => {
    const [epochMs, measurementMs] = [epochs, measurements].map((all) => of(all.map((time) => time[part])));
    return timesOf(epochMs ?? NaN, measurementMs ?? NaN);
  };
  const least = (values: readonly number[]): number => Math.min(...values);
  const { epochMs } = times(least, 'processorMs');
  return {
    ...times(median, 'ms'),
    best: times(least, 'ms'),
    processor: times(median, 'processorMs'),
    multiplyAdds: training.multiplyAdds,
    fractionOfPeak: training.multiplyAdds / (epochMs * 1e6) / peakGmacs,
    longestStretchMs: training.longestStretch,
    memoryMB: training.memory / 1e6,
  };
}

const timesOf = (epochMs: number, measurementMs: number): Times => ({
  epochMs,
  measurementMs,
  studyRunMinutes: (3000 * epochMs + 1500 * measurementMs) / 60_000,
});

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** Bars the product is held to; nothing fails by them, since a busy machine is slow. */
const bars: Readonly<Record<string, string>> = { 'Bottleneck-2': 'at most 5' };

export function mnistTable({ networks: all, peakGmacs, rounds, machine }: MnistResult): string {
  const line = (name: string, values: readonly (number | null)[], what: string): string =>
    `${name.padEnd(18)}${values.map((value) => (value === null ? '' : number(value)).padStart(10)).join('')}  ${what}`;
  const lines = Object.entries(all).flatMap(([name, result]) => {
    const { best, processor } = result;
    const three = (of: keyof Times): number[] => [result[of], best[of], processor[of]];
    const bar = bars[name] ? ` (${bars[name]})` : '';
    return [
      `${name.padEnd(18)}    median      best processor`,
      line('epochMs', three('epochMs'), 'ms an epoch of 60,000 images'),
      line('measurementMs', three('measurementMs'), 'ms a measurement of 70,000 images'),
      line('studyRunMinutes', three('studyRunMinutes'), `min for 3000 epochs and 1500 measurements${bar}`),
      line('fractionOfPeak', [null, null, result.fractionOfPeak], 'of the multiply-adds that SIMD could do'),
      line(
        'longestStretchMs',
        [result.longestStretchMs, null, null],
        'ms at most until the caller is let in',
      ),
      line('memoryMB', [result.memoryMB, null, null], 'MB of WebAssembly memory'),
      '',
    ];
  });
  const where = `${machine.cores} cores (${machine.processor}), Node ${machine.node}, load ${machine.load.toFixed(1)}`;
  return [
    ...lines,
    `${rounds} rounds, one thread, ${where}; peak ${number(peakGmacs)} 10^9 multiply-adds a second.`,
  ].join('\n');
}
