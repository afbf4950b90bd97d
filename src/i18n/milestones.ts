import { milestoneWords } from './en-milestones.ts';
import { translator } from './t.ts';

/** Messages of the milestones of a run. */
export const { t: m } = translator(milestoneWords, 'milestones');
