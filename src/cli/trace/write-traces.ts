import { join } from 'node:path';
import type { Kernel } from '../../core/kernel.ts';
import { kernelFactory } from '../kernels.ts';
import type { Streams } from '../main.ts';
import type { PlannedSet } from '../set/plan.ts';
import { writeWhole } from '../set/whole-file.ts';
import { taskOf } from '../task-source.ts';
import { recordTrace } from './record-trace.ts';
import { traceFiles } from './trace-files.ts';

/**
 * Writes a trace of each repeat of a set into its folder.
 *
 * @param steps after which a trace has the network; null: the usual ones
 * @throws UsageError if the run has not so many steps, or the format cannot say what it is
 */
export function writeTraces(
  { experiment, repeats, folder }: PlannedSet,
  steps: readonly number[] | null,
  kernel: Kernel['name'],
  streams: Streams,
): void {
  if (folder === null) return;
  for (const repeat of repeats) {
    const trace = recordTrace(experiment, repeat, taskOf(experiment.task), kernelFactory(kernel), steps);
    for (const { path, text } of traceFiles(trace)) writeWhole(join(folder, path), text);
  }
  streams.error(
    `traces of ${repeats.length} repeat${repeats.length === 1 ? '' : 's'} in ${join(folder, 'trace')}\n`,
  );
}
