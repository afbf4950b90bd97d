import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';

/** A time as one says it: "about 3 min". */
export function aboutTime(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 90) return t('presets.seconds', { value: Math.max(1, Math.round(seconds)) });
  if (seconds < 3000) return t('presets.minutes', { value: Math.round(seconds / 60) });
  if (seconds < 5400) return t('presets.hour');
  return t('presets.hours', { value: decimals(seconds / 3600, seconds < 36000 ? 1 : 0) });
}
