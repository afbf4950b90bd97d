import { gradientWords } from './en-gradients.ts';
import { translator } from './t.ts';

/** Messages of the charts of gradients and weights, which come with them. */
export const { t: g } = translator(gradientWords, 'gradients');
