/** Colours for numbers of either sign: blue below zero, the grid's grey at it, orange above. */
import { channels, layerColour, type Palette } from './colours.ts';
import { oklabToRgb, rgbToOklab, type Rgb } from './oklab.ts';

const labOf = (hex: string): ReturnType<typeof rgbToOklab> => {
  const [r = 0, g = 0, b = 0] = channels(hex);
  return rgbToOklab([r, g, b]);
};

/** Numbers of the layers whose colours are the ends: those that classes 0 and 1 have, too. */
const [below, above] = [0, 3];

/** @param part -1 ... 1: straight in OKLab from the middle to either end, so that equal steps look equal */
export function divergingColour(part: number, palette: Palette): Rgb {
  const middle = labOf(palette.grid);
  const end = labOf(layerColour(palette, part < 0 ? below : above));
  const by = Math.min(1, Math.abs(part));
  return oklabToRgb([
    middle[0] + by * (end[0] - middle[0]),
    middle[1] + by * (end[1] - middle[1]),
    middle[2] + by * (end[2] - middle[2]),
  ]);
}
