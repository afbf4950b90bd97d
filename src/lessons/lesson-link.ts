import type { Experiment } from '../core/experiment/experiment.ts';
import type { Problem } from '../core/experiment/problems.ts';
import { fromQuery } from '../share/link.ts';
import { fitView, readView, type LinkedView } from '../share/view-link.ts';

/** A step's link, read: what is trained, and how it is looked at. */
export interface LessonLink {
  readonly experiment: Experiment;
  readonly view: LinkedView;
  /** What is wrong with it; a lesson's link has none. */
  readonly problems: readonly Problem[];
}

export function readLessonLink(link: string): LessonLink {
  const { experiment, problems } = fromQuery(link);
  const read = readView(link);
  const fitted = fitView(read.view, experiment);
  return { experiment, view: fitted.view, problems: [...problems, ...read.problems, ...fitted.problems] };
}
