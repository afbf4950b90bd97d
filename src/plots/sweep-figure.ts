/** A sweep as a whole SVG file: a small plane for each value, and the chart of what came out beneath them. */
import type { Caption } from './figures.ts';
import type { PlaneWords } from './scene/data.ts';
import type { Box } from './scene/frame.ts';
import { roughMeasure, type TextMark } from './scene/marks.ts';
import {
  panelPalettes,
  smallAxes,
  smallFrame,
  smallPaths,
  smallPoints,
  type SmallPlaneData,
} from './scene/small-plane.ts';
import { sweepChartMarks, sweepFrame, type SweepChartData } from './scene/sweep-chart.ts';
import { svgDocument, type PictureLayer } from './svg-document.ts';

export interface SweepFigure {
  /** Null planes have nothing measured yet: their place stays empty. */
  readonly cells: readonly { readonly title: string; readonly plane: SmallPlaneData | null }[];
  /** Null: nothing has come out. */
  readonly chart: { readonly title: string; readonly data: SweepChartData } | null;
}

const cell = { width: 230, height: 212 };
const titleHeight = 22;
const mostColumns = 4;
const chartHeight = 300;

export function sweepFigure({ cells, chart }: SweepFigure, words: PlaneWords, caption: Caption): string {
  const palette = panelPalettes.light;
  const columns = Math.max(1, Math.min(mostColumns, cells.length));
  const width = mostColumns * cell.width;
  const grid = Math.ceil(cells.length / columns) * cell.height;
  const title = (text: string, x: number, y: number): TextMark => ({
    ...{ kind: 'text', role: 'title', size: 12, weight: 600, anchor: 'start', fill: palette.ink },
    ...{ text, x, y },
  });
  const planes = cells.flatMap(({ title: text, plane }, index): PictureLayer[] => {
    const left = (index % columns) * cell.width;
    const top = Math.floor(index / columns) * cell.height;
    const place: Box = { left, top: top + titleHeight, right: left + cell.width, bottom: top + cell.height };
    const name = { marks: [title(text, left + 30, top + 16)] };
    if (!plane) return [name];
    const { data, view, shared } = plane;
    const frame = smallFrame(place, shared, data.limits);
    const stage = { data, view, frame, words, palette, measure: roughMeasure };
    return [
      name,
      { marks: smallAxes(stage) },
      { marks: smallPaths(stage), clip: frame.box },
      { marks: smallPoints(stage) },
    ];
  });
  const layers = [...planes];
  if (chart) {
    const place = { left: 0, top: grid + titleHeight + 8, right: width, bottom: grid + chartHeight };
    const marks = sweepChartMarks(chart.data, sweepFrame(chart.data, place, 12), palette);
    layers.push({ marks: [title(chart.title, 30, grid + 20), ...marks] });
  }
  const size = { width, height: grid + (chart ? chartHeight : 0) };
  return svgDocument({ size, palette, ...caption, layers });
}
