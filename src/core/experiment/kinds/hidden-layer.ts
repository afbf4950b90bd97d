import { isConvolution, isDense, isPooling, type HiddenLayer } from '../hidden-layer.ts';
import { right, wrong, type Bounds, type Kind, type Verdict } from './kind.ts';
import { integer } from './number.ts';

export interface HiddenLayerKind extends Kind<HiddenLayer>, Bounds {
  readonly type: 'hiddenLayer';
}

const filters = integer(1, 16);
const size = integer(1, 7);
const pool = integer(2, 4);

/** A hidden layer: in a link `16` units, `c2x3` two filters of 3 x 3, `p2` pooling of 2 x 2. */
export function hiddenLayer(min: number, max: number): HiddenLayerKind {
  const units = integer(min, max);
  return {
    type: 'hiddenLayer',
    min,
    max,
    judge(value) {
      if (typeof value !== 'object' || value === null) return units.judge(value);
      const given = value as Partial<Record<'filters' | 'size' | 'pool', unknown>>;
      return 'pool' in given
        ? pooling(pool.judge(given.pool))
        : convolution(filters.judge(given.filters), size.judge(given.size));
    },
    parse(text) {
      const [, many, wide] = /^c([^x]*)x(.*)$/.exec(text) ?? [];
      if (many !== undefined && wide !== undefined) return convolution(filters.parse(many), size.parse(wide));
      return text.startsWith('p') ? pooling(pool.parse(text.slice(1))) : units.parse(text);
    },
    format(layer) {
      if (isDense(layer)) return units.format(layer);
      if (isPooling(layer)) return `p${layer.pool}`;
      return isConvolution(layer) ? `c${layer.filters}x${layer.size}` : '';
    },
  };
}

function pooling(verdict: Verdict<number>): Verdict<HiddenLayer> {
  if (verdict.ok) return right({ pool: verdict.value });
  const { fault, nearest } = verdict;
  return wrong(fault.code, fault.values, nearest === undefined ? undefined : { pool: nearest });
}

function convolution(many: Verdict<number>, wide: Verdict<number>): Verdict<HiddenLayer> {
  if (many.ok && wide.ok) return right({ filters: many.value, size: wide.value });
  const bad = many.ok ? wide : many;
  const { code, values } = bad.ok ? { code: 'type' as const, values: {} } : bad.fault;
  const filters = many.ok ? many.value : many.nearest;
  const size = wide.ok ? wide.value : wide.nearest;
  return wrong(code, values, filters === undefined || size === undefined ? undefined : { filters, size });
}
