import { availableParallelism } from 'node:os';
import { totalEpochs } from '../core/experiment/schedule.ts';
import { TaskError } from '../core/tasks/task-error.ts';
import { SettingsError } from '../core/experiment/problems.ts';
import { jsonText } from '../share/json.ts';
import type { EndedRun } from '../share/ended-run.ts';
import { documentOf } from '../share/run-document.ts';
import { help, parseCommand, type MergeCommand, type RunCommand } from './arguments.ts';
import { sweepCommand } from './set/sweep-command.ts';
import { Progress } from './progress.ts';
import { SetConflict } from './set/agreement.ts';
import { LocalWorker } from './set/local-worker.ts';
import { mergeAll } from './set/merge-command.ts';
import { planOf, type PlannedSet } from './set/plan.ts';
import { runJobs, type PoolListener } from './set/pool.ts';
import type { RepeatWorker } from './set/repeat-worker.ts';
import { runSet } from './set/run-set.ts';
import { setTable } from './set/set-table.ts';
import { tableOf } from './table.ts';
import { OutputProblem } from './set/whole-file.ts';
import { writeTraces } from './trace/write-traces.ts';
import { UsageError } from './usage-error.ts';
import { toVerify, verdictOf, type ToVerify } from './verify.ts';

/** Where the command writes; `isTerminal` says whether somebody watches `error`. */
export interface Streams {
  output(text: string): void;
  error(text: string): void;
  readonly isTerminal: boolean;
}

/** What the program has around it. */
export interface Surroundings {
  readonly openWorker: () => RepeatWorker;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Done; it failed; it was asked for something that does not exist; stopped by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130;

/** What goes wrong because of what was asked for. */
const askedFor = [SettingsError, SetConflict, OutputProblem, TaskError];

const onThisThread: Surroundings = {
  openWorker: () => new LocalWorker(),
  signal: new AbortController().signal,
};

/** @param args the command line without the program's own name */
export async function main(
  args: readonly string[],
  streams: Streams,
  surroundings = onThisThread,
): Promise<ExitCode> {
  try {
    const command = parseCommand(args);
    if (command.name === 'run') return await runCommand(command, streams, surroundings);
    if (command.name === 'sweep') return await sweepCommand(command, streams, surroundings);
    if (command.name === 'merge') return mergeCommand(command, streams);
    streams.output(help);
    return 0;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const isAsked = isUsage || askedFor.some((kind) => error instanceof kind);
    streams.error(`infoplane: ${error instanceof Error ? error.message : String(error)}\n`);
    if (isUsage) streams.error('"infoplane --help" says what there is.\n');
    return isAsked ? 2 : 1;
  }
}

function mergeCommand({ folders, out, json }: MergeCommand, streams: Streams): ExitCode {
  const merged = mergeAll(folders, out);
  if (json && merged.length > 1)
    throw new UsageError('--json: these are several sets; each has its set.json');
  for (const { folder, set } of merged) {
    streams.output(json ? jsonText(set.document) : setTable(set.document, folder));
  }
  const runs = merged.flatMap(({ set }) => set.runs);
  return runs.every(({ failure }) => failure === null) ? 0 : 1;
}

async function runCommand(
  command: RunCommand,
  streams: Streams,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const plans = planOf(command.what, command.repeats, command.out, command.rulers, command.own);
  const [first] = plans;
  const named = first && plans.length === 1 ? toVerify(command.what, first.experiment) : null;
  const isSingle = plans.length === 1 && command.out === null && first?.experiment.repeats === 1;
  if (first && isSingle) return runSingle(first, named, command, streams, surroundings);
  if (command.json && plans.length > 1) {
    throw new UsageError(
      `--json: ${command.what} has ${plans.length} variants; name one, such as ${first?.name ?? ''}`,
    );
  }
  let code: ExitCode = 0;
  for (const plan of plans) {
    if (command.trace !== null) writeTraces(plan, command.trace.steps, command.kernel, streams);
    const { set, failed } = await runSet(
      plan,
      {
        ...surroundings,
        kernel: command.kernel,
        workers: command.workers ?? Math.max(1, availableParallelism() - 1),
      },
      streams,
    );
    if (set === null) {
      const isKept = plan.folder === null ? '' : '; the same command goes on with what is missing';
      streams.error(`infoplane: stopped${isKept}\n`);
      return 130;
    }
    streams.output(command.json ? jsonText(set.document) : setTable(set.document, plan.folder, plan.name));
    const isBroken = set.document.violations.length > 0 || set.runs.some(({ failure }) => failure !== null);
    const [alone] = set.runs;
    const isOther =
      named && !verify(named, alone?.columns ?? null, set.document.fingerprint, command, streams);
    if (failed > 0 || isBroken || isOther) code = 1;
  }
  return code;
}

/** Tells how a result stands to the one that its link names; returns whether they are the same. */
function verify(
  named: ToVerify,
  columns: EndedRun['columns'] | null,
  fingerprint: string | null,
  { json }: RunCommand,
  streams: Streams,
): boolean {
  const { isReproduced, text } = verdictOf(named, columns, fingerprint);
  if (json || !isReproduced) streams.error(`infoplane: ${text}\n`);
  else streams.output(`${text}\n`);
  return isReproduced;
}

/** One run, to be looked at: on a worker too, so that this thread hears of signals. */
async function runSingle(
  { experiment, own }: PlannedSet,
  named: ToVerify | null,
  command: RunCommand,
  streams: Streams,
  { openWorker, signal }: Surroundings,
): Promise<ExitCode> {
  const progress = streams.isTerminal
    ? new Progress(totalEpochs(experiment), (text) => {
        streams.error(text);
      })
    : null;
  const ended: EndedRun[] = [];
  const job = { experiment, repeat: 1, kernel: command.kernel, rulers: [], ...(own ? { own } : {}) };
  const listener: PoolListener = {
    message: (_, message) => {
      if (message.kind === 'progress') progress?.show(message.part * totalEpochs(experiment));
    },
    ended: (_, run) => ended.push(run),
    failed: (_, reason) => {
      throw new Error(reason);
    },
  };
  try {
    await runJobs([job], 1, openWorker, listener, signal);
  } finally {
    progress?.clear();
  }
  const [run] = ended;
  if (!run) {
    streams.error('infoplane: stopped\n');
    return 130;
  }
  const document = documentOf(run);
  streams.output(command.json ? jsonText(document) : tableOf(document));
  if (run.failure !== null) streams.error(`infoplane: ${run.failure.message}\n`);
  if (run.violations.length > 0) streams.error(`infoplane: ${run.violations.length} invariants are broken\n`);
  const end = run.failure === null ? run.fingerprint : null;
  const isOther = named && !verify(named, run.columns, end, command, streams);
  return run.failure === null && run.violations.length === 0 && !isOther ? 0 : 1;
}
