import { availableParallelism } from 'node:os';
import { SettingsError } from '../../core/experiment/problems.ts';
import { parseSweep } from '../../core/experiment/sweep/sweep.ts';
import { sweepJson } from '../../share/sweep-document.ts';
import type { SweepCommand } from '../arguments.ts';
import type { ExitCode, Streams, Surroundings } from '../main.ts';
import { UsageError } from '../usage-error.ts';
import { planOf } from './plan.ts';
import { runSweep } from './run-sweep.ts';
import { sweepTable } from './sweep-table.ts';

/**
 * Runs an experiment for each value of one setting.
 *
 * @throws UsageError; SettingsError naming every value that is none
 */
export async function sweepCommand(
  command: SweepCommand,
  streams: Streams,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { setting, values, what, out } = command;
  const repeats = command.repeats === null ? null : ({ kind: 'all', repeats: command.repeats } as const);
  const [plan, ...others] = planOf(what, repeats, null);
  if (!plan || others.length > 0) throw new UsageError(`sweep: ${what} has several variants; name one`);
  const { sweep, problems } = parseSweep(setting, values, plan.experiment);
  if (problems.length > 0) throw new SettingsError(problems);
  const options = {
    ...surroundings,
    kernel: command.kernel,
    workers: command.workers ?? Math.max(1, availableParallelism() - 1),
  };
  const { result, failed } = await runSweep(sweep, out, options, streams);
  if (result === null) {
    streams.error(
      `infoplane: stopped${out === null ? '' : '; the same command goes on with what is missing'}\n`,
    );
    return 130;
  }
  streams.output(command.json ? sweepJson(result) : sweepTable(result, out));
  return failed > 0 ? 1 : 0;
}
