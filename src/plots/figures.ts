/** A plane, a chart or a scatter as a whole SVG file, light and without a mouse: for exports and for the command line. */
import type { EpochScaleKind } from '../core/experiment/epoch-scale.ts';
import { palettes, type Palette } from './colours.ts';
import { chartAxes, chartFrame, chartLines, chartNames, type ChartData } from './scene/chart.ts';
import { faintLines } from './scene/faint-lines.ts';
import type { PlaneData, PlaneView, PlaneWords } from './scene/data.ts';
import { planeFrame } from './scene/frame.ts';
import { roughMeasure, type Mark, type TextMark } from './scene/marks.ts';
import { planeScene } from './scene/plane.ts';
import { classColour, classShape, scatterMarks, type ScatterData } from './scene/scatter.ts';
import { svgDocument } from './svg-document.ts';

/** What is written above a figure, and where it comes from, below it. */
export interface Caption {
  readonly title: string;
  /** The epoch, the rulers, what bands and crosses are. */
  readonly detail?: string;
  readonly source: string;
}

/** The words inside a chart. */
export interface ChartWords {
  /** Beneath the axis of epochs, by its scale. */
  readonly epochs: Readonly<Record<EpochScaleKind, string>>;
  /** The name of lines that end together, of their first and last name. */
  join(first: string, last: string): string;
}

const planeSize = { width: 760, height: 640 };
const chartSize = { width: 760, height: 420 };
const chartFont = 13;
/** Px beneath the ticks, for the axis's title. */
const axisTitle = 18;
const scatterSize = { width: 620, height: 600 };
/** Px beside the scatter for the classes. */
const legendWidth = 140;
/** Px beside the names, whose width is a guess. */
const nameRoom = 8;

export function planeFigure(data: PlaneData, view: PlaneView, words: PlaneWords, caption: Caption): string {
  const palette = palettes.light;
  const frame = planeFrame(planeSize, data.limits, undefined, undefined, data.extent);
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

export function chartFigure(data: ChartData, words: ChartWords, caption: Caption): string {
  // As on the page, charts lie on a panel.
  const palette = { ...palettes.light, background: palettes.light.panel };
  const join = (first: string, last: string): string => words.join(first, last);
  const names = data.series.map(({ name }) => name);
  const longest = [...names, join(names[0] ?? '', names.at(-1) ?? '')];
  const nameWidth = nameRoom + Math.max(...longest.map((name) => roughMeasure(name, chartFont, 600)));
  const frame = chartFrame(data, chartSize, nameWidth, chartFont);
  const title: Mark = {
    ...{ kind: 'text', role: 'title', size: chartFont, weight: 400, anchor: 'end', fill: palette.ink },
    ...{ x: frame.box.right, y: chartSize.height + chartFont, text: words.epochs[data.scale.kind] },
  };
  return svgDocument({
    size: { ...chartSize, height: chartSize.height + axisTitle },
    palette,
    ...caption,
    layers: [
      { marks: [...chartAxes(data, frame, palette), title] },
      { marks: data.ghost?.lines(data, frame, palette) ?? [], clip: frame.box },
      { marks: (data.others?.runs ?? []).flatMap((run) => faintLines(run, data, frame, palette)) },
      { marks: chartLines(data, frame, palette, 'seen') },
      { marks: chartNames(data, frame, palette, join) },
    ],
  });
}

/** @param className of each class, beside its mark; classes that are drawn as their numbers need none */
export function scatterFigure(
  data: ScatterData,
  className: (label: number) => string,
  caption: Caption,
): string {
  const palette = { ...palettes.light, background: palettes.light.panel };
  return svgDocument({
    size: { ...scatterSize, width: scatterSize.width + legendWidth },
    palette,
    ...caption,
    layers: [
      { marks: scatterMarks(data, scatterSize, palette) },
      { marks: classMarks(data.classes, className, palette) },
    ],
  });
}

/** Each class's mark with its name, one below the other. */
function classMarks(classes: number, className: (label: number) => string, palette: Palette): Mark[] {
  return Array.from({ length: classes }, (_, label) => label).flatMap((label): Mark[] => {
    const shape = classShape(label, classes);
    if (shape === null) return [];
    const [x, y] = [scatterSize.width + 8, 26 + 1.6 * chartFont * label];
    const fill = classColour(label, classes, palette);
    const name: TextMark = {
      ...{ kind: 'text', role: 'name', size: chartFont, weight: 400, anchor: 'start', fill: palette.ink },
      ...{ x: x + 12, y: y + 0.35 * chartFont, text: className(label) },
    };
    return [{ kind: 'markers', role: 'point', shape, points: [x, y], r: 5, fill }, name];
  });
}
