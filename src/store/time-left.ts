import type { RunFacts } from './run.ts';

type Progress = Pick<RunFacts, 'status' | 'secondsLeft' | 'rate'>;

/**
 * Seconds until all repeats are done: those that wait are given out, one after another, to the worker that is free
 * first, each to take what one takes now. Null while no repeat's speed is known, or nothing is left.
 *
 * @param epochs of one repeat
 */
export function secondsLeft(repeats: readonly Progress[], workers: number, epochs: number): number | null {
  const running = repeats.filter(({ status }) => status === 'running' || status === 'paused');
  const rates = running.flatMap(({ rate }) => (rate ? [rate] : []));
  if (rates.length === 0) return null;
  const whole = (epochs * rates.length) / rates.reduce((sum, rate) => sum + rate, 0);
  const free = running.map((run) => run.secondsLeft ?? whole);
  while (free.length < workers) free.push(0);
  for (const { status } of repeats) {
    if (status !== 'waiting') continue;
    const soonest = free.indexOf(Math.min(...free));
    free[soonest] = (free[soonest] ?? 0) + whole;
  }
  return Math.max(...free);
}
