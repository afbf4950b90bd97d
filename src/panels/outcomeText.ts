import type { Outcome, RowOutcome, Spread } from '../core/experiment/presets/outcome.ts';
import { counterpart, rowQuantities } from '../core/experiment/presets/outcome.ts';
import type { Quantity, Recorded, Variant } from '../core/experiment/presets/preset.ts';
import { leastCompression, type PhaseVerdict } from '../core/information/phases.ts';
import { t } from '../i18n/study.ts';
import { decimals } from '../i18n/t.ts';
import { layerName, nameLayers } from './sentences.ts';

/** One line of the table: a quantity of one layer, what the study has of it, and what came out here. */
export interface OutcomeLine {
  readonly key: string;
  readonly row: Row;
  /** How many lines of the same row begin here; 0 for those that follow the first. */
  readonly ofRow: number;
  readonly quantity: Quantity;
  readonly study: readonly Recorded[];
  readonly here: Spread | null;
}

/** A layer, the output as one ruler reads it, or the whole network. */
type Row = Pick<Recorded, 'layer' | 'output'>;
type Key = Row & Pick<Recorded, 'quantity'>;

const quantities: readonly Quantity[] = [...rowQuantities, 'trainAccuracy', 'testAccuracy'];
/** Shown of every layer where nothing is recorded of the study. */
const usual: readonly Quantity[] = ['ixtStart', 'ixtEnd', 'fall'];

/** The lines for a variant: what is recorded of it, or else the start, end and fall of every layer; then accuracy. */
export function outcomeLines(variant: Variant, outcome: Outcome | null): readonly OutcomeLine[] {
  const keys = new Map<string, Key>();
  const add = (key: Key): void => void keys.set(keyOf(key), key);
  for (const { layer, output, quantity } of variant.recorded) add({ layer, output, quantity });
  if (keys.size === 0 && outcome) {
    for (const { layer, output } of outcome.rows) {
      for (const quantity of usual) add({ layer, output, quantity });
    }
  }
  add({ layer: null, output: null, quantity: 'trainAccuracy' });
  add({ layer: null, output: null, quantity: 'testAccuracy' });
  const sorted = [...keys.values()].sort(inOrder);
  return sorted.map((key, index) => ({
    key: keyOf(key),
    row: key,
    ofRow: isSameRow(sorted[index - 1], key) ? 0 : sorted.filter((other) => isSameRow(other, key)).length,
    quantity: key.quantity,
    study: variant.recorded.filter((recorded) => keyOf(recorded) === keyOf(key)),
    here: (outcome && counterpart(outcome, key)) ?? null,
  }));
}

const isSameRow = (one: Row | undefined, other: Row): boolean =>
  one !== undefined && one.layer === other.layer && one.output === other.output;

const keyOf = ({ layer, output, quantity }: Key): string => `${layer ?? ''} ${output ?? ''} ${quantity}`;

/** Layer after layer, the network last; the grid before the exact count. */
function inOrder(one: Key, other: Key): number {
  const rank = ({ layer, output }: Key): number => 2 * (layer ?? 100) + (output === 'exact' ? 1 : 0);
  return rank(one) - rank(other) || quantities.indexOf(one.quantity) - quantities.indexOf(other.quantity);
}

/** "7.6 ± 2.6", "10.5 to 11.3", "16.09", as it is recorded. */
export function recordedText({ value, sd }: Recorded): string {
  if (typeof value !== 'number') {
    const digits = Math.max(...value.map(digitsOf));
    return t('outcome.fromTo', { low: decimals(value[0], digits), high: decimals(value[1], digits) });
  }
  if (sd === null) return decimals(value, Math.max(1, digitsOf(value)));
  const digits = Math.max(1, digitsOf(value), digitsOf(sd));
  return t('outcome.plusMinus', { mean: decimals(value, digits), sd: decimals(sd, digits) });
}

const digitsOf = (value: number): number => (String(value).split('.')[1] ?? '').length;

/** "7.42 ± 2.71"; of one repeat the value alone; accuracies with a digit more. */
export function hereText(spread: Spread | null, quantity: Quantity): string {
  if (!spread || Number.isNaN(spread.mean)) return '–';
  const digits = quantity === 'trainAccuracy' || quantity === 'testAccuracy' ? 3 : 2;
  const mean = decimals(spread.mean, digits);
  return Number.isNaN(spread.sd) ? mean : t('outcome.plusMinus', { mean, sd: decimals(spread.sd, digits) });
}

/** What the rule says, of one layer or of several that it says the same of. */
export interface VerdictLine {
  readonly name: string;
  /** Null where it is of several layers. */
  readonly layer: number | null;
  readonly text: string;
}

/** A line for each row; those that cannot be judged share one. */
export function verdictLines(rows: readonly RowOutcome[]): readonly VerdictLine[] {
  const isUnjudged = ({ output, phases }: RowOutcome): boolean =>
    output === null && phases.verdict === 'cannot be judged';
  const unjudged = rows.filter(isUnjudged).map(({ layer }) => layer);
  const together = unjudged.length > 1 ? [unjudgedLine(unjudged, rows[0]?.phases.repeats ?? 0)] : [];
  const single = rows.filter((row) => unjudged.length < 2 || !isUnjudged(row));
  return [
    ...together,
    ...single.map(({ layer, output, phases }) => {
      const name = layerName(layer);
      const read = output === null ? name : t(`outcome.layer.${output}`, { layer: name });
      return { name: read, layer, text: verdictText(phases) };
    }),
  ];
}

const unjudgedLine = (layers: readonly number[], repeats: number): VerdictLine => ({
  name: nameLayers(layers),
  layer: null,
  text: unjudgedText(repeats),
});

const unjudgedText = (repeats: number): string =>
  t(repeats === 1 ? 'outcome.verdict.unjudgedOne' : 'outcome.verdict.unjudged');

/** A verdict with all numbers it rests on. */
function verdictText({ verdict, compression, net, openFor, above, repeats }: PhaseVerdict): string {
  const values = {
    mean: decimals(compression.mean, 2),
    low: decimals(compression.low, 2),
    high: decimals(compression.high, 2),
    net: decimals(net.mean, 2),
    netLow: decimals(net.low, 2),
    netHigh: decimals(net.high, 2),
    least: decimals(leastCompression, 1),
    above,
    repeats,
  };
  switch (verdict) {
    case 'compresses':
      return t('outcome.verdict.compresses', values);
    case 'does not compress':
      return t('outcome.verdict.not', values);
    case 'undecided':
      return t(openFor === 'net' ? 'outcome.verdict.openNet' : 'outcome.verdict.open', values);
    case 'cannot be judged':
      return unjudgedText(repeats);
    case 'one repeat':
      return t('outcome.verdict.single', values);
  }
}
