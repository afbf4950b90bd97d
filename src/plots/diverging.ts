/** Colours for numbers of either sign: blue below zero, the grid's grey at it, orange above. */
import { channels, layerColour, type Palette } from './colours.ts';
import { oklabToRgb, rgbToOklab, type Rgb } from './oklab.ts';

/** Numbers of the layers whose colours are the ends: those that classes 0 and 1 have, too. */
const [below, above] = [0, 3];
/** Colours from the middle to one end. */
const steps = 128;

const tables = new Map<Palette, readonly Rgb[]>();

const labOf = (hex: string): ReturnType<typeof rgbToOklab> => {
  const [r = 0, g = 0, b = 0] = channels(hex);
  return rgbToOklab([r, g, b]);
};

/** From the lower end to the upper, straight in OKLab on each side of the middle, so that equal steps look equal. */
function tableOf(palette: Palette): readonly Rgb[] {
  const known = tables.get(palette);
  if (known) return known;
  const middle = labOf(palette.grid);
  const ends = [labOf(layerColour(palette, below)), labOf(layerColour(palette, above))] as const;
  const table = Array.from({ length: 2 * steps + 1 }, (_, step) => {
    const end = step < steps ? ends[0] : ends[1];
    const by = Math.abs(step - steps) / steps;
    return oklabToRgb([
      middle[0] + by * (end[0] - middle[0]),
      middle[1] + by * (end[1] - middle[1]),
      middle[2] + by * (end[2] - middle[2]),
    ]);
  });
  tables.set(palette, table);
  return table;
}

/** @param part -1 at the lower end, 0 in the middle, 1 at the upper end; what is beyond has the end's colour */
export function divergingColour(part: number, palette: Palette): Rgb {
  const step = Math.round(steps * (1 + Math.max(-1, Math.min(1, part))));
  return tableOf(palette)[step] ?? [0, 0, 0];
}
