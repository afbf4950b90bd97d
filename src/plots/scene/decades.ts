/** Axes of logarithms: what is drawn are the exponents of ten. */
import type { ChartData, ChartSeries } from './chart.ts';
import { extentOf } from './extent.ts';

/** Values as exponents of ten. A zero has none, and is left out. */
export function exponents(values: Float64Array): Float64Array {
  return values.map((value) => (value > 0 ? Math.log10(value) : NaN));
}

/** Most numbers at an axis. */
const mostTicks = 5;

/** An axis of whole decades around lines of exponents; what a band has below its line may end outside. */
export function decades(series: readonly ChartSeries[]): Required<Pick<ChartData, 'domain' | 'ticks'>> {
  const upper = series.flatMap(({ band, ...line }) =>
    band ? [line, { ...line, values: band.high }] : [line],
  );
  const [lowest, highest] = extentOf(upper);
  const [low, high] = Number.isFinite(lowest) ? [Math.floor(lowest), Math.ceil(highest)] : [-1, 0];
  const top = Math.max(high, low + 1);
  const step = Math.ceil((top - low) / (mostTicks - 1));
  const ticks = [];
  for (let at = low; at <= top; at += step) ticks.push({ at, text: powerOfTen(at) });
  return { domain: [low, top], ticks };
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "0.01" to "100", else "10⁻⁵". */
export function powerOfTen(exponent: number): string {
  if (Math.abs(exponent) <= 2) return (10 ** exponent).toFixed(Math.max(0, -exponent));
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => raised.charAt(Number(digit)));
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}
