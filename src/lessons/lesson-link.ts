import type { Experiment } from '../core/experiment/experiment.ts';
import type { Problem } from '../core/experiment/problems.ts';
import { fromQuery } from '../share/link.ts';
import { readView, type LinkedView } from '../share/view-link.ts';

/** A step's link, read: what is trained, and how it is looked at. */
export interface LessonLink {
  readonly experiment: Experiment;
  readonly view: LinkedView;
  /** What is wrong with it; a lesson's link has none. */
  readonly problems: readonly Problem[];
}

export function readLessonLink(link: string): LessonLink {
  const { experiment, problems } = fromQuery(link);
  const { view, problems: unclear } = readView(link, experiment);
  return { experiment, view, problems: [...problems, ...unclear] };
}
