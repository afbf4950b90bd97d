import { epochScale } from '../../core/experiment/epoch-scale.ts';
import type { Experiment } from '../../core/experiment/experiment.ts';
import { totalEpochs } from '../../core/experiment/schedule.ts';
import { palettes } from '../../plots/colours.ts';
import {
  chartAxes,
  chartFrame,
  chartLines,
  chartNames,
  type ChartData,
  type ChartSeries,
} from '../../plots/scene/chart.ts';
import { roughMeasure } from '../../plots/scene/marks.ts';
import { svgDocument } from '../../plots/svg-document.ts';
import { joinNames, planeWords } from './words.ts';

const size = { width: 760, height: 420 };
const font = 13;
/** Px beside the names, since their width is a guess. */
const nameRoom = 8;

export interface ChartFigure {
  readonly experiment: Experiment;
  readonly epochs: Int32Array;
  readonly series: readonly ChartSeries[];
  readonly domain: ChartData['domain'];
  readonly title: string;
  readonly source: string;
}

/** Lines by epoch with their bands, as a file. */
export function chartFigure({ experiment, epochs, series, domain, title, source }: ChartFigure): string {
  // As on the page, charts lie on a panel.
  const palette = { ...palettes.light, background: palettes.light.panel };
  const data: ChartData = {
    epochs,
    series,
    domain,
    scale: epochScale('log', totalEpochs(experiment)),
    head: -1,
    highlight: null,
    prefit: experiment.prefit,
    ...(planeWords.prefit === undefined ? {} : { prefitName: planeWords.prefit }),
  };
  const names = [...series.map(({ name }) => name), joinNames('T1', 'T9')];
  const nameWidth = nameRoom + Math.max(...names.map((name) => roughMeasure(name, font, 600)));
  const frame = chartFrame(data, size, nameWidth, font);
  return svgDocument({
    size,
    palette,
    title,
    source,
    layers: [
      { marks: chartAxes(data, frame, palette) },
      { marks: chartLines(data, frame, palette, 'seen') },
      { marks: chartNames(data, frame, palette, joinNames) },
    ],
  });
}
