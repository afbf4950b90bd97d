import type { Band, Ensemble } from '../../core/experiment/ensemble.ts';
import type { Limits, OutputRuler, TrajectoryColumns } from '../../core/experiment/trajectory.ts';
import { allocate } from '../../core/experiment/trajectory.ts';
import type { ChartSeries } from '../../plots/scene/chart.ts';
import { shownRows } from '../../plots/rows.ts';
import type { RunSet } from '../../share/set-document.ts';
import type { TextFile } from '../../share/study-files.ts';
import { chartFigure } from './chart-figure.ts';
import { planeFigure } from './plane-figure.ts';
import { planeWords } from './words.ts';

/** A figure's file names end in this: with nothing for the study's own reading of the output. */
const outputs: readonly { readonly output: OutputRuler; readonly end: string; readonly words: string }[] = [
  { output: 'grid', end: '', words: 'output on the grid' },
  { output: 'exact', end: '-exact', words: 'output exact' },
];

/** The figures of a set: nothing where no repeat came to its end. */
export function setFigures(set: RunSet): TextFile[] {
  const { ensemble, document } = set;
  if (!ensemble || !document.limits) return [];
  const { limits } = document;
  return [
    ...outputs.flatMap(({ output, end, words }) => [
      ...planes(set, ensemble, limits, output, end, words),
      informationChart(set, ensemble, 'ixt', limits.hx, output, end, words),
      informationChart(set, ensemble, 'ity', limits.hy, output, end, words),
    ]),
    accuracyChart(set, ensemble),
  ];
}

/** The link, and what came out of it. */
function sourceOf({ document }: RunSet, fingerprint: string | null): string {
  const name = fingerprint === null ? `${document.repeats.length} repeats` : `fingerprint ${fingerprint}`;
  return `${document.link} · ${name} · arithmetic version ${document.arithmeticVersion}`;
}

function planes(
  set: RunSet,
  ensemble: Ensemble,
  limits: Limits,
  output: OutputRuler,
  end: string,
  words: string,
): TextFile[] {
  const { document, complete } = set;
  const experiment = document.settings;
  const { ranking } = document;
  const common = { experiment, limits, output };
  const many = `${complete.length} repeats`;
  const mean: TextFile = {
    path: `figures/plane-mean${end}.svg`,
    text: planeFigure({
      ...common,
      columns: meanColumns(ensemble),
      others: complete.map(({ columns }) => columns),
      sd: { ixt: ensemble.ixt.sd, ity: ensemble.ity.sd },
      title: complete.length > 1 ? `Mean of ${many}, crosses ± sd, ${words}` : `One repeat, ${words}`,
      source: sourceOf(set, document.fingerprint),
    }),
  };
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
    const title = `Repeat ${repeat} of ${many}, ${place}, ${words}`;
    const source = sourceOf(set, run.fingerprint);
    return [
      {
        path: `figures/plane-${name}${end}.svg`,
        text: planeFigure({ ...common, columns: run.columns, title, source }),
      },
    ];
  });
  return [mean, ...ranked];
}

function meanColumns({ epoch, ixt, ity }: Ensemble): TrajectoryColumns {
  const rows = epoch.length === 0 ? 1 : ixt.mean.length / epoch.length;
  return { ...allocate(rows, epoch.length), epoch, ixt: ixt.mean, ity: ity.mean };
}

function informationChart(
  set: RunSet,
  ensemble: Ensemble,
  column: 'ixt' | 'ity',
  top: number,
  output: OutputRuler,
  end: string,
  words: string,
): TextFile {
  const experiment = set.document.settings;
  const rows = experiment.net.length + 2;
  const { mean, sd } = ensemble[column];
  const band = {
    low: mean.map((value, i) => value - (sd[i] ?? NaN)),
    high: mean.map((value, i) => value + (sd[i] ?? NaN)),
  };
  const series = shownRows(rows, output).map((row, layer): ChartSeries => ({
    name: planeWords.name(layer),
    layer,
    values: mean,
    stride: rows,
    offset: row,
    band,
  }));
  const quantity = column === 'ixt' ? 'I(X;T)' : 'I(T;Y)';
  return {
    path: `figures/${column}${end}.svg`,
    text: chartFigure({
      experiment,
      epochs: ensemble.epoch,
      series,
      domain: [0, top],
      title: `${quantity} in bits by epoch, mean ± sd over ${set.complete.length} repeats, ${words}`,
      source: sourceOf(set, set.document.fingerprint),
    }),
  };
}

/** Running training accuracy solid, test accuracy dashed, with 95% intervals of the mean. */
function accuracyChart(set: RunSet, ensemble: Ensemble): TextFile {
  const line = (name: string, band: Band): ChartSeries => ({
    name,
    layer: null,
    values: band.mean,
    stride: 1,
    offset: 0,
    band,
  });
  const all = [ensemble.trainAccuracy, ensemble.testAccuracy].flatMap(({ mean, low }) => [...mean, ...low]);
  const lowest = all.reduce((low, value) => (value < low ? value : low), 1);
  return {
    path: 'figures/accuracy.svg',
    text: chartFigure({
      experiment: set.document.settings,
      epochs: ensemble.epoch,
      series: [
        line('train', ensemble.trainAccuracy),
        { ...line('test', ensemble.testAccuracy), dashed: true },
      ],
      domain: [Math.max(0, Math.min(0.5, Math.floor(lowest * 10) / 10)), 1],
      title: `Accuracy by epoch, mean and 95% interval over ${set.complete.length} repeats`,
      source: sourceOf(set, set.document.fingerprint),
    }),
  };
}
