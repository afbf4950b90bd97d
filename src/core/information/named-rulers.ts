import type { Ruler } from './ruler.ts';

/** A ruler of the literature. Its name and its source are texts with the keys `ruler.ID` and `ruler.source.SOURCE`. */
export interface NamedRuler {
  readonly id: string;
  readonly ruler: Ruler;
  readonly source: RulerSource;
}

/** Lorenzen, Igel & Nielsen 2022; Shwartz-Ziv & Tishby 2017; Saxe et al. 2018, with bounds of Kolchinsky & Tracey 2017. */
export type RulerSource = 'lorenzen' | 'shwartzziv' | 'saxe' | 'kolchinsky';

const uniform = (bins: number): Ruler => ({ strategy: 'uniform', bins, bounds: 'global', reading: 'layer' });

export const namedRulers: readonly NamedRuler[] = [
  {
    id: 'grid',
    ruler: { strategy: 'grid', bits: 'run', bounds: 'layer', reading: 'layer' },
    source: 'lorenzen',
  },
  { id: 'exact', ruler: { strategy: 'exact', reading: 'layer' }, source: 'lorenzen' },
  { id: 'uniform30', ruler: uniform(30), source: 'lorenzen' },
  { id: 'uniform100', ruler: uniform(100), source: 'lorenzen' },
  { id: 'uniform256', ruler: uniform(256), source: 'lorenzen' },
  {
    id: 'edges30',
    ruler: { strategy: 'edges', edges: 30, bounds: [-1, 1], reading: 'layer' },
    source: 'shwartzziv',
  },
  { id: 'width', ruler: { strategy: 'width', width: 0.07, reading: 'layer' }, source: 'saxe' },
  {
    id: 'kdeUpper',
    ruler: { strategy: 'kde', bound: 'upper', variance: 0.001, reading: 'layer' },
    source: 'kolchinsky',
  },
  {
    id: 'kdeLower',
    ruler: { strategy: 'kde', bound: 'lower', variance: 0.001, reading: 'layer' },
    source: 'kolchinsky',
  },
];
