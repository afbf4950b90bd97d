import type { Experiment } from '../core/experiment/experiment.ts';
import type { Problem } from '../core/experiment/problems.ts';
import { fromQuery } from '../share/link.ts';

/** A step's link, read: what is trained, and the epoch to look at, null for none. */
export interface LessonLink {
  readonly experiment: Experiment;
  readonly at: number | null;
  readonly problems: readonly Problem[];
}

export function readLessonLink(link: string): LessonLink {
  const { experiment, problems } = fromQuery(link);
  const at = new URLSearchParams(link).get('at');
  return { experiment, at: at === null ? null : Number(at), problems };
}
