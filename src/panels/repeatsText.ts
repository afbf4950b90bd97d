import { counted, decimals, t } from '../i18n/t.ts';
import type { RepeatsState } from '../store/repeats.ts';

/** How far all repeats are, as a sentence. */
export function repeatsText(repeats: RepeatsState, short = false): string {
  const { done, failed, fromFile, totalEpochs, secondsLeft } = repeats;
  const count = repeats.members.length;
  switch (repeats.status) {
    case 'idle':
    case 'waiting':
      return t('status.starting');
    case 'running':
      if (secondsLeft === null) return t('repeats.progress', { done, count });
      return t(short ? 'repeats.progressShort' : 'repeats.progressLeft', {
        done,
        count,
        left: duration(secondsLeft),
      });
    case 'paused':
      return t('repeats.held', { done, count });
    case 'cancelled':
      return t(done > 0 && fromFile === done ? 'repeats.opened' : 'repeats.stopped', { done, count });
    case 'failed':
      return t('repeats.failed', { done, count, failed });
    case 'done':
      return t('repeats.done', { count, epochs: counted('count.epochs', totalEpochs / count) });
  }
}

/** "40 s", "12 min" or "1.4 hours". */
export function duration(seconds: number): string {
  if (seconds < 90) return t('status.seconds', { seconds: Math.ceil(seconds) });
  if (seconds < 5400) return t('status.minutes', { minutes: Math.round(seconds / 60) });
  return t('status.hours', { hours: decimals(seconds / 3600, 1) });
}

/** How many of several repeats ended without a result; one that stands alone is left out of nothing. */
export function failedOfMany({ members, failed }: RepeatsState): number {
  return members.length > 1 ? failed : 0;
}
