import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OtherRun } from './other-run.ts';

/** What is pointed at on one of two planes. */
export interface Pointed {
  /** 0 is T1. */
  readonly layer: number;
  readonly epoch: number;
  /** Is it on the compared run's plane? */
  readonly other: boolean;
}

/** The run that is compared with the one on the page, and how. */
export interface CompareState {
  readonly other: OtherRun | null;
  /** On a plane of its own, not behind the run on the page. */
  readonly beside: boolean;
  /** A point of either plane that is pointed at. */
  readonly pointed: Pointed | null;
}

export type CompareStore = StoreApi<CompareState>;

export function createCompareStore(): CompareStore {
  return createStore<CompareState>(() => ({ other: null, beside: false, pointed: null }));
}
