import { en } from './en.ts';
import { shareWords } from './en-share.ts';
import { translator } from './t.ts';

/** Messages of what is shared and of what links claim, which load with it, and all others. */
export const { t } = translator({ ...en, ...shareWords });
