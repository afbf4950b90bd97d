import { defaults } from '../../src/core/experiment/fields.ts';
import { icosahedron } from '../../src/core/tasks/icosahedron.ts';
import { Run, type KernelFactory, type Measurement } from '../../src/core/experiment/run.ts';
import { sum } from './statistics.ts';

/** The default run's training without its measurements, epoch after epoch, as far as one asks for it. */
export class Training {
  private readonly work: Iterator<number | Measurement, void, void>;
  private trained = 0;

  constructor(createKernel: KernelFactory) {
    // Only after the first epoch and after the last, which nobody reaches, is there a measurement.
    const experiment = { ...defaults, epochs: 100_000, every: 100_000, zero: false };
    this.work = new Run(experiment, icosahedron(), createKernel)[Symbol.iterator]();
    this.advance(2);
  }

  /** Trains some epochs; returns the milliseconds they took. */
  advance(epochs: number): number {
    const start = performance.now();
    this.trained += epochs;
    for (;;) {
      const step = this.work.next();
      if (step.done) throw new Error('The benchmark has trained more epochs than its run has.');
      if (typeof step.value === 'number' && step.value >= this.trained) break;
    }
    return performance.now() - start;
  }
}

export interface DefaultRun {
  readonly seconds: number;
  /** Of the processor, whatever else it was busy with meanwhile. */
  readonly cpuSeconds: number;
  /** Milliseconds of each measurement, from the end of training before it to where its values are there. */
  readonly measurements: readonly number[];
  readonly measuringSeconds: number;
  readonly fingerprint: string;
}

/** The whole default run, from settings to its fingerprint. */
export function timeDefaultRun(createKernel: KernelFactory): DefaultRun {
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const measurements: number[] = [];
  let fingerprint = '';
  let epoch = 0;
  let trainedAt = start;
  for (const step of new Run(defaults, icosahedron(), createKernel)) {
    if (typeof step !== 'number') {
      measurements.push(performance.now() - trainedAt);
      fingerprint = step.fingerprint;
    } else if (step !== epoch && Number.isInteger(step)) {
      epoch = step;
      trainedAt = performance.now();
    }
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuSeconds = (user + system) / 1e6;
  return { seconds, cpuSeconds, measurements, measuringSeconds: sum(measurements) / 1000, fingerprint };
}
