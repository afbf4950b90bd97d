import type { Experiment } from '../core/experiment/experiment.ts';
import { right, wrong } from '../core/experiment/kinds/kind.ts';
import { integer } from '../core/experiment/kinds/number.ts';
import { pair } from '../core/experiment/kinds/pair.ts';
import { quote, type Problem } from '../core/experiment/problems.ts';
import { measuredEpochs } from '../core/experiment/schedule.ts';
import type { PlaneRegion } from '../core/experiment/trajectory.ts';
import { isRuler, parseRuler, rulerText } from '../core/information/ruler-text.ts';
import type { Ruler } from '../core/information/ruler.ts';
import { isViewParameter, type ViewParameter } from './page-parameters.ts';
import { decode, encode, piecesOf } from './query-text.ts';
import { mostCharacters, plainText } from './plain-text.ts';

/**
 * How a link wants its run to be looked at; null: as the page does by itself. It is no setting: it starts no run and
 * enters no fingerprint.
 */
export interface LinkedView {
  /** Completed epochs: the view waits there once that is measured, while the run trains on. */
  readonly at: number | null;
  /**
   * Text form of a ruler (see rulerText). `exact` and `grid` stand for the run's own count with that reading of the
   * output; with `-null` at the end the band of I(T;Y) by chance is drawn too.
   */
  readonly ruler: string | null;
  /** Number of bins: of the ruler, or, without one, of bins of equal width over the whole run. */
  readonly bins: number | null;
  /** 1 is T1. */
  readonly layer: number | null;
  /** What the plane is zoomed to, at least. */
  readonly zoom: PlaneRegion | null;
  /** Plain words (see plainText), shown in place of what the page would say. */
  readonly say: string | null;
}

export const noView: LinkedView = { at: null, ruler: null, bins: null, layer: null, zoom: null, say: null };

export interface ReadView {
  readonly view: LinkedView;
  /** What could not be used as it was given, and what is used instead. */
  readonly problems: readonly Problem[];
}

type Fault = Pick<Problem, 'code' | 'values'>;

/** As a Verdict, but its fault may be any problem of a link. */
type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault; readonly nearest: T | undefined };

/** How one parameter is read and written: `parse(format(value))` is `value`. */
interface Form<T> {
  parse(text: string): Reading<T>;
  format(value: T): string;
}

/** Bits of H(X) that any run could have, and more. */
const mostBits = 64;
const span = pair(0, mostBits);

const zoom: Form<PlaneRegion> = {
  parse(text) {
    const [first, second, ...more] = text.split(':');
    if (text === '') return wrong('empty');
    if (first === undefined || second === undefined || more.length > 0) return wrong('notRegion');
    const [ixt, ity] = [span.parse(first), span.parse(second)];
    if (ixt.ok && ity.ok) return right({ ixt: ixt.value, ity: ity.value });
    const codes = [ixt, ity].flatMap((verdict) => (verdict.ok ? [] : [verdict.fault.code]));
    const isOf = (...some: string[]): boolean => codes.every((code) => some.includes(code));
    const code = isOf('order') ? 'order' : isOf('order', 'bounds') ? 'bounds' : 'notRegion';
    const nearest = { ixt: ixt.ok ? ixt.value : ixt.nearest, ity: ity.ok ? ity.value : ity.nearest };
    return wrong(code, { min: '0', max: String(mostBits) }, isRegion(nearest) ? nearest : undefined);
  },
  format: ({ ixt, ity }) => `${span.format(ixt)}:${span.format(ity)}`,
};

const ruler: Form<string> = {
  parse(text) {
    const parsed = parseRuler(text);
    return isRuler(parsed)
      ? right(rulerText(parsed))
      : { ok: false, fault: { code: parsed.code, values: parsed.values }, nearest: undefined };
  },
  format: (text) => text,
};

const say: Form<string> = {
  parse(text) {
    const plain = plainText(text);
    const used = plain.text === '' ? undefined : plain.text;
    if (plain.cut) return wrong('tooLong', { max: String(mostCharacters) }, used);
    if (plain.dropped) return wrong('characters', {}, used);
    return used === undefined ? wrong('empty') : right(used);
  },
  format: (text) => text,
};

type Forms = { readonly [Name in ViewParameter]: Form<NonNullable<LinkedView[Name]>> };

/** @param kind of the layers that there are: 1, or `T1` as the page has it; written is the number alone */
const layerOf = (kind: Form<number>): Form<number> => ({
  parse: (text) => kind.parse(text.replace(/^T(?=\d+$)/i, '')),
  format: (layer) => kind.format(layer),
});

/** What the run of any settings could have. */
const forms: Forms = {
  at: integer(0, 1e6),
  ruler,
  bins: integer(2, 4096),
  layer: layerOf(integer(1, 99)),
  zoom,
  say,
};

/** What a run of these settings has: the epochs that it measures, its layers. */
function formsOf(experiment: Experiment): Forms {
  const epochs = [...measuredEpochs(experiment)];
  const kind = integer(epochs[0] ?? 0, epochs.at(-1) ?? 0);
  const at: Form<number> = {
    parse(text) {
      const parsed: Reading<number> = kind.parse(text);
      const given = parsed.ok ? parsed.value : parsed.nearest;
      const nearest = given === undefined ? undefined : nearestOf(epochs, given);
      if (!parsed.ok) return { ...parsed, nearest };
      return nearest === given ? parsed : wrong('notMeasured', {}, nearest);
    },
    format: (epoch) => kind.format(epoch),
  };
  return { ...forms, at, layer: layerOf(integer(1, experiment.net.length + 1)) };
}

/** The nearest of ascending numbers; of two as near the later one. */
function nearestOf(numbers: readonly number[], wanted: number): number | undefined {
  const after = numbers.findIndex((each) => each >= wanted);
  const [before, next] = [numbers[after < 0 ? numbers.length - 1 : after - 1], numbers[after]];
  if (before === undefined || next === undefined) return next ?? before;
  return wanted - before < next - wanted ? before : next;
}

const names = Object.keys(forms) as readonly ViewParameter[];

/**
 * Reads what a query (with or without `?`) says of the view, and passes over all else. Never throws: of duplicates the
 * first is used, what is outside its bounds is clamped, what cannot be read is left out; each is reported by its name.
 *
 * @param experiment whose run is looked at: an epoch that it does not measure becomes the nearest that it does, a layer
 *   beyond its last the last; left out, it may be any
 */
export function readView(query: string, experiment?: Experiment): ReadView {
  const own = experiment ? formsOf(experiment) : forms;
  const problems: Problem[] = [];
  const view: { -readonly [Name in ViewParameter]: LinkedView[Name] } = { ...noView };
  const seen = new Set<string>();
  for (const { name, raw } of piecesOf(query)) {
    if (!isViewParameter(name)) continue;
    // In words, as forms write them, a plus sign is a space; none of the others has either.
    const text = decode(name === 'say' ? raw.replaceAll('+', ' ') : raw);
    const report = (fault: Fault): void => {
      const used = written(view, name);
      problems.push({
        field: name,
        given: quote(plainText(text ?? raw).text),
        used: used && quote(used),
        ...fault,
      });
    };
    if (seen.has(name)) {
      report({ code: 'duplicate', values: {} });
      continue;
    }
    seen.add(name);
    if (text === undefined) report({ code: 'encoding', values: {} });
    else {
      const fault = take(view, name, own[name].parse(text));
      if (fault) report(fault);
    }
  }
  problems.push(...fitBins(view));
  return { view, problems };
}

/** A view as pieces of a query, in their order: `at=300&layer=2`; empty for `noView`. `readView` reads the same view. */
export function viewToQuery(view: LinkedView): string {
  return names
    .flatMap((name) => {
      const text = written(view, name);
      return text === null ? [] : [`${name}=${encode(text)}`];
    })
    .join('&');
}

/** The ruler of a view, with its number of bins; null if it names none. */
export function rulerOfView({ ruler, bins }: Pick<LinkedView, 'ruler' | 'bins'>): Ruler | null {
  if (ruler === null) {
    return bins === null ? null : { strategy: 'uniform', bins, bounds: 'global', reading: 'layer' };
  }
  const parsed = parseRuler(ruler);
  if (!isRuler(parsed)) return null;
  return bins !== null && 'bins' in parsed ? { ...parsed, bins } : parsed;
}

function take<Name extends ViewParameter>(
  view: { [Key in Name]: LinkedView[Key] },
  name: Name,
  verdict: Reading<NonNullable<LinkedView[Name]>>,
): Fault | null {
  view[name] = verdict.ok ? verdict.value : (verdict.nearest ?? null);
  return verdict.ok ? null : verdict.fault;
}

function written<Name extends ViewParameter>(view: Pick<LinkedView, Name>, name: Name): string | null {
  const value = view[name];
  return value === null ? null : forms[name].format(value);
}

/** Takes away a number of bins that the ruler has no use for. */
function fitBins(view: { ruler: string | null; bins: number | null }): Problem[] {
  const { ruler, bins } = view;
  if (ruler === null || bins === null) return [];
  const parsed = parseRuler(ruler);
  if (isRuler(parsed) && 'bins' in parsed) return [];
  view.bins = null;
  return [{ field: 'bins', code: 'noBins', given: String(bins), used: null, values: { ruler } }];
}

function isRegion(region: {
  [Key in keyof PlaneRegion]: PlaneRegion[Key] | undefined;
}): region is PlaneRegion {
  return region.ixt !== undefined && region.ity !== undefined;
}
