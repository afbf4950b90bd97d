import { allocate } from '../../src/core/experiment/trajectory.ts';
import { palettes } from '../../src/plots/colours.ts';
import { shownRows } from '../../src/plots/rows.ts';
import { epochScale } from '../../src/core/experiment/epoch-scale.ts';
import type { PlaneData, PlaneStage, PlaneView, PlaneWords } from '../../src/plots/scene/data.ts';
import { planeFrame } from '../../src/plots/scene/frame.ts';
import type { Size } from '../../src/plots/scene/frame.ts';
import { roughMeasure } from '../../src/plots/scene/marks.ts';

/** I(X;T) and I(T;Y) of each row at each measurement: [measurement][row]. */
export type Points = readonly (readonly (readonly [number, number])[])[];

export const limits = { hx: 12, hy: 1 };

export const words: PlaneWords = {
  xTitle: 'I(X;T) in bits: how much of the input the layer keeps',
  yTitle: 'I(T;Y) in bits: how much it knows of the label',
  xShort: 'I(X;T) in bits',
  yShort: 'I(T;Y) in bits',
  hx: 'H(X)',
  hy: 'H(Y)',
  diagonal: 'I(T;Y) = I(X;T)',
  name: (layer) => `T${layer + 1}`,
  start: (layer) => `T${layer + 1} start`,
  starts: (layers) => `${layers.map((layer) => `T${layer + 1}`).join(', ')} start`,
};

/** Plane data of the given points, measured every 5 epochs; the last two rows are the output's. */
export function planeData(points: Points, key: string | number = 1): PlaneData {
  const rows = points[0]?.length ?? 2;
  const columns = allocate(rows, points.length);
  points.forEach((measurement, m) => {
    columns.epoch[m] = m * 5;
    measurement.forEach(([ixt, ity], row) => {
      columns.ixt[m * rows + row] = ixt;
      columns.ity[m * rows + row] = ity;
      columns.codes[m * rows + row] = Math.round(2 ** ixt);
    });
  });
  return { key, columns, rows, shown: shownRows(rows, 'grid'), limits };
}

export function planeView(data: PlaneData, more: Partial<PlaneView> = {}): PlaneView {
  const length = data.columns.epoch.length;
  const scale = epochScale('log', Math.max(1, (length - 1) * 5));
  return { head: length - 1, colourBy: 'epoch', scale, highlight: null, ...more };
}

export function planeStage(
  points: Points,
  size: Size = { width: 760, height: 680 },
  more: Partial<PlaneView> = {},
): PlaneStage {
  const data = planeData(points);
  return {
    data,
    view: planeView(data, more),
    frame: planeFrame(size, limits),
    words,
    palette: palettes.light,
    measure: roughMeasure,
  };
}

/** `length` measurements of `layers` layers (and the second output row) that wander. */
export function wandering(layers: number, length: number, seed = 1): Points {
  let state = seed;
  const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const at = Array.from({ length: layers + 1 }, () => [next() * 12, next()] as [number, number]);
  return Array.from({ length }, () =>
    at.map((place) => {
      place[0] = Math.max(0, Math.min(12, place[0] + (next() - 0.5) * 0.3));
      place[1] = Math.max(0, Math.min(1, place[1] + (next() - 0.5) * 0.03));
      return [place[0], place[1]] as const;
    }),
  );
}
