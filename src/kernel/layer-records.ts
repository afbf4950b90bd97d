import {
  isByteInputs,
  parameterPlaces,
  type LayerSpec,
  type NetworkSpec,
  type Samples,
} from '../core/kernel.ts';
import { activationNames } from '../core/network/activations.ts';

/** Bytes of a layer record (assembly/layer.ts names its fields in the same order). */
export const recordBytes = 160;

const rules = ['', 'batch', 'moving', 'last', 'fixed'];

/** Bytes from a record's start, as in assembly/layer.ts. */
export const at = {
  inputs: 0,
  units: 4,
  activation: 8,
  rule: 12,
  quantizedKernel: 16,
  qMax: 20,
  rate: 24,
  kernel: 28,
  bias: 32,
  usedKernel: 36,
  dKernel: 40,
  dBias: 44,
  ranges: 48,
  x: 52,
  a: 56,
  dz: 60,
  quantized: 64,
  g: 68,
  extremes: 128,
  height: 132,
  width: 136,
  channels: 140,
  size: 144,
  filters: 148,
  weights: 152,
} as const;
/** Two f32 that a forward pass leaves: the activation range in use. */
export const lowAt = 72;
export const highAt = 76;
/** Levels of the activations (assembly/levels.ts); they begin with their kind. */
export const levelsAt = 104;
/** The kind of levels where values are kept as they are, under one code. */
export const constantLevels = 2;
/** Two f32 behind the kind: the value of a code is (code - zero point) scale. */
export const scaleAt = levelsAt + 4;
export const zeroPointAt = levelsAt + 20;

/** How a layer is computed: `sparse` is a dense one on the task's bytes, most of which are zero. */
export type LayerKind = 'dense' | 'sparse' | 'convolution' | 'pooling';

export function kindOf(layer: LayerSpec, index: number, { inputs }: Samples): LayerKind {
  if (layer.shape.kind !== 'dense') return layer.shape.kind;
  return index === 0 && isByteInputs(inputs) ? 'sparse' : 'dense';
}

/** Where a layer's arrays are. */
export interface LayerPlaces {
  /** The kernel as used in the pass; null where it is the kernel itself. */
  readonly used: number | null;
  readonly a: number;
  readonly dz: number;
  readonly quantized: number;
  readonly g: number;
  readonly extremes: number;
}

export const isKernelQuantized = (spec: NetworkSpec, layer: LayerSpec): boolean =>
  layer.quantizedKernel && spec.bits !== 'float' && layer.shape.kind !== 'pooling';

/** Writes the records, given the places of the flat arrays and of each layer's own. */
export function writeRecords(
  view: DataView,
  spec: NetworkSpec,
  map: {
    readonly layers: number;
    readonly parameters: number;
    readonly gradients: number;
    readonly ranges: number;
    readonly x: number;
  },
  places: readonly LayerPlaces[],
): void {
  const { bits } = spec;
  const parameters = parameterPlaces(spec.layers);
  let { x } = map;
  for (const [index, layer] of spec.layers.entries()) {
    const record = map.layers + index * recordBytes;
    const own = places[index]!;
    const { kernel, bias } = parameters[index]!;
    const int = (offset: number, value: number): void => view.setUint32(record + offset, value, true);
    int(at.inputs, layer.inputs);
    int(at.units, layer.units);
    int(at.activation, activationNames.indexOf(layer.activation === 'softmax' ? 'linear' : layer.activation));
    int(at.rule, bits === 'float' ? 0 : rules.indexOf(layer.range));
    int(at.quantizedKernel, own.used === null ? 0 : 1);
    view.setFloat32(record + at.qMax, bits === 'float' ? 0 : (1 << bits) - 1, true);
    view.setFloat32(record + at.rate, 1 - spec.decay, true);
    int(at.kernel, map.parameters + 4 * kernel);
    int(at.bias, map.parameters + 4 * bias);
    int(at.usedKernel, own.used ?? map.parameters + 4 * kernel);
    int(at.dKernel, map.gradients + 4 * kernel);
    int(at.dBias, map.gradients + 4 * bias);
    int(at.ranges, map.ranges + 16 * index);
    int(at.x, x);
    int(at.a, own.a);
    int(at.dz, own.dz);
    int(at.quantized, own.quantized);
    int(at.g, own.g);
    int(at.extremes, own.extremes);
    if (layer.shape.kind !== 'dense') {
      const { image, size } = layer.shape;
      int(at.height, image.height);
      int(at.width, image.width);
      int(at.channels, image.channels);
      int(at.size, size);
      int(at.filters, layer.shape.kind === 'convolution' ? layer.shape.filters : 0);
    }
    int(at.weights, bias - kernel);
    x = own.quantized;
  }
}
