import { formatDecimal } from '../experiment/decimal.ts';
import { right, wrong, type Verdict } from '../experiment/kinds/kind.ts';
import { decimal, integer } from '../experiment/kinds/number.ts';
import { pair } from '../experiment/kinds/pair.ts';
import { quote, type Problem } from '../experiment/problems.ts';
import type { SplitPart } from './chosen-samples.ts';
import type { Method, Ruler } from './ruler.ts';

const bins = integer(2, 4096);
const bits = integer(1, 16);
const ends = pair(-1e6, 1e6);
const width = decimal(1e-6, 1e6);
const variance = decimal(1e-9, 1e6);

/** Every form a ruler's text can have; each may end in `-mean`, and then in `-train` or `-test`, and then, but for kde, in `-null`. */
export const rulerForms =
  'exact, grid, grid-8, grid-neuron, uniform-30-global, uniform-30-layer, uniform-30-neuron, uniform-30--1..1, ' +
  'adaptive-30-global, adaptive-30-layer, adaptive-30-neuron, edges-30--1..1, width-0.07, kde-upper-0.001, kde-lower-0.001';

const meanSuffix = '-mean';
const nullSuffix = '-null';
const splitParts: readonly SplitPart[] = ['train', 'test'];

/**
 * A ruler as links, files and the command line have it: `exact`, `grid` (of the run's bits), `grid-8`,
 * `uniform-30-global`, `adaptive-100-layer`, `uniform-256-neuron`, `uniform-30--1..1` (between fixed numbers, as
 * LOW..HIGH), `edges-30--1..1`, `width-0.07`, `kde-upper-0.001`, `kde-lower-0.001`; behind it `-mean` for the mean over
 * units, and behind that `-train` or `-test` for the samples of that part, and at the end
 * `-null` for permuted labels. No character that a link would have to
 * escape. `parseRuler` reads it back.
 */
export function rulerText(ruler: Ruler): string {
  const mean = ruler.reading === 'mean' ? meanSuffix : '';
  const part = ruler.samples ? `-${ruler.samples}` : '';
  return methodText(ruler) + mean + part + (ruler.labels ? nullSuffix : '');
}

function methodText(method: Method): string {
  switch (method.strategy) {
    case 'exact':
      return 'exact';
    case 'grid': {
      const own = method.bits === 'run' ? '' : `-${method.bits}`;
      return `grid${own}${method.bounds === 'neuron' ? '-neuron' : ''}`;
    }
    case 'uniform': {
      const bounds = typeof method.bounds === 'string' ? method.bounds : ends.format(method.bounds);
      return `uniform-${method.bins}-${bounds}`;
    }
    case 'adaptive':
      return `adaptive-${method.bins}-${method.bounds}`;
    case 'edges':
      return `edges-${method.edges}-${ends.format(method.bounds)}`;
    case 'width':
      return `width-${formatDecimal(method.width)}`;
    case 'kde':
      return `kde-${method.bound}-${formatDecimal(method.variance)}`;
  }
}

/** The ruler that a text names, or what is wrong with the text: a problem of the field `ruler`. */
export function parseRuler(text: string): Ruler | Problem {
  const isNull = text.endsWith(nullSuffix);
  const labelled = isNull ? text.slice(0, -nullSuffix.length) : text;
  const samples = splitParts.find((part) => labelled.endsWith(`-${part}`));
  const whole = samples ? labelled.slice(0, -samples.length - 1) : labelled;
  const isMean = whole.endsWith(meanSuffix);
  const method = parseMethod(isMean ? whole.slice(0, -meanSuffix.length) : whole);
  const verdict = isNull && method.ok && method.value.strategy === 'kde' ? unknown() : method;
  if (verdict.ok) {
    const reading = isMean ? 'mean' : 'layer';
    return {
      ...{ ...verdict.value, reading },
      ...(samples ? { samples } : {}),
      ...(isNull ? { labels: 'permuted' } : {}),
    };
  }
  return { field: 'ruler', given: quote(text), used: null, ...verdict.fault };
}

export const isRuler = (parsed: Ruler | Problem): parsed is Ruler => 'strategy' in parsed;

function parseMethod(text: string): Verdict<Method> {
  const cut = text.indexOf('-');
  const name = cut < 0 ? text : text.slice(0, cut);
  const rest = cut < 0 ? '' : text.slice(cut + 1);
  switch (name) {
    case '':
      return wrong('empty');
    case 'exact':
      return rest === '' && cut < 0 ? right({ strategy: 'exact' }) : unknown();
    case 'grid':
      return cut < 0 ? right({ strategy: 'grid', bits: 'run', bounds: 'layer' }) : parseGrid(rest);
    case 'uniform':
    case 'adaptive':
    case 'edges':
      return parseBins(name, rest);
    case 'width':
      return map(width.parse(rest), (value) => ({ strategy: 'width', width: value }));
    case 'kde':
      return parseKernelDensity(rest);
    default:
      return unknown();
  }
}

function parseGrid(rest: string): Verdict<Method> {
  const [first = '', second, ...more] = rest.split('-');
  if (more.length > 0 || (second !== undefined && second !== 'neuron')) return unknown();
  if (first === 'neuron') {
    return second === undefined ? right({ strategy: 'grid', bits: 'run', bounds: 'neuron' }) : unknown();
  }
  const bounds = second ?? 'layer';
  if (first === 'float') return right({ strategy: 'grid', bits: 'float', bounds });
  return map(bits.parse(first), (value) => ({ strategy: 'grid', bits: value, bounds }));
}

function parseBins(strategy: 'uniform' | 'adaptive' | 'edges', rest: string): Verdict<Method> {
  const cut = rest.indexOf('-');
  const number = bins.parse(cut < 0 ? rest : rest.slice(0, cut));
  if (!number.ok) return failed(number);
  if (cut < 0) return unknown();
  const bounds = rest.slice(cut + 1);
  const isScope = bounds === 'global' || bounds === 'layer' || bounds === 'neuron';
  if (strategy === 'edges') {
    return map(ends.parse(bounds), (value) => ({ strategy, edges: number.value, bounds: value }));
  }
  if (isScope) return right({ strategy, bins: number.value, bounds });
  if (strategy === 'adaptive' || !bounds.includes('..')) return unknown();
  return map(ends.parse(bounds), (value) => ({ strategy, bins: number.value, bounds: value }));
}

function parseKernelDensity(rest: string): Verdict<Method> {
  const cut = rest.indexOf('-');
  const bound = rest.slice(0, cut);
  if (cut < 0 || (bound !== 'upper' && bound !== 'lower')) return unknown();
  return map(variance.parse(rest.slice(cut + 1)), (value) => ({ strategy: 'kde', bound, variance: value }));
}

const unknown = (): Verdict<Method> => wrong('notChoice', { choices: rulerForms });

function map<T>(verdict: Verdict<T>, change: (value: T) => Method): Verdict<Method> {
  return verdict.ok ? right(change(verdict.value)) : failed(verdict);
}

/** A fault of a part; no nearest ruler is guessed. */
function failed(verdict: Extract<Verdict<unknown>, { ok: false }>): Verdict<Method> {
  return { ok: false, fault: verdict.fault, nearest: undefined };
}
