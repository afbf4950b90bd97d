import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OtherRun } from './other-run.ts';

/** The run that is compared with the one on the page, and how. */
export interface CompareState {
  readonly other: OtherRun | null;
  /** On a plane of its own, not behind the run on the page. */
  readonly beside: boolean;
  /** A point of either plane that is pointed at: its layer (0 is T1), and whose plane it is. */
  readonly pointed: { readonly layer: number; readonly other: boolean } | null;
}

export type CompareStore = StoreApi<CompareState>;

export function createCompareStore(): CompareStore {
  return createStore<CompareState>(() => ({ other: null, beside: false, pointed: null }));
}
