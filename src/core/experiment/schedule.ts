import type { Experiment } from './experiment.ts';

type Schedule = Pick<Experiment, 'epochs' | 'prefit' | 'every' | 'zero'>;

/** Completed epochs at the end of a run, those on shuffled labels included. */
export const totalEpochs = ({ epochs, prefit }: Pick<Schedule, 'epochs' | 'prefit'>): number =>
  prefit + epochs;

/**
 * The completed epochs after which a run is measured, ascending.
 *
 * 0 (before training) if `zero`; every n: 1, 1 + n, 1 + 2n, ... (the study's epochs 0, n, 2n, ...); `log`: from 1 on
 * each about a twentieth later than the one before, max(e + 1, ceil(21 e / 20)). The end is always measured. Epochs
 * on shuffled labels come first and count; the true labels' epochs are measured likewise, from the first of them on.
 */
export function* measuredEpochs({ epochs, prefit, every, zero }: Schedule): Generator<number, void, void> {
  if (zero) yield 0;
  if (prefit > 0) yield* phase(prefit, every);
  for (const epoch of phase(epochs, every)) yield prefit + epoch;
}

function* phase(epochs: number, every: Schedule['every']): Generator<number, void, void> {
  let epoch = 1;
  while (epoch < epochs) {
    yield epoch;
    epoch = every === 'log' ? Math.max(epoch + 1, Math.ceil((21 * epoch) / 20)) : epoch + every;
  }
  yield epochs;
}

/** How many measurements a run has. */
export function measurementCount(schedule: Schedule): number {
  let count = 0;
  for (const _ of measuredEpochs(schedule)) count++;
  return count;
}
