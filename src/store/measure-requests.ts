import type { Trajectory } from '../core/experiment/trajectory.ts';
import type { MeasureRequest } from '../worker/measure-protocol.ts';
import type { Checkpoints } from './checkpoints.ts';
import type { Sheet } from './sheets.ts';

/** Writes requests to the worker that measures again: it is given only those checkpoints that it does not hold. */
export class MeasureRequests {
  private readonly numbers = new WeakMap<Trajectory, number>();
  private count = 0;
  /** What the worker of this generation holds: checkpoints of one run. */
  private held = { run: 0, generation: -1, epochs: new Set<number>() };

  /** @param generation of the worker: another one holds nothing */
  write(sheet: Sheet, ruler: string, epochs: readonly number[], generation: number): MeasureRequest {
    const { trajectory, experiment, checkpoints } = sheet;
    const run = this.numbers.get(trajectory) ?? ++this.count;
    this.numbers.set(trajectory, run);
    if (this.held.run !== run || this.held.generation !== generation) {
      this.held = { run, generation, epochs: new Set() };
    }
    const kept = checkpoints.epochs();
    const added = kept.filter((epoch) => !this.held.epochs.has(epoch));
    for (const epoch of added) this.held.epochs.add(epoch);
    return {
      run,
      experiment,
      added: { epochs: Int32Array.from(added), checkpoints: copied(checkpoints, added) },
      kept: Int32Array.from(kept),
      rulers: [ruler],
      epochs: Int32Array.from(epochs),
    };
  }
}

/** (epochs, checkpoint floats) in an array of its own, to be given away. */
function copied(checkpoints: Checkpoints, epochs: readonly number[]): Float32Array {
  const each = epochs.map((epoch) => checkpoints.at(epoch)?.values ?? new Float32Array());
  const size = each[0]?.length ?? 0;
  const all = new Float32Array(size * each.length);
  for (const [index, values] of each.entries()) all.set(values, index * size);
  return all;
}
