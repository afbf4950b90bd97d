/** How one line of a chart looks. */
import { layerColour, type Palette } from '../colours.ts';
import type { ChartData, ChartSeries } from './chart.ts';

/** Opacity of layers that step back. */
const faded = 0.22;

/** Less than 1 for a layer that steps back behind the one that stands out. */
export function opacityOf({ highlight }: ChartData, { layer }: ChartSeries): number {
  return highlight !== null && layer !== null && layer !== highlight ? faded : 1;
}

/** Of a layer; ink where it is none. */
export function colourOf(layer: number | null, palette: Palette): string {
  return layer === null ? palette.ink : layerColour(palette, layer);
}
