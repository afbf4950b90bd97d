import { epochScale, measurementAt } from '../../core/experiment/epoch-scale.ts';
import { totalEpochs } from '../../core/experiment/schedule.ts';
import type { SweepValue } from '../../core/experiment/sweep/sweep.ts';
import { shownRows } from '../../plots/rows.ts';
import { outcomeChart } from '../../plots/scene/sweep-outcomes.ts';
import type { SmallPlaneData } from '../../plots/scene/small-plane.ts';
import { sweepFigure } from '../../plots/sweep-figure.ts';
import { toQuery } from '../../share/link.ts';
import type { RunSet } from '../../share/set-document.ts';
import type { SweepResult } from '../../share/sweep-document.ts';
import { meanColumns } from './set-figures.ts';
import { planeWords } from './words.ts';

interface Pair {
  readonly value: SweepValue;
  readonly set: RunSet;
}

/** A small plane for each value at the end of its runs, on the same axes, and I(X;T) at the end by value. */
export function sweepSvg({ setting, base, entries }: SweepResult, pairs: readonly Pair[]): string {
  const limits = pairs.flatMap(({ set }) => set.document.limits ?? []);
  const shared = {
    hx: Math.max(0, ...limits.map(({ hx }) => hx)),
    hy: Math.max(0, ...limits.map(({ hy }) => hy)),
  };
  const last = Math.max(...pairs.map(({ value }) => totalEpochs(value.experiment)));
  const several = base.repeats > 1 ? `, mean of ${base.repeats} repeats` : '';
  const chart = outcomeChart(
    pairs.map(({ value }) => value),
    entries.map(({ outcome }) => outcome),
    { id: 'ixtEnd', highlight: null, marked: null },
    { layer: (layer) => planeWords.name(layer), train: 'train', test: 'test' },
  );
  return sweepFigure(
    {
      cells: pairs.map((pair) => ({ title: pair.value.text, plane: planeOf(pair, shared, last) })),
      chart: chart && { title: `I(X;T) at the end by ${setting}, bits`, data: chart },
    },
    planeWords,
    {
      title: `Information plane by ${setting}${several}`,
      detail: `across I(X;T), up I(T;Y), in bits; dashed: H(X) and H(Y); up to epoch ${last}`,
      source: toQuery(base),
    },
  );
}

/** Null where nothing came out. */
function planeOf(
  { value, set }: Pair,
  shared: SmallPlaneData['shared'],
  last: number,
): SmallPlaneData | null {
  const { ensemble, readings, document } = set;
  const reading = readings.find(({ ruler }) => ruler === value.ruler);
  const shown = value.ruler === null ? ensemble : reading?.ensemble;
  if (!shown || !document.limits) return null;
  const layers = value.experiment.net.length + 1;
  const rows = value.ruler === null ? layers + 1 : layers;
  const columns = meanColumns(shown);
  return {
    data: {
      ...{ key: value.text, columns, rows, limits: document.limits, prefit: value.experiment.prefit },
      shown: value.ruler === null ? shownRows(rows, 'grid') : Array.from({ length: layers }, (_, i) => i),
    },
    view: {
      head: measurementAt(columns.epoch, last),
      colourBy: 'epoch',
      scale: epochScale('log', last),
      highlight: null,
    },
    shared,
  };
}
