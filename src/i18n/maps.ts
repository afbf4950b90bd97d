import { mapWords } from './en-maps.ts';
import { translator } from './t.ts';

/** Messages of the partition maps, which come with them. */
export const { t: m } = translator(mapWords, 'maps');
