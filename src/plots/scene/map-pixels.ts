/** A partition of inputs that lie on a rectangle as pixels. */
import type { MapLayout } from '../../core/tasks/map-layout.ts';

export interface MapData {
  readonly layout: Pick<MapLayout, 'rows' | 'columns' | 'sampleAt'>;
  /** Cell of each sample. */
  readonly cellOf: Int32Array;
  /** Colour of each cell, packed as `packed` does. */
  readonly colours: Uint32Array;
  /** 1 for each sample that stands out, while the others step back; null: none does. (samples). */
  readonly marked: Uint8Array | null;
}

/** How much of the border's colour a border has, by device pixels of an input; wider ones have it in full. */
const strengths = [0, 0, 0.25, 0.45, 0.7];
/**
 * Where an input is so few pixels that a full border would be most of it, borders are faint around codes of few inputs
 * only: around those of at least so many a border is at least this strong.
 */
const clear = [
  { inputs: 16, strength: 0.9 },
  { inputs: 4, strength: 0.6 },
] as const;
/** From so many device pixels of an input on, a border has one on both sides. */
const wide = 14;
/** How much of the ground is in what steps back. */
const dimming = 0.78;

/**
 * RGBA, (rows * side, columns * side, 4), of `side` device pixels an input. A border runs where the neighbour above
 * or to the left has another cell, or stands out where this does not.
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
  // Each cell twice: of inputs that step back, then of those that do not.
  const parts = Uint32Array.from({ length: 2 * data.colours.length }, (_, part) => {
    const colour = data.colours[part >> 1] ?? 0;
    return part % 2 === 1 ? colour : mix(colour, ground, dimming);
  });
  const strength = borderStrengths(data, side);
  const edges = parts.map((colour, part) => {
    const own = strength[part >> 1] ?? 1;
    return mix(colour, border, part % 2 === 1 ? own : own * (1 - dimming));
  });
  const { marked } = data;
  const cells = Int32Array.from(sampleAt, (sample) => {
    return 2 * (data.cellOf[sample] ?? 0) + (marked === null ? 1 : (marked[sample] ?? 0));
  });
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const place = row * columns + column;
      const cell = cells[place] ?? 0;
      const isBelow = row > 0 && cells[place - columns] !== cell;
      const isRight = column > 0 && cells[place - 1] !== cell;
      const isAbove = side >= wide && row < rows - 1 && cells[place + columns] !== cell;
      const isLeft = side >= wide && column < columns - 1 && cells[place + 1] !== cell;
      const fill = parts[cell] ?? 0;
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

/** How much of the border's colour the border of each cell has, (cells). */
function borderStrengths({ cellOf, colours }: MapData, side: number): Float32Array {
  const least = strengths[side] ?? 1;
  const strength = new Float32Array(colours.length).fill(least);
  if (least === 0 || least === 1) return strength;
  const sizes = new Uint32Array(colours.length);
  for (const cell of cellOf) sizes[cell] = (sizes[cell] ?? 0) + 1;
  return strength.map((own, cell) => {
    const large = clear.find(({ inputs }) => (sizes[cell] ?? 0) >= inputs);
    return Math.max(own, large?.strength ?? 0);
  });
}

function mix(one: number, other: number, part: number): number {
  const at = (shift: number): number => {
    const from = (one >>> shift) & 255;
    return Math.round(from + part * (((other >>> shift) & 255) - from)) << shift;
  };
  return ((255 << 24) | at(16) | at(8) | at(0)) >>> 0;
}
