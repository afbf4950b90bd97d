import { usualWorkers } from './pool.ts';

const key = 'infoplane-workers';

/** The cores of this machine, as far as the browser tells. */
export function cores(): number {
  return Math.max(1, navigator.hardwareConcurrency || 1);
}

/** How many workers were chosen before; one less than there are cores if none were, or storage is closed. */
export function savedWorkers(): number {
  try {
    const saved = Number(localStorage.getItem(key) ?? NaN);
    if (Number.isInteger(saved) && saved >= 1 && saved <= cores()) return saved;
  } catch {
    // Storage is closed (private window, sandboxed frame).
  }
  return usualWorkers(cores());
}

export function saveWorkers(workers: number): void {
  try {
    if (workers === usualWorkers(cores())) localStorage.removeItem(key);
    else localStorage.setItem(key, String(workers));
  } catch {
    // Storage is closed: the choice holds for this visit.
  }
}
