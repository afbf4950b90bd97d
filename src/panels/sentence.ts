import { t } from '../i18n/t.ts';

/** A message as a sentence. */
export const sentence = (text: string): string => (/[.!?。！？]$/.test(text) ? text : text + t('mark.end'));
