import { formatDecimal, isDecimal } from '../decimal.ts';
import { right, wrong, type Bounds, type Kind, type Verdict } from './kind.ts';
import { boundsAsText, clamp } from './number.ts';

/** A lower and an upper end. */
export type Ends = readonly [number, number];

export interface PairKind extends Kind<Ends>, Bounds {
  readonly type: 'pair';
}

export interface PairOrWordKind<W extends string> extends Kind<Ends | W>, Bounds {
  readonly type: 'pairOrWord';
  readonly word: W;
}

/** Two numbers as of `pair`, or one word. */
export function pairOrWord<W extends string>(min: number, max: number, word: W): PairOrWordKind<W> {
  const ends = pair(min, max);
  return {
    type: 'pairOrWord',
    min,
    max,
    word,
    judge: (value) => (value === word ? right(word) : ends.judge(value)),
    parse: (text) => (text === word ? right(word) : ends.parse(text)),
    format: (value) => (typeof value === 'string' ? value : ends.format(value)),
  };
}

/** Two numbers from min to max, the first below the second; in a link `-6..6`. */
export function pair(min: number, max: number): PairKind {
  const bounds: Bounds = { min, max };
  return {
    type: 'pair',
    ...bounds,
    judge(value) {
      if (!Array.isArray(value) || value.length !== 2) return wrong('type');
      const [low, high] = value as readonly unknown[];
      if (typeof low !== 'number' || typeof high !== 'number') return wrong('type');
      return judgeEnds(low, high, bounds);
    },
    parse(text) {
      if (text === '') return wrong('empty');
      const [low, high, ...more] = text.split('..');
      if (low === undefined || high === undefined || more.length > 0) return wrong('notPair');
      if (!isDecimal(low) || !isDecimal(high)) return wrong('notDecimal');
      return judgeEnds(Number(low), Number(high), bounds);
    },
    format: ([low, high]) => `${formatDecimal(low)}..${formatDecimal(high)}`,
  };
}

function judgeEnds(low: number, high: number, bounds: Bounds): Verdict<Ends> {
  if (Number.isNaN(low) || Number.isNaN(high)) return wrong('type');
  const ends: Ends = [clamp(Math.min(low, high), bounds), clamp(Math.max(low, high), bounds)];
  const nearest = ends[0] < ends[1] ? ends : undefined;
  const isInside = [low, high].every((end) => end >= bounds.min && end <= bounds.max);
  if (!isInside) return wrong('bounds', boundsAsText(bounds), nearest);
  // [0, -0] is no range either.
  return low < high ? right([low, high]) : wrong('order', {}, nearest);
}
