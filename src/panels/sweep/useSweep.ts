import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { outcomeOf, type Outcome } from '../../core/experiment/presets/outcome.ts';
import type { SweepSetting } from '../../core/experiment/sweep/sweep.ts';
import type { OutcomeId } from '../../plots/scene/sweep-outcomes.ts';
import type { Beside } from '../../store/beside.ts';
import type { Stores } from '../../store/hooks.ts';
import type { Session } from '../../store/session.ts';
import type { SweepState } from '../../store/sweep/state.ts';
import { SweepWork } from '../../store/sweep/sweep-work.ts';
import { queue } from '../useOutcome.ts';

/** How the sweep is looked at, and what is in its form; kept while its dialog is closed. */
export interface SweepView {
  readonly setting: SweepSetting;
  /** Null: the usual values of the setting. */
  readonly text: string | null;
  readonly repeats: number;
  /** Of the slider, 0 to 1. */
  readonly place: number;
  readonly playing: boolean;
  readonly colourBy: 'epoch' | 'layer';
  /** Layer that stands out, 0 for T1; chosen, and pointed at. */
  readonly layer: number | null;
  readonly pointed: number | null;
  /** Index of the value that is pointed at. */
  readonly value: number | null;
  readonly outcome: OutcomeId;
}

export interface SweepHere {
  readonly work: SweepWork;
  readonly view: StoreApi<SweepView>;
}

const made = new WeakMap<Session, SweepHere>();

/** The page's sweep: it goes on and keeps what it has while its dialog is closed. */
export function sweepOf({ session }: Pick<Stores, 'session'>, beside: Beside): SweepHere {
  const known = made.get(session);
  if (known) return known;
  const work = new SweepWork(session, beside);
  work.store.subscribe(({ status, cells }) => {
    const isOver = status === 'none' || status === 'ended' || status === 'stopped';
    const done = cells.filter((cell) => cell.status === 'done').length;
    const now = isOver ? { done: 0, of: 0 } : { done, of: cells.length };
    const before = beside.sweeping.getState();
    if (now.done !== before.done || now.of !== before.of) beside.sweeping.setState(now);
  });
  const view = createStore<SweepView>(() => ({
    ...{ setting: 'bits', text: null, repeats: 1, place: 1, playing: false },
    ...{ colourBy: 'epoch', layer: null, pointed: null, value: null, outcome: 'ixtEnd' },
  }));
  const here = { work, view };
  made.set(session, here);
  return here;
}

export const SweepContext = createContext<SweepHere | null>(null);

export function useSweepHere(): SweepHere {
  const here = useContext(SweepContext);
  if (!here) throw new Error('SweepContext is missing');
  return here;
}

export function useSweep<T>(select: (state: SweepState) => T): T {
  return useStore(useSweepHere().work.store, select);
}

export function useSweepView<T>(select: (view: SweepView) => T): T {
  return useStore(useSweepHere().view, select);
}

/** The layer that stands out now: pointed at, or chosen. */
export function useHighlight(): number | null {
  return useSweepView(({ pointed, layer }) => pointed ?? layer);
}

/** What came out of each value's repeats that are done; null before the first of them is. */
export function useSweepOutcomes(): readonly (Outcome | null)[] {
  const { work } = useSweepHere();
  const cells = useSweep((state) => state.cells);
  const known = useSyncExternalStore(queue.subscribe, queue.version);
  useEffect(() => {
    for (const [index, { value }] of cells.entries()) {
      for (const run of work.runsOf(index)) queue.want(run.key, () => run, value.experiment);
    }
  }, [work, cells]);
  const ended = cells.map(({ version, done }) => `${version} ${done}`).join();
  return useMemo(
    () => cells.map((_, index) => outcomeOf(work.runsOf(index).flatMap(({ key }) => queue.of(key) ?? []))),
    // The numbers change when a repeat has ended, or when they are there: cells are new objects more often.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [work, ended, known],
  );
}
