import type { Experiment } from '../../core/experiment/experiment.ts';
import type { Evidence } from '../../lessons/quantity.ts';
import { runPath } from '../rulers.ts';
import type { Session } from '../session.ts';
import { isSameExperiment, type Settings } from '../settings.ts';

interface OnPage {
  readonly settings: Pick<Settings, 'experiment'>;
  readonly session: Pick<Session, 'set' | 'repeats' | 'view'>;
}

/** How far the run that a question needs is: `elsewhere`, the page shows another one. */
export type Readiness = 'elsewhere' | 'training' | 'measuring' | 'ended' | 'ready';

/** @param rulers what has to be laid over it, too */
export function readinessOf(
  { settings, session }: OnPage,
  experiment: Experiment,
  rulers: readonly string[],
): Readiness {
  if (!isSameExperiment(settings.experiment, experiment)) return 'elsewhere';
  const { set } = session;
  // A change of the settings is a moment ahead of the run.
  if (!set || !isSameExperiment(set.experiment, experiment)) return 'training';
  const { status } = session.repeats.getState();
  if (status === 'failed' || status === 'cancelled') return 'ended';
  if (status !== 'done') return 'training';
  const { laid } = session.view.getState();
  return rulers.every((ruler) => laid[ruler]?.kind === 'done') ? 'ready' : 'measuring';
}

/** The repeats that are done, as lessons read them. */
export function evidenceOf({ set }: Pick<Session, 'set'>): readonly Evidence[] {
  return (set?.members ?? []).flatMap(({ isDone, facts }): Evidence[] => {
    const { trajectory, start } = facts;
    if (!isDone || !trajectory || !start) return [];
    return [
      {
        columns: trajectory.columns(),
        rows: trajectory.rows,
        limits: start.limits,
        laid: (ruler) => runPath(trajectory, ruler)?.columns(trajectory) ?? null,
      },
    ];
  });
}
