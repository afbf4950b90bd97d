/** Colours of the plots; tokens.css holds the same for the page (a test keeps them equal). */

export type Theme = 'light' | 'dark';

export interface Palette {
  /** What the plane and the charts are drawn on. */
  readonly background: string;
  readonly panel: string;
  readonly ink: string;
  readonly mute: string;
  readonly grid: string;
  readonly accent: string;
  /** T1 ... T9. */
  readonly layers: readonly string[];
  /** Stops of the epoch scale, evenly spaced, first epoch to last. */
  readonly epochs: readonly string[];
}

/** Layers: Tol-like hues, each readable as text. Epochs: rocket-like, lightness even in OKLab. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    background: '#f7f7f4',
    panel: '#ffffff',
    ink: '#16191d',
    mute: '#5b636d',
    grid: '#e9e9e3',
    accent: '#2f5bd8',
    layers: [
      '#2f6ba8',
      '#1d7a2e',
      '#8a6200',
      '#b34a10',
      '#a82f74',
      '#3d3d8f',
      '#00727f',
      '#b0222f',
      '#5c5c5c',
    ],
    epochs: [
      '#371341',
      '#520a4f',
      '#6e024f',
      '#8a0043',
      '#a30531',
      '#ba1801',
      '#b94b00',
      '#bd6602',
      '#c17f0c',
    ],
  },
  dark: {
    background: '#0f1216',
    panel: '#161a20',
    ink: '#eceff3',
    mute: '#9aa4b0',
    grid: '#20262e',
    accent: '#8fb0ff',
    layers: [
      '#77aadd',
      '#67c27a',
      '#ddbb55',
      '#ee8866',
      '#dd7fb5',
      '#a9a9ff',
      '#44c5cf',
      '#ff8080',
      '#bbbbbb',
    ],
    epochs: [
      '#6d58bb',
      '#8c57c7',
      '#b755c7',
      '#e354ae',
      '#fe6391',
      '#ff8886',
      '#ffa586',
      '#fec091',
      '#fed899',
    ],
  },
};

export const epochSteps = 256;

/** Colour of layer 0 ... (T1 ...); beyond the ninth they begin again. */
export function layerColour(palette: Palette, layer: number): string {
  return palette.layers[layer % palette.layers.length] ?? palette.ink;
}

const tables = new Map<Palette, readonly string[]>();

/** The epoch scale in 256 steps, `rgb(r,g,b)`; between stops it is linear in sRGB, as CSS gradients are. */
export function epochTable(palette: Palette): readonly string[] {
  const known = tables.get(palette);
  if (known) return known;
  const stops = palette.epochs.map(channels);
  const table = Array.from({ length: epochSteps }, (_, step) => {
    const place = (step / (epochSteps - 1)) * (stops.length - 1);
    const below = Math.min(Math.floor(place), stops.length - 2);
    const low = stops[below] ?? [0, 0, 0];
    const high = stops[below + 1] ?? low;
    const mixed = low.map((channel, i) => Math.round(channel + ((high[i] ?? 0) - channel) * (place - below)));
    return `rgb(${mixed.join(',')})`;
  });
  tables.set(palette, table);
  return table;
}

/** Step of the epoch table for a position 0..1 on the epoch scale. */
export function epochStep(position: number): number {
  return Math.max(0, Math.min(epochSteps - 1, Math.round(position * (epochSteps - 1))));
}

/** Red, green and blue, 0..255, of `#rrggbb`. */
export function channels(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
