import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { Experiment } from '../../core/experiment/experiment.ts';
import { isRuler, parseRuler } from '../../core/information/ruler-text.ts';
import { hasCells, type CellReading, type LayerInspection } from '../../core/inspection/inspect.ts';
import { mapLayout } from '../../core/tasks/map-layout.ts';
import { keptColours, type Coloured } from '../../plots/scene/kept-colours.ts';
import { useFrame, useRepeats, useRun, useStores } from '../../store/hooks.ts';
import { viewedEpoch } from '../../store/player.ts';
import { runPath, shownPath } from '../../store/rulers.ts';
import type { Session } from '../../store/session.ts';
import { isRecorded } from '../../store/stand-in.ts';
import { LatestOnly } from '../latestOnly.ts';
import { quantizedRow } from '../rangeData.ts';
import { layerOrDefault, rowOf } from '../reading.ts';
import { isOwnCount } from '../rulerWords.ts';

/** How the codes were read, for the reader to know. */
export type ReadBy =
  /** As the run counts; with a ruler: over the part of the samples that it names. */
  | { readonly kind: 'exact' | 'grid'; readonly ruler?: string }
  /**
   * `shuffled`: the plane has labels in other orders, the inspector their own; `noCells`: the ruler gives none, and they
   * are counted exactly.
   */
  | { readonly kind: 'ruler' | 'shuffled' | 'noCells'; readonly ruler: string };

/** A layer as it was opened. */
export interface Inspected {
  readonly experiment: Experiment;
  readonly layer: number;
  /** Layers of the network. */
  readonly layers: number;
  /** Of the checkpoint. */
  readonly epoch: number;
  /** The epoch looked at, which may have no checkpoint of its own. */
  readonly wanted: number;
  readonly readBy: ReadBy;
  readonly inspection: LayerInspection;
  /** Numbers of colours that stay with cells from epoch to epoch; null where inputs lie on no map. */
  readonly coloured: Coloured | null;
}

/** What there is to show, or why there is nothing. */
export type InspectionNow =
  | { readonly kind: 'waiting' | 'mean' | 'none' }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'shown'; readonly at: Inspected };

/** Milliseconds between two requests: some 15 a second. */
const pause = 66;

interface Reading {
  readonly by: ReadBy;
  readonly cells: CellReading;
}

/** As the plane is drawn: by its ruler where that has cells, else as the run counted. */
function readingOf({ run, view }: Session, layer: number): Reading {
  const state = view.getState();
  const rows = run.state.trajectory?.rows ?? 2;
  const drawn = shownPath(run.state, state)?.ruler ?? null;
  const counted = { kind: 'counted', row: rowOf({ rows, output: state.output }, layer) } as const;
  if (drawn === null) return { by: { kind: counted.row === rows - 2 ? 'grid' : 'exact' }, cells: counted };
  const ruler = parseRuler(drawn);
  if (!isRuler(ruler) || !hasCells(ruler)) return { by: { kind: 'noCells', ruler: drawn }, cells: counted };
  if (isOwnCount(ruler) && ruler.samples && !ruler.labels) {
    const kind = ruler.strategy === 'grid' && layer === rows - 2 ? 'grid' : 'exact';
    return { by: { kind, ruler: drawn }, cells: { kind: 'ruler', ruler, edges: null } };
  }
  const edges = run.state.trajectory ? (runPath(run.state.trajectory, drawn)?.edges ?? null) : null;
  return {
    by: { kind: ruler.labels ? 'shuffled' : 'ruler', ruler: drawn },
    cells: { kind: 'ruler', ruler, edges },
  };
}

/** With the colours that its cells had before, where there is a map to colour. */
function colouredAs(
  before: Inspected | null,
  experiment: Experiment,
  { cells, chosen }: LayerInspection,
): Coloured | null {
  if (chosen) return null; // A part of the inputs fills no map.
  const isAsBefore = before?.experiment === experiment && !before.inspection.chosen;
  const isOnMap = isAsBefore ? before.coloured !== null : mapLayout(experiment.task) !== null;
  return isOnMap ? { cells, colours: keptColours(before?.coloured ?? null, cells) } : null;
}

/**
 * The layer looked at, at the checkpoint at or before the epoch looked at, computed by a worker. One request is on its
 * way at a time, and of those that come meanwhile only the newest is made; the last answer stays until the next.
 */
export function useInspection(): InspectionNow {
  const { session, measure } = useStores();
  const run = useRun(({ id }) => id);
  const mean = useRepeats(({ shown }) => shown === 'mean');
  const queue = useRef<LatestOnly | null>(null);
  const asked = useRef('');
  const last = useRef<Inspected | null>(null);
  const [now, setNow] = useState<InspectionNow>({ kind: 'waiting' });

  const ask = useCallback(() => {
    const { state } = session.run;
    const { experiment, trajectory, start } = state;
    const view = session.view.getState();
    const wanted = viewedEpoch(state, view.head);
    const checkpoint = session.run.checkpoints.at(wanted);
    const layers = start?.layers ?? 0;
    const layer = layerOrDefault(view.layer, layers);
    const reading = readingOf(session, layer);
    const path = shownPath(state, view);
    // A checkpoint's epoch is looked at for several measurements, where checkpoints were thinned.
    const name = [
      state.id,
      isRecorded(state) && wanted > state.trainedEpochs,
      checkpoint?.epoch,
      wanted,
      layer,
      JSON.stringify(reading.by),
      path?.key,
    ].join(' ');
    if (asked.current === name) return;
    asked.current = name;
    const answer = async (): Promise<InspectionNow> => {
      // A recorded run is ahead of the one that can be opened.
      if (isRecorded(state) && wanted > state.trainedEpochs) return { kind: 'waiting' };
      if (!measure || !experiment || !checkpoint || !trajectory) return { kind: 'none' };
      const { epoch, values } = checkpoint;
      const columns = trajectory.columns();
      const at = columns.epoch.indexOf(epoch) * trajectory.rows + quantizedRow(trajectory.rows, layer);
      const range = [columns.low[at] ?? 0, columns.high[at] ?? 0] as const;
      const question = { layer, range, reading: reading.cells };
      const inspection = await measure.inspect(experiment, epoch, values, question);
      const before = last.current?.layer === layer ? last.current : null;
      const coloured = colouredAs(before, experiment, inspection);
      last.current = { experiment, layer, layers, epoch, wanted, readBy: reading.by, inspection, coloured };
      return { kind: 'shown', at: last.current };
    };
    queue.current ??= new LatestOnly();
    queue.current.ask(async () => {
      const next = await answer().catch((error: unknown): InspectionNow => {
        return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) };
      });
      startTransition(() => setNow(next)); // Drawn in slices: there is much of it.
    });
  }, [session, measure]);

  useFrame(ask, pause);
  useEffect(ask, [ask, run]);

  return mean ? { kind: 'mean' } : now;
}
