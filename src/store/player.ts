import { epochScale, measurementAt } from '../core/experiment/epoch-scale.ts';
import { totalEpochs } from '../core/experiment/schedule.ts';
import type { RunState } from './run.ts';
import { drawnRun } from './stand-in.ts';
import type { ViewState } from './view.ts';

/** A run, or a recorded one that stands in for it: that is looked at like any other. */
type Looked = Parameters<typeof drawnRun>[0];
type Run = Looked & Pick<RunState, 'experiment' | 'status'>;
type View = Pick<ViewState, 'head' | 'scale' | 'duration'>;

/** Last epoch of a run, as planned, those on shuffled labels included. */
export function lastEpoch(run: Pick<RunState, 'experiment'>): number {
  return run.experiment ? totalEpochs(run.experiment) : 0;
}

const epochsOf = (run: Looked): Int32Array | undefined => drawnRun(run)?.trajectory.columns().epoch;

/** The newest measured epoch: the viewing head goes no further. */
export function measuredEpoch(run: Looked): number {
  return epochsOf(run)?.at(-1) ?? 0;
}

/** Index of the measurement the viewing head is at; -1 before there is one. */
export function viewedMeasurement(run: Looked, head: number): number {
  const epochs = epochsOf(run);
  return epochs ? Math.floor(measurementAt(epochs, head)) : -1;
}

/** Its epoch; 0 before there is one. */
export function viewedEpoch(run: Looked, head: number): number {
  const index = viewedMeasurement(run, head);
  return index < 0 ? 0 : (epochsOf(run)?.[index] ?? 0);
}

/** Where the head is `ms` milliseconds of playing later: evenly along the scale, never ahead of what is measured. */
export function advance(run: Run, view: View, ms: number): number {
  const end = measuredEpoch(run);
  if (view.duration === 'live' && isTraining(run)) return end;
  const seconds = view.duration === 'live' ? 20 : view.duration;
  const scale = epochScale(view.scale, lastEpoch(run));
  return Math.min(end, scale.epoch(scale.position(view.head) + ms / 1000 / seconds));
}

/** The epoch of the measurement `by` measurements from the one at `head`; null beyond what is measured. */
export function stepFrom(run: Run, head: number, by: number): number | null {
  const index = viewedMeasurement(run, head) + by;
  return epochsOf(run)?.[index] ?? null;
}

/** Has it more to measure? */
export function isTraining({ status }: Pick<RunState, 'status'>): boolean {
  return status === 'waiting' || status === 'running' || status === 'paused';
}

/** Nothing is left to play: training is over, and the head is at its last measurement. */
export function atEnd(run: Run, head: number): boolean {
  return !isTraining(run) && head >= measuredEpoch(run);
}
