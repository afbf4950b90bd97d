import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../core/experiment/experiment.ts';
import type { ResultClaim } from '../share/result-link.ts';

/** What the page's link claims of the run of its settings. */
export interface Claimed {
  readonly claim: ResultClaim;
  readonly experiment: Experiment;
}

export interface ClaimState {
  /** Null: nothing, or the settings have changed since. */
  readonly claimed: Claimed | null;
}

export type ClaimStore = StoreApi<ClaimState>;

export function createClaimStore(): ClaimStore {
  return createStore<ClaimState>(() => ({ claimed: null }));
}
