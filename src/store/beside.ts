import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MeasureClient } from './measure-client.ts';
import type { Pool } from './pool.ts';

/** Workers for what goes on beside the page, begun when they are first needed, and how far that is. */
export interface Beside {
  pool(): Pool;
  measure(): MeasureClient;
  /** Values of a sweep that have ended, of all; 0 of 0 while none is at work. */
  readonly sweeping: StoreApi<{ readonly done: number; readonly of: number }>;
}

export function besideOf(pool: () => Pool, measure: () => MeasureClient): Beside {
  return { pool, measure, sweeping: createStore(() => ({ done: 0, of: 0 })) };
}
