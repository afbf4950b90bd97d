import { createStore } from 'zustand/vanilla';
import type { PlanePlot } from '../plots/plane.ts';

/** The page's plane, for what is loaded later and drawn over it. */
export const planeSlot = createStore<{ readonly plot: PlanePlot | null; readonly host: HTMLElement | null }>(
  () => ({ plot: null, host: null }),
);
