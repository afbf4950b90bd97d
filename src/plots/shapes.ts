/** One shape a layer, so that colour is never the only key. */

export const shapeNames = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'triangle-down',
  'plus',
  'pentagon',
  'star',
  'cross',
] as const;

export type ShapeName = (typeof shapeNames)[number];

/** What a canvas path and a string of SVG path data have in common. */
export interface PathSink {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  arc(x: number, y: number, r: number, from: number, to: number): void;
}

/** Shape of layer 0 ... (T1 ...); beyond the ninth they begin again. */
export function layerShape(layer: number): ShapeName {
  return shapeNames[layer % shapeNames.length] ?? 'circle';
}

type Corners = readonly (readonly [number, number])[];

const regular = (corners: number, size: number, inner = size): Corners =>
  Array.from({ length: inner === size ? corners : corners * 2 }, (_, i) => {
    const step = inner === size ? i : i / 2;
    const angle = -Math.PI / 2 + (2 * Math.PI * step) / corners;
    const r = inner !== size && i % 2 === 1 ? inner : size;
    return [r * Math.cos(angle), r * Math.sin(angle)] as const;
  });

/** Half the width of a bar of the plus and of the cross. */
const bar = 0.36;

const plus: Corners = [
  [-1.1, -bar],
  [-bar, -bar],
  [-bar, -1.1],
  [bar, -1.1],
  [bar, -bar],
  [1.1, -bar],
  [1.1, bar],
  [bar, bar],
  [bar, 1.1],
  [-bar, 1.1],
  [-bar, bar],
  [-1.1, bar],
];

const turned = (corners: Corners): Corners =>
  corners.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2] as const);

/** Corners for a radius of 1, sized so that all shapes look equally heavy. */
const outlines: Readonly<Record<Exclude<ShapeName, 'circle'>, Corners>> = {
  square: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  triangle: [
    [0, -1.2],
    [1.15, 0.85],
    [-1.15, 0.85],
  ],
  diamond: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  'triangle-down': [
    [0, 1.2],
    [-1.15, -0.85],
    [1.15, -0.85],
  ],
  plus,
  pentagon: regular(5, 1.15),
  star: regular(5, 1.35, 0.6),
  cross: turned(plus),
};

/** Adds the closed outline of a shape around (x, y) to a path. */
export function traceShape(path: PathSink, shape: ShapeName, x: number, y: number, r: number): void {
  if (shape === 'circle') {
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, 2 * Math.PI);
    path.closePath();
    return;
  }
  let first = true;
  for (const [dx, dy] of outlines[shape]) {
    if (first) path.moveTo(x + dx * r, y + dy * r);
    else path.lineTo(x + dx * r, y + dy * r);
    first = false;
  }
  path.closePath();
}

/** The same outline as SVG path data. */
export function shapePath(shape: ShapeName, x: number, y: number, r: number): string {
  const n = (value: number): string => String(Math.round(value * 100) / 100);
  const parts: string[] = [];
  traceShape(
    {
      moveTo: (px, py) => void parts.push(`M${n(px)} ${n(py)}`),
      lineTo: (px, py) => void parts.push(`L${n(px)} ${n(py)}`),
      closePath: () => void parts.push('Z'),
      arc: (cx, cy, radius) =>
        void parts.push(
          `A${n(radius)} ${n(radius)} 0 1 1 ${n(cx - radius)} ${n(cy)}` +
            `A${n(radius)} ${n(radius)} 0 1 1 ${n(cx + radius)} ${n(cy)}`,
        ),
    },
    shape,
    x,
    y,
    r,
  );
  return parts.join('');
}
