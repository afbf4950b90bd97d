/** A partition of inputs that lie on a rectangle as pixels. */
import type { MapLayout } from '../../core/tasks/map-layout.ts';

export interface MapData {
  readonly layout: Pick<MapLayout, 'rows' | 'columns' | 'sampleAt'>;
  /** Cell of each sample. */
  readonly cellOf: Int32Array;
  /** Colour of each cell, packed as `packed` does. */
  readonly colours: Uint32Array;
  /** The cell that stands out; the others step back. */
  readonly highlight: number | null;
}

/** How much of the border's colour a border has, by device pixels of an input; wider ones have it in full. */
const strengths = [0, 0, 0.25, 0.45, 0.7];
/** From so many device pixels of an input on, a border has one on both sides. */
const wide = 14;
/** How much of the ground is in what steps back. */
const dimming = 0.78;

/**
 * RGBA, (rows * side, columns * side, 4), of `side` device pixels an input. A border runs where the neighbour above
 * or to the left has another cell.
 */
export function mapPixels(
  data: MapData,
  side: number,
  ground: number,
  border: number,
): Uint8ClampedArray<ArrayBuffer> {
  const { rows, columns, sampleAt } = data.layout;
  const width = columns * side;
  const pixels = new Uint32Array(rows * side * width);
  const strength = strengths[side] ?? 1;
  const inner = data.colours.map((colour, cell) =>
    data.highlight === null || data.highlight === cell ? colour : mix(colour, ground, dimming),
  );
  const edges = inner.map((colour) => mix(colour, border, strength));
  const cells = Int32Array.from(sampleAt, (sample) => data.cellOf[sample] ?? 0);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = row * columns + column;
      const cell = cells[place] ?? 0;
      const isBelow = row > 0 && cells[place - columns] !== cell;
      const isRight = column > 0 && cells[place - 1] !== cell;
      const isAbove = side >= wide && row < rows - 1 && cells[place + columns] !== cell;
      const isLeft = side >= wide && column < columns - 1 && cells[place + 1] !== cell;
      const fill = inner[cell] ?? 0;
      const edge = edges[cell] ?? 0;
      for (let y = 0; y < side; y++) {
        const start = (row * side + y) * width + column * side;
        const isEdge = (isBelow && y === 0) || (isAbove && y === side - 1);
        pixels.fill(isEdge ? edge : fill, start, start + side);
        if (isRight) pixels[start] = edge;
        if (isLeft) pixels[start + side - 1] = edge;
      }
    }
  }
  return new Uint8ClampedArray(pixels.buffer);
}

function mix(one: number, other: number, part: number): number {
  const at = (shift: number): number => {
    const from = (one >>> shift) & 255;
    return Math.round(from + part * (((other >>> shift) & 255) - from)) << shift;
  };
  return ((255 << 24) | at(16) | at(8) | at(0)) >>> 0;
}
