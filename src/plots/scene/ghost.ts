/** A run of other settings behind the one that is looked at: all of it is dashed. Loaded when there is one. */
import { measurementAt } from '../../core/experiment/epoch-scale.ts';
import type { TrajectoryColumns } from '../../core/experiment/trajectory.ts';
import { layerColour } from '../colours.ts';
import { layerShape, traceShape, type ShapeName } from '../shapes.ts';
import { headEpoch, type ChartData, type ChartFrame, type ChartGhost } from './chart.ts';
import { clipLine } from './clip.ts';
import { valueAt, type PlaneGhost, type PlaneStage } from './data.ts';
import { decimate, type Column } from './decimate.ts';
import { inside } from './frame.ts';
import type { Mark } from './marks.ts';
import { pointRadius } from './points.ts';
import { colourOf } from './series.ts';
import type { Palette } from '../colours.ts';

/** The other run's measurements, as they are read. */
export interface GhostRun {
  /** Names the run and how it is read. */
  readonly key: string;
  readonly columns: TrajectoryColumns;
  readonly rows: number;
  /** The row shown for each layer, T1 first. */
  readonly shown: readonly number[];
}

/** Px from one corner of a dashed path to the next: dashes cannot be told apart where a path trembles. */
const corner = 5;
const width = 1.3;
const dash = [5, 3.5];
const opacity = 0.8;
/** Of layers that step back, beside the others. */
const faded = 0.25;

const opacityOf = ({ view }: Pick<PlaneStage, 'view'>, layer: number): number =>
  view.highlight === null || view.highlight === layer ? 1 : faded;

/** A run on the plane behind another one. */
export function planeGhost(run: GhostRun): PlaneGhost {
  return {
    key: run.key,
    paths: (stage) => run.shown.flatMap((row, layer) => pathOf(run, row, layer, stage)),
    points: (stage) => pointsOf(run, stage),
  };
}

/** Dashed as a whole: grey where colours stand for epochs, else in the layer's colour. */
function pathOf({ columns, rows }: GhostRun, row: number, layer: number, stage: PlaneStage): Mark[] {
  const { frame, palette, view } = stage;
  const points: number[] = [];
  const last = columns.epoch.length - 1;
  let [lastX, lastY] = [NaN, NaN];
  for (let index = 0; index <= last; index++) {
    const x = frame.x(columns.ixt[index * rows + row] ?? NaN);
    const y = frame.y(columns.ity[index * rows + row] ?? NaN);
    if (Number.isNaN(x + y) || (Math.hypot(x - lastX, y - lastY) < corner && index < last)) continue;
    points.push(x, y);
    [lastX, lastY] = [x, y];
  }
  if (points.length < 4) return [];
  const stroke = view.colourBy === 'epoch' ? palette.mute : layerColour(palette, layer);
  const look = { role: 'ghost', stroke, width, dash, opacity: opacity * opacityOf(stage, layer) } as const;
  return [{ kind: 'path', points, ...look }];
}

/** Where it is at the epoch of the head, or at its end if it was shorter. */
function pointsOf({ columns, rows, shown }: GhostRun, stage: PlaneStage): Mark[] {
  const { data, view, frame, palette } = stage;
  if (view.head < 0 || columns.epoch.length === 0) return [];
  const index = measurementAt(columns.epoch, headEpoch(data.columns.epoch, view.head));
  const places = shown.flatMap((row, layer) => {
    const x = frame.x(valueAt(columns.ixt, rows, row, index));
    const y = frame.y(valueAt(columns.ity, rows, row, index));
    return Number.isNaN(x + y) ? [] : [{ layer, x, y }];
  });
  const pieces = clipLine(
    places.flatMap(({ x, y }) => [x, y]),
    frame.box,
  );
  const joint = { kind: 'path', role: 'ghost', stroke: palette.mute, width: 1, dash: [2, 3] } as const;
  const lines = Array.from({ length: pieces.length / 4 }, (_, i): Mark => {
    return { ...joint, points: pieces.slice(4 * i, 4 * i + 4) };
  });
  const markers = places
    .filter(({ x, y }) => inside(frame.box, x, y, 2))
    .map(({ layer, x, y }): Mark => ({
      ...{ kind: 'path', role: 'ghost', points: outline(layerShape(layer), x, y), dash: [2.4, 1.8] },
      ...{ stroke: layerColour(palette, layer), width: 1.7, opacity: opacityOf(stage, layer) },
    }));
  return [...lines, ...markers];
}

/** Corners of a circle. */
const round = 24;

/** The closed outline of a marker: a hollow one would say that every input has its own code. */
function outline(shape: ShapeName, x: number, y: number): number[] {
  const points: number[] = [];
  const add = (px: number, py: number): void => void points.push(px, py);
  traceShape(
    {
      moveTo: add,
      lineTo: add,
      closePath: () => add(points[0] ?? x, points[1] ?? y),
      arc: (cx, cy, r, from, to) => {
        for (let i = 1; i < round; i++) {
          const angle = from + ((to - from) * i) / round;
          add(cx + r * Math.cos(angle), cy + r * Math.sin(angle));
        }
      },
    },
    shape,
    x,
    y,
    pointRadius,
  );
  return points;
}

/** Lines of another run in a chart, at epochs of its own; a line for each series of the chart. */
export function chartGhost(key: string, epochs: Int32Array, lines: readonly Column[]): ChartGhost {
  return { key, lines: (data, frame, palette) => ghostLines(epochs, lines, data, frame, palette) };
}

function ghostLines(
  epochs: Int32Array,
  lines: readonly Column[],
  data: ChartData,
  frame: ChartFrame,
  palette: Palette,
): Mark[] {
  // Beyond the axis, where this run was the longer one, it is cut off.
  const end = epochs.findIndex((epoch) => epoch > data.scale.last);
  const to = end < 0 ? epochs.length : end;
  return lines.flatMap((line, i): Mark[] => {
    const series = data.series[i];
    const points = decimate(line, 0, to, (index) => frame.x(epochs[index] ?? 0), frame.y);
    if (points.length < 4) return [];
    const layer = series?.layer ?? null;
    const isBack = data.highlight !== null && layer !== null && layer !== data.highlight;
    // Shorter dashes than those of the test's curve, which here has dashes and dots.
    const dash = series?.dashed === true ? [5, 2, 1, 2] : [1.5, 2.5];
    const look = { role: 'ghost', width: 1, dash, opacity: isBack ? faded : 1 } as const;
    return [{ kind: 'path', points, stroke: colourOf(layer, palette), ...look }];
  });
}
