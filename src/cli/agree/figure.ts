import { epochScale } from '../../core/experiment/epoch-scale.ts';
import { standardDeviation } from '../../core/statistics/standard-deviation.ts';
import { meanCurve } from '../../core/statistics/mean-curve.ts';
import { palettes } from '../../plots/colours.ts';
import { chartAxes, chartFrame, chartLines, chartNames } from '../../plots/scene/chart.ts';
import type { ChartData, ChartSeries } from '../../plots/scene/chart.ts';
import { accuracyAxis, axisFromZero } from '../../plots/scene/extent.ts';
import { roughMeasure, type Mark } from '../../plots/scene/marks.ts';
import { svgDocument } from '../../plots/svg-document.ts';
import type { CurveComparison } from './compare.ts';
import type { CurveSource } from './curves-file.ts';

const panel = { width: 360, height: 170 };
const titleHeight = 18;
const columns = 3;
const font = 11;
const nameSize = 12;
const nameWidth = 52;

/** Every curve of a file, small: the original's mean +- sd dashed, ours solid, by epoch on the log scale. */
export function agreementFigure(
  title: string,
  source: string,
  comparisons: readonly CurveComparison[],
): string {
  const palette = palettes.light;
  const height = panel.height + titleHeight;
  const marks = comparisons.flatMap((comparison, index) => {
    const [x, y] = [(index % columns) * panel.width, Math.floor(index / columns) * height];
    const data = chartOf(comparison);
    const frame = chartFrame(data, panel, nameWidth, font);
    const { name, source: read } = comparison.curve;
    const look = { kind: 'text', role: 'name', anchor: 'start' } as const;
    const title = { ...look, size: nameSize, weight: 600, fill: palette.ink } as const;
    const axis = { ...look, size: font, weight: 400, fill: palette.mute } as const;
    const unit = x + 8 + roughMeasure(name, nameSize, 600) + 6;
    const words: Mark[] = [
      { ...title, x: x + 8, y: y + 14, text: name },
      { ...axis, x: unit, y: y + 14, text: isAccuracy(read) ? 'share' : 'bits' },
    ];
    // Right of the last tick, which is centred on the axis' end.
    const epoch = { ...axis, anchor: 'end', x: panel.width - 6, y: frame.box.bottom + font * 1.45 } as const;
    const drawn: Mark[] = [
      { ...epoch, text: 'epoch' },
      ...chartAxes(data, frame, palette),
      ...chartLines(data, frame, palette, 'seen'),
      ...chartNames(data, frame, palette, (first, last) => `${first}, ${last}`),
    ];
    return [...words, ...drawn.map((mark) => moved(mark, x, y + titleHeight))];
  });
  const size = { width: columns * panel.width, height: Math.ceil(comparisons.length / columns) * height };
  return svgDocument({ size, palette, title, source, layers: [{ marks }] });
}

function isAccuracy({ kind }: CurveSource): boolean {
  return kind === 'trainAccuracy' || kind === 'testAccuracy';
}

function chartOf({ curve, ours }: CurveComparison): ChartData {
  const epochs = Int32Array.from(curve.epochs);
  const place = { stride: 1, offset: 0 };
  const series: readonly ChartSeries[] = [
    { ...place, name: 'original', layer: null, dashed: true, ...meanAndBand(curve.runs) },
    { ...place, name: 'ours', layer: 0, ...meanAndBand(ours) },
  ];
  return {
    epochs,
    series,
    scale: epochScale('log', epochs.at(-1) ?? 1),
    domain: isAccuracy(curve.source) ? accuracyAxis(series) : axisFromZero(series),
    head: -1,
    highlight: null,
  };
}

function meanAndBand(runs: readonly Float64Array[]) {
  const values = meanCurve(runs);
  const sd = values.map((_, m) => standardDeviation(runs.map((run) => run[m] ?? NaN)));
  return {
    values,
    band: { low: values.map((v, m) => v - (sd[m] ?? 0)), high: values.map((v, m) => v + (sd[m] ?? 0)) },
  };
}

function moved(mark: Mark, dx: number, dy: number): Mark {
  if (mark.kind === 'text') return { ...mark, x: mark.x + dx, y: mark.y + dy };
  return { ...mark, points: mark.points.map((value, i) => value + (i % 2 === 0 ? dx : dy)) };
}
