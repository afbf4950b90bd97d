import { createStore, type StoreApi } from 'zustand/vanilla';

/** Data on its way to a worker: bytes that have come, of all; of 0 while nothing is known. */
export interface LoadingState {
  readonly loaded: number;
  readonly total: number;
}

/** What the workers are loading. One of them downloads, others wait for it: the one that has most is shown. */
export class Loading {
  readonly store: StoreApi<{ readonly now: LoadingState | null }> = createStore<{ now: LoadingState | null }>(
    () => ({ now: null }),
  );
  private readonly reports = new Map<unknown, LoadingState>();

  /**
   * A worker is told of by whoever talks to it.
   *
   * @param state null: it loads nothing, or no longer
   */
  readonly hear = (who: unknown, state: LoadingState | null): void => {
    if (state) this.reports.set(who, state);
    else if (!this.reports.delete(who)) return;
    const most = [...this.reports.values()].reduce<LoadingState | null>(
      (best, report) => (best && best.loaded >= report.loaded ? best : report),
      null,
    );
    this.store.setState({ now: most });
  };
}
