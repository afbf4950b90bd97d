import { en } from './en.ts';
import { fileWords } from './en-files.ts';
import { rulerSettingWords } from './en-ruler-settings.ts';
import { studyWords } from './en-study.ts';
import { translator } from './t.ts';

/** Messages of what is loaded when it is looked at, and all others. */
export const { t } = translator({ ...en, ...fileWords, ...rulerSettingWords, ...studyWords });
