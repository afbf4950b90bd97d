import {
  outcomeOf,
  rowQuantities,
  type Outcome,
  type RepeatNumbers,
  type RowOutcome,
  type RowQuantity,
} from '../core/experiment/presets/outcome.ts';
import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { mean } from '../core/statistics/mean.ts';
import { standardDeviation } from '../core/statistics/standard-deviation.ts';
import { c } from '../i18n/compare.ts';
import { decimals } from '../i18n/t.ts';
import { laidRepeats } from '../store/laid-repeats.ts';
import type { OtherRun } from '../store/other-run.ts';
import { pathOf } from '../store/rulers.ts';
import { verdictLines } from './outcomeText.ts';

type Shown = (typeof inOrder)[number];

/** In this order for each layer; the largest I(T;Y) is that of its own curve, not where I(X;T) is largest. */
const inOrder = ['ixtStart', 'ixtLargest', 'ixtEnd', 'fall', 'ityStart', 'ityLargest', 'ityEnd'] as const;

/** One number of both runs. */
export interface OutcomeLine {
  readonly key: string;
  /** 0 is T1; null: of the whole network, or of outputs that are not the same layer. */
  readonly layer: number | null;
  /** Of the output: which layer it is in either run; null where that run has none. */
  readonly outputs: Outputs | null;
  readonly quantity: string;
  /** Null where that run has none. */
  readonly one: Cell | null;
  readonly other: Cell | null;
  /** The other minus the one; null where there is none. */
  readonly difference: number | null;
}

/** 0 is T1. */
interface Outputs {
  readonly one: number | null;
  readonly other: number | null;
}

export interface Cell {
  readonly text: string;
  /** NaN where it is no number. */
  readonly value: number;
  /** For files, where the text is words: the same in every language, beside the value. */
  readonly plain?: string;
}

/** What came out of a run, and the measurements it came from. */
export interface RunOutcome {
  readonly numbers: readonly RepeatNumbers[];
  readonly columns: readonly TrajectoryColumns[];
  /** Rows of a measurement. */
  readonly rows: number;
  /** Epochs on shuffled labels: what was measured of them does not count. */
  readonly prefit: number;
}

/** The measurements a run's outcome is of: its own, or those of each repeat where it is a mean; none: not laid yet. */
export function measurementsOf(run: OtherRun, ruler: string | null): readonly TrajectoryColumns[] {
  const { set, shown, facts } = run;
  if (shown === 'mean') {
    if (ruler !== null) return laidRepeats(set, ruler).runs;
    return set.members.flatMap(({ isDone, facts: { trajectory } }) =>
      isDone && trajectory ? [columnsOf(trajectory)] : [],
    );
  }
  if (!facts.trajectory || facts.status !== 'done') return [];
  if (ruler === null) return [columnsOf(facts.trajectory)];
  const path = pathOf(facts, ruler);
  return path ? [path.columns(facts.trajectory)] : [];
}

type Growing = NonNullable<OtherRun['facts']['trajectory']>;
const columns = new WeakMap<Growing, TrajectoryColumns>();

/** Of a run that is done: the same object each time. */
function columnsOf(trajectory: Growing): TrajectoryColumns {
  const known = columns.get(trajectory);
  if (known?.epoch.length === trajectory.length) return known;
  const made = trajectory.columns();
  columns.set(trajectory, made);
  return made;
}

/**
 * Both runs' outcomes: hidden layer by hidden layer, the output beside the output, however deep either network is, read
 * by the output ruler that is shown; then what is of the whole network.
 */
export function outcomeLines(one: RunOutcome, other: RunOutcome, output: 'grid' | 'exact'): OutcomeLine[] {
  const sides = [sideOf(one, output), sideOf(other, output)] as const;
  const hidden = Math.max(0, ...sides.map((side) => side?.hidden.length ?? 0));
  const lines: OutcomeLine[] = [];
  const add = (of: Place, a: Row | undefined, b: Row | undefined): void => {
    for (const quantity of inOrder)
      lines.push(lineOf(of, quantity, cellOf(a, quantity), cellOf(b, quantity)));
    lines.push(lineOf(of, 'verdict', verdictOf(a), verdictOf(b)));
  };
  for (let layer = 0; layer < hidden; layer++) {
    const name = String(layer);
    add({ name, layer, outputs: null }, sides[0]?.hidden[layer], sides[1]?.hidden[layer]);
  }
  add(placeOfOutputs(sides[0]?.output, sides[1]?.output), sides[0]?.output, sides[1]?.output);
  for (const quantity of ['trainAccuracy', 'testAccuracy'] as const) {
    const [a, b] = sides.map((side) => (side ? spreadCell(side.outcome[quantity], 3) : null));
    lines.push(lineOf({ name: 'all', layer: null, outputs: null }, quantity, a ?? null, b ?? null));
  }
  return lines;
}

/** What a line is of, and how its key begins. */
interface Place extends Pick<OutcomeLine, 'layer' | 'outputs'> {
  readonly name: string;
}

function placeOfOutputs(a: Row | undefined, b: Row | undefined): Place {
  const outputs = { one: a?.outcome.layer ?? null, other: b?.outcome.layer ?? null };
  const layer = outputs.one === outputs.other ? outputs.one : null;
  return { name: layer === null ? 'output' : String(layer), layer, outputs };
}

interface Row {
  readonly outcome: RowOutcome;
  readonly ityLargest: Spread;
}

type Spread = Pick<RowOutcome['values'][RowQuantity], 'mean' | 'sd'>;

interface Side {
  readonly outcome: Outcome;
  readonly hidden: readonly Row[];
  readonly output: Row | undefined;
}

function sideOf({ numbers, columns: runs, rows, prefit }: RunOutcome, output: 'grid' | 'exact'): Side | null {
  const outcome = outcomeOf(numbers);
  if (!outcome) return null;
  const shown = outcome.rows.flatMap((row, index): Row[] =>
    row.output === null || row.output === output
      ? [{ outcome: row, ityLargest: spreadOf(runs.map((run) => largestIty(run, rows, index, prefit))) }]
      : [],
  );
  return {
    outcome,
    hidden: shown.filter((row) => row.outcome.output === null),
    output: shown.find((row) => row.outcome.output !== null),
  };
}

/** The largest I(T;Y) of a row on true labels, in bits; NaN where nothing was measured. */
export function largestIty(
  { epoch, ity }: Pick<TrajectoryColumns, 'epoch' | 'ity'>,
  rows: number,
  row: number,
  prefit: number,
): number {
  let most = -Infinity;
  for (
    let index = Math.max(
      0,
      epoch.findIndex((at) => at > prefit),
    );
    index < epoch.length;
    index++
  ) {
    most = Math.max(most, ity[index * rows + row] ?? NaN);
  }
  return most === -Infinity ? NaN : most;
}

const spreadOf = (values: readonly number[]): Spread => ({
  mean: mean(values),
  sd: standardDeviation(values),
});

const isKnown = (quantity: Shown): quantity is Shown & RowQuantity =>
  rowQuantities.some((name) => name === quantity);

function cellOf(row: Row | undefined, quantity: Shown): Cell | null {
  if (!row) return null;
  return spreadCell(isKnown(quantity) ? row.outcome.values[quantity] : row.ityLargest, 2);
}

function spreadCell({ mean: value, sd }: Spread, digits: number): Cell {
  const text = Number.isNaN(value) ? '–' : decimals(value, digits);
  return { text: Number.isNaN(sd) ? text : `${text} ± ${decimals(sd, digits)}`, value };
}

function verdictOf(row: Row | undefined): Cell | null {
  if (!row) return null;
  const [line] = verdictLines([row.outcome]);
  const { verdict, compression } = row.outcome.phases;
  return line
    ? { text: line.text, value: verdict === 'cannot be judged' ? NaN : compression.mean, plain: verdict }
    : null;
}

function lineOf(
  { name, layer, outputs }: Place,
  quantity: Shown | 'verdict' | 'trainAccuracy' | 'testAccuracy',
  one: Cell | null,
  other: Cell | null,
): OutcomeLine {
  const difference = one && other ? other.value - one.value : NaN;
  return {
    ...{ key: `${name} ${quantity}`, layer, outputs, quantity: c(`q.${quantity}`), one, other },
    difference: Number.isNaN(difference) ? null : difference,
  };
}
