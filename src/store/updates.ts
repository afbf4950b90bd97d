import { createStore, type StoreApi } from 'zustand/vanilla';

/** A newer build of the page than the one that is open. */
export interface UpdateState {
  /** Loads the newer build, and so the page again; null if there is none. */
  readonly take: (() => void) | null;
}

export type UpdateStore = StoreApi<UpdateState>;

export function createUpdateStore(): UpdateStore {
  return createStore<UpdateState>(() => ({ take: null }));
}
