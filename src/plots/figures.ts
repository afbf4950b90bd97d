/** A plane or a chart as a whole SVG file, light and without a mouse: for exports and for the command line. */
import { palettes } from './colours.ts';
import { chartAxes, chartFrame, chartLines, chartNames, type ChartData } from './scene/chart.ts';
import { faintLines } from './scene/faint-lines.ts';
import type { PlaneData, PlaneView, PlaneWords } from './scene/data.ts';
import { planeFrame } from './scene/frame.ts';
import { roughMeasure } from './scene/marks.ts';
import { planeScene } from './scene/plane.ts';
import { svgDocument } from './svg-document.ts';

/** What is written above a figure, and where it comes from, below it. */
export interface Caption {
  readonly title: string;
  readonly source: string;
}

const planeSize = { width: 760, height: 640 };
const chartSize = { width: 760, height: 420 };
const chartFont = 13;
/** Px beside the names, whose width is a guess. */
const nameRoom = 8;

export function planeFigure(data: PlaneData, view: PlaneView, words: PlaneWords, caption: Caption): string {
  const palette = palettes.light;
  const frame = planeFrame(planeSize, data.limits);
  const scene = planeScene({ data, view, frame, words, palette, measure: roughMeasure });
  return svgDocument({
    size: planeSize,
    palette,
    ...caption,
    layers: [
      { marks: scene.axes },
      { marks: scene.others, clip: frame.box },
      { marks: scene.paths, clip: frame.box },
      { marks: scene.points },
      { marks: scene.names },
    ],
  });
}

/** @param join the name of lines that end together, of their first and last name */
export function chartFigure(
  data: ChartData,
  join: (first: string, last: string) => string,
  caption: Caption,
): string {
  // As on the page, charts lie on a panel.
  const palette = { ...palettes.light, background: palettes.light.panel };
  const names = data.series.map(({ name }) => name);
  const longest = [...names, join(names[0] ?? '', names.at(-1) ?? '')];
  const nameWidth = nameRoom + Math.max(...longest.map((name) => roughMeasure(name, chartFont, 600)));
  const frame = chartFrame(data, chartSize, nameWidth, chartFont);
  return svgDocument({
    size: chartSize,
    palette,
    ...caption,
    layers: [
      { marks: chartAxes(data, frame, palette) },
      { marks: (data.others?.runs ?? []).flatMap((run) => faintLines(run, data, frame, palette)) },
      { marks: chartLines(data, frame, palette, 'seen') },
      { marks: chartNames(data, frame, palette, join) },
    ],
  });
}
