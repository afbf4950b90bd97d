/** How far repeats lie from their mean: crosses one standard deviation long to each side. */
import { measurementAt } from '../../core/experiment/epoch-scale.ts';
import { layerColour } from '../colours.ts';
import { clipLine } from './clip.ts';
import { measuredUpTo, valueAt, type PlaneStage } from './data.ts';
import type { Mark } from './marks.ts';

/** Crosses along each path, evenly on the scale of epochs. */
const along = 6;
const faded = 0.25;

/** At the head a strong cross for each layer, along its path thin ones. */
export function spreadMarks(stage: PlaneStage): Mark[] {
  const { data, view, palette } = stage;
  if (!data.sd) return [];
  const head = Math.min(view.head, data.columns.epoch.length - 1);
  if (head < 0) return [];
  const indices = new Set(
    Array.from({ length: along }, (_, i) =>
      Math.round(measurementAt(data.columns.epoch, view.scale.epoch(i / along))),
    ),
  );
  const passed = [...indices].filter((index) => index < measuredUpTo(data, view) - 1);
  return data.shown.flatMap((row, layer): Mark[] => {
    const stroke = layerColour(palette, layer);
    const opacity = view.highlight === null || view.highlight === layer ? 1 : faded;
    const look = { kind: 'segments', role: 'spread', stroke } as const;
    return [
      {
        ...look,
        points: passed.flatMap((index) => cross(stage, row, index)),
        width: 0.8,
        opacity: 0.55 * opacity,
      },
      { ...look, points: cross(stage, row, head), width: 2.2, opacity },
    ].filter(({ points }) => points.length > 0);
  });
}

function cross({ data, frame }: PlaneStage, row: number, index: number): number[] {
  const { columns, rows, sd } = data;
  if (!sd) return [];
  const [x, y] = [valueAt(columns.ixt, rows, row, index), valueAt(columns.ity, rows, row, index)];
  const [dx, dy] = [valueAt(sd.ixt, rows, row, index), valueAt(sd.ity, rows, row, index)];
  if (Number.isNaN(x + y + dx + dy)) return [];
  return [
    ...clipLine([frame.x(x - dx), frame.y(y), frame.x(x + dx), frame.y(y)], frame.box),
    ...clipLine([frame.x(x), frame.y(y - dy), frame.x(x), frame.y(y + dy)], frame.box),
  ];
}
