import type { Ensemble } from '../core/experiment/ensemble.ts';
import type { TrajectoryColumns } from '../core/experiment/trajectory.ts';
import { decimals, t } from '../i18n/t.ts';
import type { Backdrop } from '../plots/scene/data.ts';
import type { ChartSeries } from '../plots/scene/chart.ts';
import { laidRepeats, type LaidRepeats } from '../store/laid-repeats.ts';
import type { RepeatSet } from '../store/repeat-set.ts';
import type { RepeatsState } from '../store/repeats.ts';
import type { RunState } from '../store/run.ts';

type Shown = RepeatsState['shown'];

let last: { set: RepeatSet; count: number; backdrop: Backdrop } | null = null;

/** The repeats that are done beside the one that is shown, drawn faint behind it; none while another set is shown. */
export function othersOf(set: RepeatSet | null, shown: Shown, run: RunState): Backdrop | undefined {
  if (!set || run.old || set.experiment.repeats < 2) return undefined;
  const { generation, members } = set.finished;
  const key = `${set.id} ${generation} ${shown}`;
  if (last?.set !== set || last.count !== members.length || last.backdrop.key !== key) {
    const runs = members.flatMap(({ repeat, facts }): TrajectoryColumns[] =>
      repeat === shown || !facts.trajectory ? [] : [facts.trajectory.columns()],
    );
    last = { set, count: members.length, backdrop: { key, runs, planned: set.experiment.repeats } };
  }
  return last.backdrop.runs.length > 0 ? last.backdrop : undefined;
}

let lastLaid: { laid: LaidRepeats; shown: Shown; backdrop: Backdrop } | null = null;

/** The same by a ruler: those repeats that it has been laid over. */
export function laidOthers(
  set: RepeatSet | null,
  shown: Shown,
  run: RunState,
  ruler: string,
): Backdrop | undefined {
  if (!set || run.old || set.experiment.repeats < 2) return undefined;
  const laid = laidRepeats(set, ruler);
  if (lastLaid?.laid !== laid || lastLaid.shown !== shown) {
    const runs = laid.runs.filter((_, i) => laid.members[i]?.repeat !== shown);
    const key = `${laid.key} ${shown}`;
    lastLaid = { laid, shown, backdrop: { key, runs, planned: set.experiment.repeats } };
  }
  return lastLaid.backdrop.runs.length > 0 ? lastLaid.backdrop : undefined;
}

/** What the repeats vary by, if it is their mean that is shown. */
export function ensembleShown(set: RepeatSet | null, shown: Shown, run: RunState): Ensemble | undefined {
  const statistics = shown === 'mean' ? set?.statistics() : undefined;
  return statistics && statistics.mean.trajectory === run.trajectory ? statistics.ensemble : undefined;
}

/** Columns that have a band over repeats. */
export type BandName = Exclude<keyof Ensemble, 'repeats' | 'epoch'>;

/** What a band around a mean is: a standard deviation to each side, or the 95% interval of the mean. */
export type SpreadKind = 'sd' | 'interval';

/** The band of a column, if it is the mean of the repeats that is shown. */
export function bandShown(
  name: BandName,
  kind: SpreadKind,
  run: RunState,
  { set, shown }: { readonly set: RepeatSet | null; readonly shown: Shown },
): ChartSeries['band'] {
  const band = ensembleShown(set, shown, run)?.[name];
  return band && (kind === 'sd' ? bandAround(band.mean, band.sd) : band);
}

/** By the standard deviations, which belong to one mean. */
const bands = new WeakMap<Float64Array, NonNullable<ChartSeries['band']>>();

/** One standard deviation to each side of a mean. */
export function bandAround(mean: Float64Array, sd: Float64Array): NonNullable<ChartSeries['band']> {
  const known = bands.get(sd);
  if (known) return known;
  const made = {
    low: mean.map((middle, i) => middle - (sd[i] ?? NaN)),
    high: mean.map((middle, i) => middle + (sd[i] ?? NaN)),
  };
  bands.set(sd, made);
  return made;
}

/** A value of a table, with its standard deviation where it is a mean; a dash where there is none. */
export function plusMinus(value: number | undefined, sd: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  const text = decimals(value, 3);
  return sd === undefined || Number.isNaN(sd)
    ? text
    : t('repeats.plusMinus', { mean: text, sd: decimals(sd, 3) });
}
