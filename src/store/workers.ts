import { savedChoice, saveChoice } from './choices.ts';
import { usualWorkers } from './pool.ts';

const key = 'infoplane-workers';

/** The cores of this machine, as far as the browser tells. */
export function cores(): number {
  return Math.max(1, navigator.hardwareConcurrency || 1);
}

/** How many workers were chosen before; one less than there are cores if none were. */
export function savedWorkers(): number {
  const saved = Number(savedChoice(key) ?? NaN);
  return Number.isInteger(saved) && saved >= 1 && saved <= cores() ? saved : usualWorkers(cores());
}

export function saveWorkers(workers: number): void {
  saveChoice(key, workers === usualWorkers(cores()) ? null : String(workers));
}
