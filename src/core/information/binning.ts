import type { Bits } from '../experiment/experiment.ts';
import { extremes } from '../quantization/layer-quantization.ts';
import { gridCodes, layerCodes } from './codes.ts';
import { adaptiveEdges, binOf, binOfWidth, evenEdges, uniformEdges } from './edges.ts';
import { outputsOfUnit, type LayerOutputs } from './outputs.ts';
import type { Method } from './ruler.ts';
import type { Shared } from './shared-edges.ts';

/** A ruler's way to codes; kernel density bounds have none. */
export type CodeMethod = Exclude<Method, { strategy: 'kde' }>;

/** Codes of values, one each: equal codes mean the same bin. */
type Encode = (values: Float32Array) => Int32Array;

/** Values turned into codes between two breaths. */
const part = 1 << 16;

/** Codes (samples, units) of a layer's outputs. Yields the number of values done, now and then. */
export function* codesInParts(
  method: CodeMethod,
  layer: LayerOutputs,
  shared: Shared,
): Generator<number, Int32Array, void> {
  const { values, units } = layer;
  const codes = new Int32Array(values.length);
  if ('bounds' in method && method.bounds === 'neuron') {
    for (let unit = 0; unit < units; unit++) {
      const column = outputsOfUnit(layer, unit);
      encoder(method, column, shared)(column).forEach((code, s) => (codes[s * units + unit] = code));
      yield column.length;
    }
    return codes;
  }
  const encode = encoder(method, values, shared);
  for (let from = 0; from < values.length; from += part) {
    const some = values.subarray(from, from + part);
    codes.set(encode(some), from);
    yield some.length;
  }
  return codes;
}

/** @param scope the values that the ruler is made from, unless it has a range of its own or a shared one */
function encoder(method: CodeMethod, scope: Float32Array, shared: Shared): Encode {
  switch (method.strategy) {
    case 'exact':
      return (values) => layerCodes(values, null);
    case 'grid': {
      const [min, max] = extremes(scope);
      const bits: Bits = method.bits === 'run' ? shared.bits : method.bits;
      return (values) => gridCodes(values, min, max, bits);
    }
    case 'uniform':
      if (method.bounds === 'global') return byEdges(needed(shared.edges));
      return byEdges(
        typeof method.bounds === 'string'
          ? uniformEdges(...extremes(scope), method.bins)
          : uniformEdges(...method.bounds, method.bins),
      );
    case 'adaptive':
      return byEdges(method.bounds === 'global' ? needed(shared.edges) : adaptiveEdges(scope, method.bins));
    case 'edges':
      return byEdges(evenEdges(...method.bounds, method.edges));
    case 'width':
      return (values) => Int32Array.from(values, (v) => binOfWidth(v, method.width));
  }
}

const byEdges =
  (edges: Float64Array): Encode =>
  (values) =>
    Int32Array.from(values, (v) => binOf(v, edges));

function needed(edges: Float64Array | null): Float64Array {
  if (edges) return edges;
  throw new RangeError('A ruler over the whole run needs the edges of the whole run (GlobalEdges)');
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
