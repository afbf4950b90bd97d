import { t } from '../i18n/study.ts';

/** A unit of a layer whose samples are scattered. @param unit 0 for the first */
export const unitName = (unit: number, logits: boolean): string =>
  t(logits ? 'scatter.logit' : 'scatter.unit', { unit: unit + 1 });
