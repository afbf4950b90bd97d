import { availableParallelism, cpus, loadavg } from 'node:os';
import { partNames, type PartTimes } from './parts.ts';
import type { Measured, Round } from './rounds.ts';
import { median, sum } from './statistics.ts';

/** What the benchmark prints; README.md says what each figure means. */
export interface Result {
  readonly epochMs: number;
  readonly measurementMs: number;
  readonly defaultRunSeconds: number;
  readonly ratioTfjsFit: number;
  readonly ratioTfjsLoop: number;
  readonly ratioScalar: number;
  readonly fractionOfPeak: number;
  readonly tfjsFitMs: number;
  readonly tfjsLoopMs: number;
  readonly scalarEpochMs: number;
  readonly peakGmacs: number;
  readonly defaultRunCpuSeconds: number;
  /** The least disturbed of each, where the others are medians. */
  readonly best: {
    readonly epochMs: number;
    readonly measurementMs: number;
    readonly defaultRunSeconds: number;
    readonly tfjsFitMs: number;
    readonly tfjsLoopMs: number;
    readonly scalarEpochMs: number;
    readonly peakGmacs: number;
    readonly defaultRunCpuSeconds: number;
  };
  /** Multiply-adds an epoch needs. */
  readonly multiplyAdds: number;
  /** Shares of the default run, 0 to 1. */
  readonly defaultRunShares: { readonly training: number; readonly measuring: number };
  readonly epochParts: EpochParts;
  readonly fingerprint: string;
  readonly rounds: number;
  readonly machine: {
    readonly cores: number;
    readonly processor: string;
    readonly node: string;
    /** Processes that wanted to run in the last minute, at the end. */
    readonly load: number;
  };
  readonly tfjs: Measured['tfjs'];
}

/** Parts of an epoch in milliseconds, each timed alone and at its best, as best.epochMs is. */
export interface EpochParts {
  readonly multiplyAdds: number;
  readonly activations: number;
  /** Ranges, levels and rounding, and the gradient back through them and through the activation. */
  readonly quantization: number;
  readonly softmaxAndLoss: number;
  readonly shuffleAndGather: number;
  readonly optimizer: number;
  /** What is left of the epoch: calls, generators, memory that was used by something else meanwhile. */
  readonly rest: number;
}

export function resultOf({ rounds, defaultRuns, multiplyAdds, tfjs }: Measured): Result {
  const middle = (of: (round: Round) => number): number => median(rounds.map(of));
  const least = (of: (round: Round) => number): number => Math.min(...rounds.map(of));
  const runSeconds = defaultRuns.map(({ seconds }) => seconds);
  const cpuSeconds = defaultRuns.map((run) => run.cpuSeconds);
  const measurements = defaultRuns.flatMap((run) => run.measurements);
  const measuring = sum(defaultRuns.map(({ measuringSeconds }) => measuringSeconds)) / sum(runSeconds);
  const best = {
    epochMs: least((round) => round.bestEpochMs),
    measurementMs: Math.min(...measurements),
    defaultRunSeconds: Math.min(...runSeconds),
    tfjsFitMs: least((round) => round.tfjsFitMs),
    tfjsLoopMs: least((round) => round.tfjsLoopMs),
    scalarEpochMs: least((round) => round.scalarEpochMs),
    peakGmacs: Math.max(...rounds.map((round) => round.peakGmacs)),
    defaultRunCpuSeconds: Math.min(...cpuSeconds),
  };
  return {
    epochMs: middle((round) => round.epochMs),
    measurementMs: median(measurements),
    defaultRunSeconds: median(runSeconds),
    ratioTfjsFit: middle((round) => round.tfjsFitMs / round.epochMs),
    ratioTfjsLoop: middle((round) => round.tfjsLoopMs / round.epochMs),
    ratioScalar: middle((round) => round.scalarEpochMs / round.epochMs),
    // Both at their best: the bursts of the peak are too short to be disturbed as epochs are.
    fractionOfPeak: multiplyAdds / (best.epochMs * 1e6) / best.peakGmacs,
    tfjsFitMs: middle((round) => round.tfjsFitMs),
    tfjsLoopMs: middle((round) => round.tfjsLoopMs),
    scalarEpochMs: middle((round) => round.scalarEpochMs),
    peakGmacs: middle((round) => round.peakGmacs),
    defaultRunCpuSeconds: median(cpuSeconds),
    best,
    multiplyAdds,
    defaultRunShares: { training: 1 - measuring, measuring },
    epochParts: partsOf(rounds, best.epochMs),
    fingerprint: defaultRuns[0]?.fingerprint ?? '',
    rounds: rounds.length,
    machine: {
      cores: availableParallelism(),
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      node: process.version,
      load: loadavg()[0] ?? NaN,
    },
    tfjs,
  };
}

function partsOf(rounds: readonly Round[], epochMs: number): EpochParts {
  const entries = partNames.map(
    (name) => [name, Math.min(...rounds.map(({ parts }) => parts[name]))] as const,
  );
  const ms = Object.fromEntries(entries) as unknown as PartTimes; // One entry for each name.
  const parts = {
    multiplyAdds: ms.forwardSums + ms.gradients,
    activations: ms.forward - ms.forwardSums,
    quantization: ms.quantize + ms.throughQuantizer,
    softmaxAndLoss: ms.softmax,
    shuffleAndGather: ms.shuffle + ms.gather,
    optimizer: ms.optimizer,
  };
  return { ...parts, rest: epochMs - sum(Object.values(parts)) };
}
