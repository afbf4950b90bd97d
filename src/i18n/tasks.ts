import { en } from './en.ts';
import { taskWords } from './en-tasks.ts';
import { translator } from './t.ts';

/** Messages of the list of tasks, which load with it, and all others. */
export const { t } = translator({ ...en, ...taskWords });
