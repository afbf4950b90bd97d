import { inspectorWords } from './en-inspector.ts';
import { translator } from './t.ts';

/** Messages of the inspector, which come with it. */
export const { t: m } = translator(inspectorWords, 'inspector');
