import { createContext, useCallback, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Experiment } from '../core/experiment/experiment.ts';
import type { Embed, EmbedPart } from '../share/embed-link.ts';
import type { Beside } from './beside.ts';
import type { CompareState } from './compare.ts';
import type { Following } from './followers.ts';
import type { UpdateStore } from './updates.ts';
import type { Loading, LoadingState } from './loading.ts';
import type { MeasureClient } from './measure-client.ts';
import type { RepeatsState } from './repeats.ts';
import type { RunState } from './run.ts';
import type { Session } from './session.ts';
import type { Settings } from './settings.ts';
import type { ViewState } from './view.ts';

/** Everything the panels need. */
export interface Stores {
  readonly settings: Settings;
  readonly session: Session;
  readonly loading: Loading;
  /** Measures runs again, and opens their layers; left out in tests that need no worker. */
  readonly measure?: MeasureClient;
  /** Makes workers for what goes on beside the page. */
  readonly beside?: Beside;
  /** How the page is embedded, if it is. */
  readonly embed?: Embed;
  /** Newer builds of the page; left out where nothing is kept. */
  readonly updates?: UpdateStore;
}

export const StoresContext = createContext<Stores | null>(null);

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('StoresContext is missing');
  return stores;
}

/** Whether the page has a part; it has all of them where it is not embedded. */
export function useHas(): (part: EmbedPart) => boolean {
  const { embed } = useStores();
  return (part) => embed?.parts.has(part) ?? true;
}

export function useExperiment(): Experiment {
  return useStore(useStores().settings.store, (state) => state.experiment);
}

export function useRun<T>(select: (state: RunState) => T): T {
  return useStore(useStores().session.run.store, select);
}

export function useRepeats<T>(select: (state: RepeatsState) => T): T {
  return useStore(useStores().session.repeats, select);
}

/** What is trained behind the page; null if there is nothing. */
export function useFollowing(): Following | null {
  return useStore(useStores().session.followers.store, ({ now }) => now);
}

/** The run that is compared with the one on the page, and how. */
export function useCompare<T>(select: (state: CompareState) => T): T {
  return useStore(useStores().session.compare, select);
}

/** Data on its way to the workers; null if there is none. */
export function useLoading(): LoadingState | null {
  return useStore(useStores().loading.store, ({ now }) => now);
}

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useStores().session.view, select);
}

/** Milliseconds between two updates of numbers that change in every frame: ten a second can be read. */
const sampleMs = 100;

/**
 * `select` of run, view and repeats, at most ten times a second; it gives a primitive, or the same object again.
 */
export function useSampled<T>(select: (run: RunState, view: ViewState, repeats: RepeatsState) => T): T {
  const { session } = useStores();
  const subscribe = useCallback(
    (changed: () => void) => sampled([session.run.store, session.view, session.repeats], changed),
    [session],
  );
  return useSyncExternalStore(subscribe, () =>
    select(session.run.state, session.view.getState(), session.repeats.getState()),
  );
}

type Observable = Pick<StoreApi<unknown>, 'subscribe'>;

/** Calls `changed` at once for a change after a pause, then at most every `sampleMs` and for the last one. */
function sampled(stores: readonly Observable[], changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = 0;
  const call = (): void => {
    timer = null;
    last = performance.now();
    changed();
  };
  const heard = (): void => {
    timer ??= setTimeout(call, Math.max(0, sampleMs - (performance.now() - last)));
  };
  const ends = stores.map((store) => store.subscribe(heard));
  return () => {
    if (timer) clearTimeout(timer);
    for (const end of ends) end();
  };
}

/**
 * Calls `draw` when it is mounted and in frames in which something has changed: in each of them, or at most once in
 * `every` milliseconds, and then for the last change too.
 */
export function useFrame(draw: () => void, every = 0): void {
  const { session } = useStores();
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let last = -Infinity;
    const call = (): void => {
      timer = null;
      last = performance.now();
      latest.current();
    };
    const end = session.onFrame(() => {
      const left = last + every - performance.now();
      if (left <= 0) call();
      else timer ??= setTimeout(call, left);
    });
    return () => {
      if (timer) clearTimeout(timer);
      end();
    };
  }, [session, every]);
}
