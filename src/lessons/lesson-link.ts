import type { Experiment } from '../core/experiment/experiment.ts';
import type { Problem } from '../core/experiment/problems.ts';
import { fromQuery, toQuery } from '../share/link.ts';
import { readView, type LinkedView } from '../share/view-link.ts';
import type { Step } from './lesson.ts';

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

/** What happens once a prediction is made: the run on the page is looked at, is measured anew, or another one is trained. */
export function afterPrediction({ before, run }: Step): 'looks' | 'measures' | 'trains' {
  if (before === run) return 'looks';
  const [shown, decides] = [before, run].map((link) => toQuery(readLessonLink(link).experiment));
  return shown === decides ? 'measures' : 'trains';
}
