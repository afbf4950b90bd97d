/** Colours of partition maps, the same in both themes. */
import { classPair } from './class-colours.ts';
import { channels } from './colours.ts';
import { oklabToRgb, packed, rgbToOklab, type Rgb } from './oklab.ts';

/** Lines between codes: 3:1 on every colour of a code. */
export const borderColour = '#0b0d10';

const steps = 256;

/** A straight line in OKLab from one class to the other, so that equal steps look equal: 257 colours. */
const shares: readonly Rgb[] = (() => {
  const [from, to] = classPair.map((end) => rgbToOklab(channels(end) as unknown as Rgb)) as [
    ReturnType<typeof rgbToOklab>,
    ReturnType<typeof rgbToOklab>,
  ];
  return Array.from({ length: steps + 1 }, (_, step) => {
    const part = step / steps;
    return oklabToRgb([
      from[0] + part * (to[0] - from[0]),
      from[1] + part * (to[1] - from[1]),
      from[2] + part * (to[2] - from[2]),
    ]);
  });
})();

/** The colour of a code by its share of class 1, 0 to 1. */
export function shareColour(share: number): Rgb {
  return shares[Math.round(steps * Math.min(1, Math.max(0, share)))] ?? [0, 0, 0];
}

const goldenAngle = 2.399963229728653;
const lightnesses = [0.62, 0.84, 0.72, 0.92, 0.55] as const;
const chroma = 0.115;

/** Colours for numbers 0, 1, ...: hues by the golden angle, so that near numbers are far apart, in five lightnesses. */
export function codeColour(number: number): Rgb {
  const hue = number * goldenAngle;
  const lightness = lightnesses[number % lightnesses.length] ?? 0.7;
  return oklabToRgb([lightness, chroma * Math.cos(hue), chroma * Math.sin(hue)]);
}

const packedShares = Uint32Array.from(shares, packed);
const packedCodes: number[] = [];

/** The same as one number, for many of them. */
export const packedShare = (share: number): number => packedShares[Math.round(steps * share)] ?? 0;
export const packedCode = (number: number): number => (packedCodes[number] ??= packed(codeColour(number)));
