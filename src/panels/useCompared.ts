import { useEffect, useSyncExternalStore } from 'react';
import type { RepeatNumbers } from '../core/experiment/presets/outcome.ts';
import { useCompare, useRepeats, useRun, useStores, useView } from '../store/hooks.ts';
import { otherRun, type OtherRun } from '../store/other-run.ts';
import { shownPath } from '../store/rulers.ts';
import { measurementsOf, outcomeLines, type OutcomeLine, type RunOutcome } from './comparedOutcomes.ts';
import { queue } from './useOutcome.ts';

/** The run on the page, in the terms of the one that it is compared with; null before there is one. */
export function usePresent(): OtherRun | null {
  const { session } = useStores();
  const shown = useRepeats((repeats) => repeats.shown);
  // What the set says changes with these.
  useRepeats((repeats) => `${repeats.version} ${repeats.status}`);
  useRun((run) => `${run.id} ${run.status} ${run.old}`);
  return session.set && !session.run.state.old ? otherRun(session.set, shown, 'page') : null;
}

export interface Compared {
  /** The ruler both are measured by; null: as counted. */
  readonly ruler: string | null;
  readonly lines: readonly OutcomeLine[];
}

/** The outcomes of both runs; null until both are there. */
export function useComparedOutcomes(): Compared | null {
  const present = usePresent();
  const other = useCompare((state) => state.other);
  const view = useView((state) => state);
  useSyncExternalStore(queue.subscribe, queue.version);
  const drawn = present && shownPath(present.facts, view)?.ruler;
  const byRuler = drawn ?? null;
  const sides = [present, other].map((run) => run && sideOf(run, byRuler));
  const ruler = sides.every((side) => side && side.columns.length > 0) ? byRuler : null;
  const read = ruler === byRuler ? sides : [present, other].map((run) => run && sideOf(run, null));
  useEffect(() => {
    for (const side of read) side?.want();
  });
  const [one, two] = read;
  if (!one?.numbers || !two?.numbers) return null;
  return {
    ruler,
    lines: outcomeLines({ ...one, numbers: one.numbers }, { ...two, numbers: two.numbers }, view.output),
  };
}

interface SideOf extends Omit<RunOutcome, 'numbers'> {
  /** Null until all are known. */
  readonly numbers: readonly RepeatNumbers[] | null;
  /** Has them computed. */
  readonly want: () => void;
}

function sideOf(run: OtherRun, ruler: string | null): SideOf {
  const { start, trajectory } = run.facts;
  const rows = trajectory?.rows ?? 2;
  const columns = measurementsOf(run, ruler);
  const numbers = columns.flatMap((each) => queue.of(each) ?? []);
  const want = (): void => {
    if (!start) return;
    const { limits } = start;
    for (const each of columns) queue.want(each, () => ({ columns: each, rows, limits }), run.experiment);
  };
  const isKnown = columns.length > 0 && numbers.length === columns.length;
  return { columns, rows, prefit: run.experiment.prefit, numbers: isKnown ? numbers : null, want };
}
