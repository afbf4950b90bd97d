import { isDecimal } from '../decimal.ts';
import { right, wrong, type Bounds, type Kind, type Verdict } from './kind.ts';
import { clamp } from './number.ts';

export interface FractionKind extends Kind<number>, Bounds {
  readonly type: 'fraction';
}

/** A number from 0 to `max` that is k / 2^m with m up to `powers`; in a link `3/8`, in lowest terms. */
export function fraction(max: number, powers: number): FractionKind {
  const bounds: Bounds = { min: 0, max };
  const most = 1 << powers;
  const refuse = (value: number): Verdict<number> => {
    const nearest = Number.isNaN(value) ? undefined : clamp(Math.round(value * most) / most, bounds);
    return wrong('notFraction', { max: formatFraction(max), most: String(most) }, nearest);
  };
  const judge = (value: number): Verdict<number> =>
    value >= 0 && value <= max && Number.isInteger(value * most) ? right(value) : refuse(value);
  return {
    type: 'fraction',
    ...bounds,
    judge: (value) => (typeof value === 'number' ? judge(value === 0 ? 0 : value) : wrong('type')),
    parse(text) {
      if (text === '') return wrong('empty');
      const [, over = '', under = ''] = /^(\d{1,15})\/(\d{1,15})$/.exec(text) ?? [];
      if (over !== '' && Number(under) > 0) return judge(Number(over) / Number(under));
      return isDecimal(text) ? judge(Number(text)) : refuse(NaN);
    },
    format: formatFraction,
  };
}

/** A number k / 2^m in lowest terms. */
function formatFraction(value: number): string {
  let [over, under] = [value, 1];
  while (!Number.isInteger(over)) [over, under] = [2 * over, 2 * under];
  return under === 1 ? String(over) : `${over}/${under}`;
}
