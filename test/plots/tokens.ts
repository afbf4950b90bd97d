import { readFileSync } from 'node:fs';
import { channels } from '../../src/plots/colours.ts';
import type { Theme } from '../../src/plots/colours.ts';

const css = readFileSync(new URL('../../src/tokens.css', import.meta.url), 'utf8');

/** All `--name: light-dark(#light, #dark)` of tokens.css, names without the dashes. */
export const tokens: Readonly<Record<Theme, ReadonlyMap<string, string>>> = { light: read(1), dark: read(2) };

function read(side: 1 | 2): ReadonlyMap<string, string> {
  const found = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
  return new Map(Array.from(found, (match) => [match[1] ?? '', match[side + 1] ?? '']));
}

export function token(theme: Theme, name: string): string {
  const value = tokens[theme].get(name);
  if (value === undefined) throw new Error(`tokens.css has no colour --${name}`);
  return value;
}

/** Relative luminance, WCAG 2.2; of `#rrggbb` or `rgb(r,g,b)`. */
function luminance(colour: string): number {
  const values = colour.startsWith('#') ? channels(colour) : (colour.match(/\d+/g) ?? []).map(Number);
  const [r = 0, g = 0, b = 0] = values.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, WCAG 2.2: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}
