import { formatDecimal } from '../core/experiment/decimal.ts';
import type { OutputRuler } from '../core/experiment/trajectory.ts';
import type { SampleChoice } from '../core/information/chosen-samples.ts';
import { rulerText } from '../core/information/ruler-text.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { decimals, t } from '../i18n/t.ts';
import { drawnRuler } from './drawnRuler.ts';

export { drawnRuler };

/** What can be chosen as the ruler of the plane; most have settings of their own. */
export const rulerKinds = [
  'counted',
  'train',
  'test',
  'uniform',
  'adaptive',
  'grid',
  'edges',
  'width',
  'upper',
  'lower',
] as const;
type RulerKind = (typeof rulerKinds)[number];

export function kindOf(ruler: Ruler | null): RulerKind {
  if (!ruler || ruler.strategy === 'exact' || isOwnCount(ruler)) return ruler?.samples ?? 'counted';
  return ruler.strategy === 'kde' ? ruler.bound : ruler.strategy;
}

/** Does it count as the run does, over whichever samples? */
export const isOwnCount = (ruler: Ruler): boolean =>
  ruler.strategy === 'exact' || (ruler.strategy === 'grid' && ruler.bits === 'run');

/** As the run counts, with that reading of the output, over these samples; null over all: the run has done it. */
export function countedOver(samples: SampleChoice, output: OutputRuler): Ruler | null {
  if (samples === 'all') return null;
  return output === 'grid'
    ? { strategy: 'grid', bits: 'run', bounds: 'layer', reading: 'layer', samples }
    : { strategy: 'exact', reading: 'layer', samples };
}

/** A ruler (null: as counted) laid over other samples. */
export function withSamples(ruler: Ruler | null, samples: SampleChoice, output: OutputRuler): Ruler | null {
  if (!ruler || isOwnCount(ruler)) return countedOver(samples, output);
  const { samples: _, ...rest } = ruler;
  return samples === 'all' ? rest : { ...rest, samples };
}

/** A ruler as it is first offered, with as much of the one before as it can have, over the same samples where it says none. */
export function rulerOf(kind: RulerKind, before: Ruler | null, output: OutputRuler): Ruler | null {
  if (kind === 'counted') return null;
  if (kind === 'train' || kind === 'test') return countedOver(kind, output);
  return withSamples(ownRulerOf(kind, before), before?.samples ?? 'all', output);
}

function ownRulerOf(kind: Exclude<RulerKind, 'counted' | 'train' | 'test'>, before: Ruler | null): Ruler {
  const reading = before?.reading ?? 'layer';
  const bins = before && 'bins' in before ? before.bins : 30;
  switch (kind) {
    case 'uniform':
      return { strategy: 'uniform', bins, bounds: 'global', reading };
    case 'adaptive':
      return { strategy: 'adaptive', bins, bounds: 'layer', reading };
    case 'grid':
      return { strategy: 'grid', bits: 8, bounds: 'layer', reading };
    case 'edges':
      return { strategy: 'edges', edges: 30, bounds: [-1, 1], reading: 'layer' };
    case 'width':
      return { strategy: 'width', width: 0.07, reading: 'layer' };
    case 'upper':
    case 'lower': {
      const variance = before?.strategy === 'kde' ? before.variance : 0.001;
      return { strategy: 'kde', bound: kind, variance, reading: 'layer' };
    }
  }
}

/** The view's list with another ruler drawn, those beside it kept. */
export function withDrawn(rulers: readonly string[], ruler: Ruler | null): readonly string[] {
  const text = ruler ? rulerText(ruler) : 'exact';
  const beside = rulers.slice(1).filter((other) => other !== text);
  return ruler || beside.length > 0 ? [text, ...beside] : [];
}

/** A ruler in few words, for the head of a column. */
export function shortName(ruler: Ruler): string {
  const mean = ruler.reading === 'mean' ? t('ruler.short.mean') : '';
  return shortMethod(ruler) + mean + (ruler.samples ? t(`ruler.short.${ruler.samples}`) : '');
}

function shortMethod(ruler: Ruler): string {
  switch (ruler.strategy) {
    case 'exact':
      return t('ruler.short.exact');
    case 'grid':
      return ruler.bits === 'run' || ruler.bits === 'float'
        ? t('ruler.short.ownGrid')
        : t('ruler.short.grid', { bits: ruler.bits });
    case 'uniform':
      return t('ruler.short.uniform', { bins: ruler.bins, bounds: boundsName(ruler) });
    case 'adaptive':
      return t('ruler.short.adaptive', { bins: ruler.bins, bounds: boundsName(ruler) });
    case 'edges':
      return t('ruler.short.edges', { edges: ruler.edges });
    case 'width':
      return t('ruler.short.width', { width: formatDecimal(ruler.width) });
    case 'kde':
      return t(ruler.bound === 'upper' ? 'ruler.short.upper' : 'ruler.short.lower');
  }
}

function boundsName(ruler: Extract<Ruler, { strategy: 'uniform' | 'adaptive' }>): string {
  if (typeof ruler.bounds === 'string') return t(`ruler.bounds.${ruler.bounds}.short`);
  const [low, high] = ruler.bounds;
  return t('ruler.bounds.fixed.short', { low: formatDecimal(low), high: formatDecimal(high) });
}

/** A value of the comparison, or a dash before it is there. */
export const bitsText = (value: number | undefined, digits: number): string =>
  value === undefined || Number.isNaN(value) ? '–' : decimals(value, digits);
