import { formatDecimal } from '../core/experiment/decimal.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { t } from '../i18n/study.ts';

/** What a ruler does, where it comes from, and what that means: one sentence or two. */
export function rulerSentence(ruler: Ruler): string {
  switch (ruler.strategy) {
    case 'exact':
      return t('ruler.is.counted');
    case 'grid':
      if (ruler.bits === 'run') return t('ruler.is.counted');
      return t('ruler.is.grid', { bits: String(ruler.bits) });
    case 'uniform':
    case 'adaptive':
      return binsSentence(ruler);
    case 'edges':
      return t('ruler.is.edges', { edges: ruler.edges });
    case 'width':
      return t('ruler.is.width', { width: formatDecimal(ruler.width) });
    case 'kde':
      return t(ruler.bound === 'upper' ? 'ruler.is.upper' : 'ruler.is.lower', {
        variance: formatDecimal(ruler.variance),
      });
  }
}

function binsSentence(ruler: Extract<Ruler, { strategy: 'uniform' | 'adaptive' }>): string {
  const { strategy, bins, bounds } = ruler;
  if (strategy === 'adaptive') return t(`ruler.is.adaptive.${bounds}`, { bins });
  if (typeof bounds === 'string') return t(`ruler.is.uniform.${bounds}`, { bins });
  const [low, high] = bounds;
  return t('ruler.is.uniform.fixed', { bins, low: formatDecimal(low), high: formatDecimal(high) });
}
