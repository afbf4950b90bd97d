import type { Experiment } from '../core/experiment/experiment.ts';
import type { Problem } from '../core/experiment/problems.ts';
import { fromQuery } from '../share/link.ts';

/** A step's link, read: what is trained, and how it is looked at. */
export interface LessonLink {
  readonly experiment: Experiment;
  /** The epoch; null: where the view is. */
  readonly at: number | null;
  /** The ruler's text; null: as counted. */
  readonly ruler: string | null;
  /** 0 is T1; null: none. */
  readonly layer: number | null;
  readonly problems: readonly Problem[];
}

export function readLessonLink(link: string): LessonLink {
  const { experiment, problems } = fromQuery(link);
  const view = new URLSearchParams(link);
  const number = (name: string): number | null => (view.has(name) ? Number(view.get(name)) : null);
  const layer = number('layer');
  return {
    experiment,
    at: number('at'),
    ruler: view.get('ruler'),
    layer: layer === null ? null : layer - 1,
    problems,
  };
}
