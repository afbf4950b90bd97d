import { SettingsError } from '../core/experiment/problems.ts';
import type { KernelFactory } from '../core/experiment/run.ts';
import type { Kernel } from '../core/kernel.ts';
import { ScalarKernel } from '../core/network/scalar-kernel.ts';
import { loadKernel } from '../kernel/load-node.ts';
import { WasmKernel } from '../kernel/wasm-kernel.ts';
import { fromQueryStrict, queryOf } from '../share/link.ts';
import { help, parseCommand, UsageError, type Command } from './arguments.ts';
import { documentOf } from './document.ts';
import { Progress } from './progress.ts';
import { tableOf } from './table.ts';
import { train } from './train.ts';

/** Where the command writes; `isTerminal` says whether somebody watches `error`. */
export interface Streams {
  output(text: string): void;
  error(text: string): void;
  readonly isTerminal: boolean;
}

/** The command did what it was asked to; it failed; it was asked for something that does not exist. */
export type ExitCode = 0 | 1 | 2;

/** @param args the command line without the program's own name */
export function main(args: readonly string[], streams: Streams): ExitCode {
  try {
    const command = parseCommand(args);
    if (command.name === 'run') return runCommand(command, streams);
    streams.output(help);
    return 0;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const isAsked = isUsage || error instanceof SettingsError;
    streams.error(`infoplane: ${error instanceof Error ? error.message : String(error)}\n`);
    if (isUsage) streams.error('"infoplane --help" says what there is.\n');
    return isAsked ? 2 : 1;
  }
}

function runCommand(command: Extract<Command, { name: 'run' }>, streams: Streams): ExitCode {
  const experiment = fromQueryStrict(queryOf(command.link));
  const progress = streams.isTerminal
    ? new Progress(experiment.epochs, (text) => {
        streams.error(text);
      })
    : null;
  const run = train(experiment, kernelFactory(command.kernel), (trained) => {
    progress?.show(trained);
  });
  progress?.clear();
  const document = documentOf(run);
  streams.output(command.json ? `${JSON.stringify(document, null, 2)}\n` : tableOf(document));
  if (run.failure !== null) streams.error(`infoplane: ${run.failure.message}\n`);
  if (run.violations.length > 0) streams.error(`infoplane: ${run.violations.length} invariants are broken\n`);
  return run.failure === null && run.violations.length === 0 ? 0 : 1;
}

function kernelFactory(name: Kernel['name']): KernelFactory {
  if (name === 'scalar') return (spec, samples) => new ScalarKernel(spec, samples);
  const module = loadKernel();
  return (spec, samples) => new WasmKernel(module, spec, samples);
}
