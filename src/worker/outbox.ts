import { transfer } from 'comlink';
import type { Measurement, Run } from '../core/experiment/run.ts';
import type { DiscardedFit } from '../core/experiment/repeat.ts';
import { Trajectory, type Violation } from '../core/experiment/trajectory.ts';
import type { RunListener } from './protocol.ts';

/** Milliseconds between two messages: one a frame. */
const frame = 16;

/** Collects what a run measured and posts it, at most once a frame, in arrays of its own that are transferred. */
export class Outbox {
  private readonly listener: RunListener;
  private readonly now: () => number;
  private readonly columns: Trajectory;
  private checkpoints: Float32Array[] = [];
  private violations: Violation[] = [];
  private trainedEpochs = 0;
  private posted = -Infinity;

  constructor(run: Run, listener: RunListener, now: () => number) {
    this.listener = listener;
    this.now = now;
    this.columns = new Trajectory(run.rows);
    this.announce(run);
  }

  /** Tells of an attempt at a repeat that begins. */
  announce(run: Run): void {
    const { buffers, name } = run.kernel;
    this.listener.started({
      kernel: name,
      ...run.which,
      limits: run.prepared.limits,
      layers: run.rows - 1,
      trainSamples: run.prepared.split.train.length,
      testSamples: run.prepared.split.test.length,
      checkpointBytes: 4 * (buffers.parameters.length + buffers.ranges.length),
    });
  }

  /** Forgets what a thrown away attempt measured, and tells of it. */
  discarded(fit: DiscardedFit): void {
    this.columns.take();
    this.checkpoints = [];
    this.violations = [];
    this.trainedEpochs = 0;
    this.listener.discarded(fit);
  }

  trained(epochs: number): void {
    this.trainedEpochs = epochs;
  }

  measured({ columns, checkpoint, violations }: Measurement): void {
    this.columns.append(columns);
    this.checkpoints.push(checkpoint);
    this.violations.push(...violations);
    this.trainedEpochs = columns.epoch[0] ?? this.trainedEpochs;
  }

  /**
   * Posts what is new, unless the last message is less than a frame ago; `must` posts in any case.
   * The promise is settled once the page has it: a run's end goes by another port and must not overtake it.
   */
  async post(elapsedMs: number, must: boolean): Promise<void> {
    const time = this.now();
    if (!must && time - this.posted < frame) return;
    this.posted = time;
    const columns = this.columns.take();
    const size = this.checkpoints[0]?.length ?? 0;
    const checkpoints = new Float32Array(size * this.checkpoints.length);
    for (const [index, each] of this.checkpoints.entries()) checkpoints.set(each, index * size);
    const { violations, trainedEpochs } = this;
    const arrays = [checkpoints, ...(Object.values(columns) as Float64Array[])];
    const buffers = arrays.map(({ buffer }) => buffer);
    this.checkpoints = [];
    this.violations = [];
    const progress = { columns, checkpoints, violations, trainedEpochs, elapsedMs };
    await this.listener.progress(transfer(progress, buffers));
  }
}
