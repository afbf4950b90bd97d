import type { Band, Ensemble } from '../../core/experiment/ensemble.ts';
import { epochScale } from '../../core/experiment/epoch-scale.ts';
import { totalEpochs } from '../../core/experiment/schedule.ts';
import { allocate, type Limits, type TrajectoryColumns } from '../../core/experiment/trajectory.ts';
import { chartFigure, planeFigure, type Caption } from '../../plots/figures.ts';
import { shownRows } from '../../plots/rows.ts';
import type { ChartData, ChartSeries } from '../../plots/scene/chart.ts';
import { accuracyAxis } from '../../plots/scene/extent.ts';
import type { PlaneData } from '../../plots/scene/data.ts';
import type { EndedRun } from '../../share/ended-run.ts';
import type { ReadingSet, RunSet } from '../../share/set-document.ts';
import type { TextFile } from '../../share/study-files.ts';
import { chartWords, planeWords } from './words.ts';

/** A set as one ruler reads it. */
interface Look {
  /** File names end in this. */
  readonly end: string;
  readonly words: string;
  /** Of the columns, and which of them is shown for each layer. */
  readonly rows: number;
  readonly shown: readonly number[];
  readonly ensemble: Ensemble;
  /** Of its samples. */
  readonly limits: Limits;
  readonly columnsOf: (run: EndedRun) => TrajectoryColumns;
}

/** The figures of a set: nothing where no repeat came to its end. */
export function setFigures(set: RunSet): TextFile[] {
  const { ensemble, document, readings } = set;
  const { limits, settings } = document;
  if (!ensemble || !limits) return [];
  const rows = settings.net.length + 2;
  const own = { rows, limits, ensemble, columnsOf: (run: EndedRun) => run.columns };
  const looks: Look[] = [
    { ...own, end: '', words: 'counted, output on the grid', shown: shownRows(rows, 'grid') },
    { ...own, end: '-exact', words: 'counted, output exactly', shown: shownRows(rows, 'exact') },
    ...readings.map((reading) => lookOf(reading, rows - 1, limits)),
  ];
  return [
    ...looks.flatMap((look) => [
      ...planes(set, look),
      informationChart(set, look, 'ixt', look.limits.hx),
      informationChart(set, look, 'ity', look.limits.hy),
    ]),
    accuracyChart(set, ensemble),
  ];
}

function lookOf({ ruler, ensemble, limits }: ReadingSet, layers: number, ofAll: Limits): Look {
  return {
    limits: limits ?? ofAll,
    end: `-${ruler}`,
    words: `by the ruler ${ruler}`,
    rows: layers,
    shown: Array.from({ length: layers }, (_, layer) => layer),
    ensemble,
    columnsOf: ({ columns, readings }) => {
      const reading = readings.find((each) => each.ruler === ruler);
      if (!reading) return columns;
      const { epoch, ixt, ity } = reading;
      return { ...allocate(layers, epoch.length), epoch, ixt, ity };
    },
  };
}

/** The link, which of its repeats are shown, and the fingerprint of just these: null where all of them have none yet. */
function captionOf(
  { document }: RunSet,
  words: Pick<Caption, 'title' | 'detail'>,
  which: string,
  fingerprint: string | null,
): Caption {
  const name = fingerprint === null ? [] : [`fingerprint ${fingerprint}`];
  const version = `arithmetic version ${document.arithmeticVersion}`;
  return { ...words, source: [document.link, which, ...name, version].join(' · ') };
}

/** What is drawn of all repeats that came to their end; where there is but one, that one. */
function captionOfAll(set: RunSet, words: Pick<Caption, 'title' | 'detail'>): Caption {
  const { document, complete } = set;
  const { repeats } = document.settings;
  const which =
    complete.length === repeats ? `all ${repeats} repeats` : `${complete.length} of ${repeats} repeats`;
  return captionOf(set, words, repeats === 1 ? 'one repeat' : which, document.fingerprint);
}

/** Up to which epoch, and by which ruler. */
function detailOf({ document }: RunSet, { words }: Look, epochs: Int32Array, spread = ''): string {
  const end = `up to epoch ${epochs.at(-1) ?? 0} of ${totalEpochs(document.settings)}`;
  return [end, words, spread].filter(Boolean).join(' · ');
}

function planes(set: RunSet, look: Look): TextFile[] {
  const { document, complete } = set;
  const { ensemble, end } = look;
  const { ranking } = document;
  const isMean = complete.length > 1;
  const title = `Information plane, ${isMean ? `mean of ${complete.length} repeats` : 'one repeat'}`;
  const detail = detailOf(set, look, ensemble.epoch, isMean ? 'crosses ± standard deviation' : '');
  const caption = captionOfAll(set, { title, detail });
  const runs = complete.map(look.columnsOf);
  const mean = plane(set, look, `plane-mean${end}`, meanColumns(ensemble), caption, {
    others: { key: title, runs, planned: runs.length },
    sd: { ixt: ensemble.ixt.sd, ity: ensemble.ity.sd },
  });
  if (!ranking || complete.length < 2) return [mean];
  const ranks = [
    ['nearest', 'nearest to the mean', ranking.nearest],
    ['middle', 'in the middle', ranking.middle],
    ['second-farthest', 'second farthest from the mean', ranking.secondFarthest],
    ['farthest', 'farthest from the mean', ranking.farthest],
  ] as const;
  const ranked = ranks.flatMap(([name, place, repeat]): TextFile[] => {
    const run = complete.find((each) => each.repeat === repeat);
    if (!run) return [];
    const which = `repeat ${repeat} of ${document.settings.repeats}`;
    const columns = look.columnsOf(run);
    const own = {
      title: `Information plane, ${which}, ${place}`,
      detail: detailOf(set, look, columns.epoch),
    };
    return [plane(set, look, `plane-${name}${end}`, columns, captionOf(set, own, which, run.fingerprint))];
  });
  return [mean, ...ranked];
}

/** The plane at the end of training, colour by epoch. */
function plane(
  { document }: RunSet,
  { rows, shown, limits }: Look,
  name: string,
  columns: TrajectoryColumns,
  caption: Caption,
  more: Pick<PlaneData, 'others' | 'sd'> = {},
): TextFile {
  const { settings } = document;
  const data = { key: name, columns, rows, shown, limits, prefit: settings.prefit, ...more };
  const view = {
    head: columns.epoch.length - 1,
    colourBy: 'epoch',
    scale: epochScale('log', totalEpochs(settings)),
    highlight: null,
  } as const;
  return { path: `figures/${name}.svg`, text: planeFigure(data, view, planeWords, caption) };
}

export function meanColumns({ epoch, ixt, ity }: Ensemble): TrajectoryColumns {
  const rows = epoch.length === 0 ? 1 : ixt.mean.length / epoch.length;
  return { ...allocate(rows, epoch.length), epoch, ixt: ixt.mean, ity: ity.mean };
}

function informationChart(set: RunSet, look: Look, column: 'ixt' | 'ity', top: number): TextFile {
  const { mean, sd } = look.ensemble[column];
  const band = {
    low: mean.map((value, i) => value - (sd[i] ?? NaN)),
    high: mean.map((value, i) => value + (sd[i] ?? NaN)),
  };
  const series = look.shown.map((row, layer): ChartSeries => ({
    name: planeWords.name(layer),
    layer,
    values: mean,
    stride: look.rows,
    offset: row,
    band,
  }));
  const quantity = column === 'ixt' ? 'I(X;T)' : 'I(T;Y)';
  const title = `${quantity} in bits by epoch, mean of ${set.complete.length} repeats`;
  const detail = detailOf(set, look, look.ensemble.epoch, 'band ± standard deviation');
  return chart(set, `${column}${look.end}`, look.ensemble.epoch, series, [0, top], { title, detail });
}

/** Running training accuracy solid, test accuracy dashed, with 95% intervals of the mean. */
function accuracyChart(set: RunSet, { epoch, trainAccuracy, testAccuracy }: Ensemble): TextFile {
  const line = (name: string, band: Band): ChartSeries => ({
    name,
    layer: null,
    values: band.mean,
    stride: 1,
    offset: 0,
    band,
  });
  const series = [line('train', trainAccuracy), { ...line('test', testAccuracy), dashed: true }];
  const title = `Accuracy by epoch, mean of ${set.complete.length} repeats`;
  const detail = 'train: over the epoch’s batches; test: after the epoch · band: 95% interval of the mean';
  return chart(set, 'accuracy', epoch, series, accuracyAxis(series), { title, detail });
}

function chart(
  set: RunSet,
  name: string,
  epochs: Int32Array,
  series: readonly ChartSeries[],
  domain: ChartData['domain'],
  words: Pick<Caption, 'title' | 'detail'>,
): TextFile {
  const { settings } = set.document;
  const { prefit: prefitName } = planeWords;
  const data: ChartData = {
    epochs,
    series,
    domain,
    scale: epochScale('log', totalEpochs(settings)),
    head: -1,
    highlight: null,
    prefit: settings.prefit,
    ...(prefitName === undefined ? {} : { prefitName }),
  };
  return { path: `figures/${name}.svg`, text: chartFigure(data, chartWords, captionOfAll(set, words)) };
}
