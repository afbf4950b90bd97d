import type { BreachOfRepeats } from '../core/information/breaches.ts';
import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';
import type { Flags } from './flags.ts';
import { layerName } from './sentences.ts';

/** Bits below which a number has more decimals. */
const small = 0.01;

/** Which bound, how often, and the worst of it. */
export function flagSentence(breach: BreachOfRepeats): string {
  const { bound, layer, times, of, epoch, repeats, ofRepeats } = breach;
  const names = { layer: layerName(layer), before: layerName(layer - 1) };
  const worst = decimals(breach.worst, breach.worst < small ? 5 : 2);
  const what = t(`flags.bound.${bound}`, names);
  if (ofRepeats === 1) return t('flags.times', { what, times, of, worst, epoch });
  return t('flags.timesOfRepeats', { what, times, of, worst, epoch, repeats, ofRepeats });
}

/** Why such an estimate can break them; of an exact count, that it cannot. */
export function flagReason({ isInvariant, isDensity }: Pick<Flags, 'isInvariant' | 'isDensity'>): string {
  if (isInvariant) return t('flags.reason.invariant');
  return t(isDensity ? 'flags.reason.density' : 'flags.reason.bins');
}
