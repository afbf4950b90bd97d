import { en } from './en.ts';
import { keyboardWords } from './en-keyboard.ts';
import { translator } from './t.ts';

/** Messages of the list of keys, and all others. */
export const { t } = translator({ ...en, ...keyboardWords });
