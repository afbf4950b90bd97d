import { sweepWords } from './en-sweep.ts';
import { translator } from './t.ts';

/** Messages of the sweep, which come with it. */
export const { t: w } = translator(sweepWords, 'sweep');
