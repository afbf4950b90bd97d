import { useCallback, useEffect, useRef, useState } from 'react';
import type { Partition } from '../core/information/partition.ts';
import { keptColours, type Coloured } from '../plots/scene/kept-colours.ts';
import { useFrame, useRepeats, useRun, useStores } from '../store/hooks.ts';
import { viewedEpoch } from '../store/player.ts';
import type { Session } from '../store/session.ts';
import { LatestOnly } from './latestOnly.ts';

/** A row's cells, and numbers of colours that stay with them from epoch to epoch. */
export interface ColouredPartition extends Coloured {
  readonly cells: Partition;
}

/** The rows of a measurement at one checkpoint: T1 ... T(L-1), the output on the study's grid, the output exactly. */
export interface PartitionsAt {
  /** Which run it is of (RunState's id). */
  readonly run: number;
  readonly epoch: number;
  readonly rows: readonly ColouredPartition[];
}

/** What there is to show, or why there is nothing. */
export type PartitionsNow =
  | { readonly kind: 'waiting' | 'mean' | 'none' }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'shown'; readonly at: PartitionsAt };

/** Milliseconds between two epochs: 30 a second. */
const pause = 33;

/** The epoch of the checkpoint at or before one; -1 if there is none. */
const checkpointEpoch = ({ run }: Session, epoch: number): number => run.checkpoints.at(epoch)?.epoch ?? -1;

/**
 * The cells of every layer at an epoch, computed by a worker from the checkpoint at or before it. One request is on its
 * way at a time, and of those that come meanwhile only the newest is made; the last answer stays until the next,
 * that of an earlier run too.
 *
 * @param epoch null: the one looked at, as it moves
 */
export function usePartitions(epoch: number | null): PartitionsNow {
  const { session, measure } = useStores();
  const run = useRun(({ id }) => id);
  const mean = useRepeats(({ shown }) => shown === 'mean');
  const queue = useRef<LatestOnly | null>(null);
  const asked = useRef('');
  const last = useRef<PartitionsAt | null>(null);
  const [now, setNow] = useState<PartitionsNow>({ kind: 'waiting' });

  const ask = useCallback(() => {
    const { state } = session.run;
    const wanted = checkpointEpoch(session, epoch ?? viewedEpoch(state, session.view.getState().head));
    const name = `${state.id} ${wanted}`;
    if (asked.current === name) return;
    asked.current = name;
    const checkpoint = session.run.checkpoints.at(wanted);
    const { experiment, id } = state;
    const answer = async (): Promise<PartitionsNow> => {
      if (!measure || !experiment || !checkpoint) return { kind: 'none' };
      const cells = await measure.partitions(experiment, checkpoint.epoch, checkpoint.values);
      const before = last.current?.run === id ? last.current : null;
      const rows = cells.map((own, row): ColouredPartition => {
        return { cells: own, colours: keptColours(before?.rows[row] ?? null, own) };
      });
      last.current = { run: id, epoch: checkpoint.epoch, rows };
      return { kind: 'shown', at: last.current };
    };
    queue.current ??= new LatestOnly();
    queue.current.ask(async () => {
      setNow(
        await answer().catch((error: unknown): PartitionsNow => ({ kind: 'failed', detail: String(error) })),
      );
    });
  }, [session, measure, epoch]);

  useFrame(ask, pause);
  useEffect(ask, [ask, run]);

  return mean ? { kind: 'mean' } : now;
}
