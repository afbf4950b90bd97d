import { compareWords } from './en-compare.ts';
import { translator } from './t.ts';

/** Messages of the comparison of two runs, which come with it. */
export const { t: c } = translator(compareWords, 'compare');
