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
  /** 0 is T1; null: of the whole network. */
  readonly layer: number | null;
  readonly quantity: string;
  /** Null where that run has none. */
  readonly one: Cell | null;
  readonly other: Cell | null;
  /** The other minus the one; null where there is none. */
  readonly difference: number | null;
}

export interface Cell {
  readonly text: string;
  /** NaN where it is no number. */
  readonly value: number;
  /** For files, where the text is words: the same in every language. */
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

/** Both runs' outcomes, layer by layer, each read by the output ruler that is shown; then what is of the whole network. */
export function outcomeLines(one: RunOutcome, other: RunOutcome, output: 'grid' | 'exact'): OutcomeLine[] {
  const sides = [sideOf(one, output), sideOf(other, output)] as const;
  const layers = Math.max(...sides.map((side) => side?.rows.length ?? 0));
  const lines: OutcomeLine[] = [];
  for (let layer = 0; layer < layers; layer++) {
    const [a, b] = [sides[0]?.rows[layer], sides[1]?.rows[layer]];
    for (const quantity of inOrder) {
      lines.push(lineOf(layer, quantity, cellOf(a, quantity), cellOf(b, quantity)));
    }
    lines.push(lineOf(layer, 'verdict', verdictOf(a), verdictOf(b)));
  }
  for (const quantity of ['trainAccuracy', 'testAccuracy'] as const) {
    const [a, b] = sides.map((side) => (side ? spreadCell(side.outcome[quantity], 3) : null));
    lines.push(lineOf(null, quantity, a ?? null, b ?? null));
  }
  return lines;
}

interface Row {
  readonly outcome: RowOutcome;
  readonly ityLargest: Spread;
}

type Spread = Pick<RowOutcome['values'][RowQuantity], 'mean' | 'sd'>;

interface Side {
  readonly outcome: Outcome;
  readonly rows: readonly Row[];
}

function sideOf({ numbers, columns: runs, rows, prefit }: RunOutcome, output: 'grid' | 'exact'): Side | null {
  const outcome = outcomeOf(numbers);
  if (!outcome) return null;
  const shown = outcome.rows.flatMap((row, index): Row[] =>
    row.output === null || row.output === output
      ? [{ outcome: row, ityLargest: spreadOf(runs.map((run) => largestIty(run, rows, index, prefit))) }]
      : [],
  );
  return { outcome, rows: shown };
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
  return line ? { text: line.text, value: NaN, plain: row.outcome.phases.verdict } : null;
}

function lineOf(
  layer: number | null,
  quantity: Shown | 'verdict' | 'trainAccuracy' | 'testAccuracy',
  one: Cell | null,
  other: Cell | null,
): OutcomeLine {
  const difference = one && other ? other.value - one.value : NaN;
  return {
    ...{ key: `${layer ?? 'all'} ${quantity}`, layer, quantity: c(`q.${quantity}`), one, other },
    difference: Number.isNaN(difference) ? null : difference,
  };
}
