import { mostAttempts, type DiscardedFit } from '../core/experiment/repeat.ts';
import type { RunFacts } from './run.ts';

/** How far one repeat is. */
export interface Progress extends Pick<RunFacts, 'status' | 'secondsLeft' | 'rate' | 'trainedEpochs'> {
  /** 1 is the first. */
  readonly attempt: number;
}

/**
 * Seconds until all repeats are done: those that wait are given out, one after another, to the worker that is free
 * first, each to take what one takes now. Null while no repeat's speed is known, or nothing is left.
 *
 * Bad fits to come are counted by those that there were: a repeat is taken to need as many attempts more as it has had,
 * or as repeats had on average, until it is beyond the epoch where bad fits show.
 *
 * @param epochs of one repeat
 * @param discarded bad fits so far
 */
export function secondsLeft(
  repeats: readonly Progress[],
  workers: number,
  epochs: number,
  discarded: readonly Pick<DiscardedFit, 'epoch'>[] = [],
): number | null {
  const running = repeats.filter(({ status }) => status === 'running' || status === 'paused');
  const rates = running.flatMap(({ rate }) => (rate ? [rate] : []));
  if (rates.length === 0) return null;
  const speed = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const whole = epochs / speed;
  const shows = discarded.reduce((sum, { epoch }) => sum + epoch, 0) / Math.max(1, discarded.length);
  const waiting = repeats.filter(({ status }) => status === 'waiting');
  const usual = discarded.length / (repeats.length - waiting.length);
  const again = (attempt: number): number =>
    (Math.min(Math.max(attempt - 1, usual), mostAttempts - attempt) * shows) / speed;
  const free = running.map(
    (run) => (run.secondsLeft ?? whole) + (run.trainedEpochs > shows ? 0 : again(run.attempt)),
  );
  while (free.length < workers) free.push(0);
  for (const { attempt } of waiting) {
    const soonest = free.indexOf(Math.min(...free));
    free[soonest] = (free[soonest] ?? 0) + whole + again(attempt);
  }
  return Math.max(...free);
}
