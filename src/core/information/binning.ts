import { extremes } from '../quantization/layer-quantization.ts';
import { gridCodes, layerCodes } from './codes.ts';
import { adaptiveEdges, binOf, uniformEdges } from './edges.ts';
import { informationOf, type Information } from './mutual-information.ts';

/** Outputs of one layer, over the samples in order. */
export interface LayerOutputs {
  readonly units: number;
  /** (samples, units), row-major. */
  readonly values: Float32Array;
}

/** Which values a ruler is made from: all layers and epochs given, one layer at one epoch, or one unit of it. */
export type Scope = 'global' | 'layer' | 'neuron';

/**
 * A reading of a layer's outputs as codes: bins of equal width (between the smallest and largest of the scope, or
 * two given numbers) or of equal content, the study's grid, or the distinct float32 values themselves.
 *
 * An estimate describes its ruler as much as the network (Saxe et al. 2018, Goldfeld et al. 2019).
 */
export type Ruler =
  | {
      readonly strategy: 'uniform';
      readonly bins: number;
      readonly bounds: Scope | readonly [number, number];
    }
  | { readonly strategy: 'adaptive'; readonly bins: number; readonly bounds: Scope }
  | { readonly strategy: 'grid'; readonly bits: number; readonly bounds: 'layer' | 'neuron' }
  | { readonly strategy: 'exact' };

/** Of what the information is taken: the layer's whole vector of codes, or each unit's code, then the mean over units. */
export type Reading = 'layer' | 'mean over units';

export interface Labels {
  /** Class of each sample. */
  readonly labels: Uint8Array;
  readonly classes: number;
}

/** [I(X;T), I(T;Y)] in bits of each layer at each epoch, layers[epoch][layer]; all over the same samples. */
export function estimate(
  ruler: Ruler,
  reading: Reading,
  layers: readonly (readonly LayerOutputs[])[],
  labels: Labels,
): Information[][] {
  const shared = globalEdges(ruler, layers.flat());
  return layers.map((epoch) => epoch.map((layer) => estimateLayer(ruler, reading, layer, labels, shared)));
}

/** Edges that all layers share, if the ruler has such. */
export function globalEdges(ruler: Ruler, layers: readonly LayerOutputs[]): Float64Array | null {
  if (ruler.strategy !== 'uniform' && ruler.strategy !== 'adaptive') return null;
  if (typeof ruler.bounds !== 'string') return uniformEdges(...ruler.bounds, ruler.bins);
  if (ruler.bounds !== 'global') return null;
  if (ruler.strategy === 'adaptive') return adaptiveEdges(joined(layers), ruler.bins);
  const ends = layers.map(({ values }) => extremes(values));
  const lower = Math.min(...ends.map(([min]) => min));
  const upper = Math.max(...ends.map(([, max]) => max));
  return uniformEdges(lower, upper, ruler.bins);
}

/** @param shared what globalEdges gives for the ruler */
export function estimateLayer(
  ruler: Ruler,
  reading: Reading,
  { values, units }: LayerOutputs,
  { labels, classes }: Labels,
  shared: Float64Array | null,
): Information {
  const n = labels.length;
  const columns = unitsOf(values, units);
  const codes = codesOf(ruler, columns, n, shared);
  if (reading === 'layer') return informationOf(codes, labels, classes);
  let ixt = 0;
  let ity = 0;
  for (let j = 0; j < units; j++) {
    const own = informationOf(codes.subarray(j * n, (j + 1) * n), labels, classes);
    ixt += own[0];
    ity += own[1];
  }
  return [ixt / units, ity / units];
}

/** (samples, units) as (units, samples). */
export function unitsOf<Values extends Float32Array | Uint16Array>(values: Values, units: number): Values {
  const n = values.length / units;
  const columns = values.slice() as Values; // Of the same type, which TypeScript does not see.
  for (let s = 0; s < n; s++) {
    for (let j = 0; j < units; j++) columns[j * n + s] = values[s * units + j]!;
  }
  return columns;
}

/** Codes (units, n) of outputs (units, n). */
function codesOf(ruler: Ruler, columns: Float32Array, n: number, shared: Float64Array | null): Int32Array {
  if (ruler.strategy === 'exact') return layerCodes(columns, null);
  const size = ruler.bounds === 'neuron' ? n : columns.length;
  const codes = new Int32Array(columns.length);
  for (let from = 0; from < columns.length; from += size) {
    const part = columns.subarray(from, from + size);
    if (ruler.strategy === 'grid') codes.set(gridCodes(part, ...extremes(part), ruler.bits), from);
    else {
      const edges = shared ?? ownEdges(ruler.strategy, part, ruler.bins);
      for (let i = 0; i < size; i++) codes[from + i] = binOf(part[i]!, edges);
    }
  }
  return codes;
}

function ownEdges(strategy: 'uniform' | 'adaptive', values: Float32Array, bins: number): Float64Array {
  return strategy === 'uniform' ? uniformEdges(...extremes(values), bins) : adaptiveEdges(values, bins);
}

function joined(layers: readonly LayerOutputs[]): Float32Array {
  const all = new Float32Array(layers.reduce((sum, { values }) => sum + values.length, 0));
  let next = 0;
  for (const { values } of layers) {
    all.set(values, next);
    next += values.length;
  }
  return all;
}
