import { outputImage } from '../../../src/core/network/network-spec.ts';
import type { ImageShape, LayerShape, LayerSpec, NetworkSpec } from '../../../src/core/kernel.ts';

export type ImageLayer = number | { filters: number; size: number } | { pool: number };

/** A network on images, in float unless said otherwise; its layers share their quantizer. Two classes at least. */
export function imageNetwork(
  image: ImageShape,
  net: readonly ImageLayer[],
  classes: number,
  layer: Pick<LayerSpec, 'activation' | 'range' | 'quantizedKernel'>,
  settings: Partial<NetworkSpec> = {},
): NetworkSpec {
  let inputs = image.height * image.width * image.channels;
  let shown: ImageShape | null = image;
  const layers = [...net, classes].map((each, index): LayerSpec => {
    const shape = shapeOf(each, shown);
    shown = outputImage(shape);
    const units = shown ? shown.height * shown.width * shown.channels : Number(each);
    const isLast = index === net.length;
    const own = {
      ...layer,
      shape,
      inputs,
      units,
      activation: isLast ? 'softmax' : layer.activation,
    } as const;
    inputs = units;
    return own;
  });
  return {
    layers,
    bits: 'float',
    decay: 0.999,
    start: [-6, 6],
    fixed: [-1, 1],
    optimizer: 'sgd',
    rate: 0,
    momentum: 0,
    batch: 16,
    ...settings,
  };
}

function shapeOf(layer: ImageLayer, image: ImageShape | null): LayerShape {
  if (typeof layer === 'number') return { kind: 'dense' };
  if (!image) throw new Error('the test asks for a convolution without an image');
  return 'pool' in layer
    ? { kind: 'pooling', image, size: layer.pool }
    : { kind: 'convolution', image, ...layer };
}

/** Numbers (row, column, channel) of one image. */
type Values = (row: number, column: number, channel: number) => number;

const asImage =
  (values: readonly number[], { width, channels }: ImageShape): Values =>
  (row, column, channel) =>
    values[(row * width + column) * channels + channel] ?? NaN;

const functions: Readonly<Record<string, (z: number) => number>> = {
  tanh: (z) => Math.tanh(z),
  relu: (z) => Math.max(0, z),
  linear: (z) => z,
  softmax: (z) => z,
};

/**
 * The logits of a float network on one image, in double, by the definitions of convolution and pooling: a second
 * program, which shares nothing with the kernels but the order of the parameters.
 */
export function logitsInDouble(
  { layers }: NetworkSpec,
  parameters: ArrayLike<number>,
  input: readonly number[],
): number[] {
  let x = [...input];
  let next = 0;
  const take = (count: number): number[] => {
    const taken = Array.from({ length: count }, (_, i) => parameters[next + i] ?? NaN);
    next += count;
    return taken;
  };
  for (const { shape, inputs, units, activation } of layers) {
    const f = functions[activation] ?? Number;
    if (shape.kind === 'dense') {
      const kernel = take(inputs * units);
      const bias = take(units);
      const before = x;
      x = bias.map((b, j) =>
        f(before.reduce((sum, value, i) => sum + value * (kernel[i * units + j] ?? NaN), 0) + b),
      );
      continue;
    }
    const { image, size } = shape;
    const at = asImage(x, image);
    const output = outputImage(shape);
    const positions = Array.from({ length: units }, (_, unit) => {
      const channel = unit % output.channels;
      const column = Math.floor(unit / output.channels) % output.width;
      return { row: Math.floor(unit / output.channels / output.width), column, channel };
    });
    if (shape.kind === 'pooling') {
      x = positions.map(({ row, column, channel }) => {
        const field = Array.from({ length: size * size }, (_, k) =>
          at(row * size + Math.floor(k / size), column * size + (k % size), channel),
        );
        return Math.max(...field);
      });
      continue;
    }
    const kernel = take(size * size * image.channels * shape.filters);
    const bias = take(shape.filters);
    x = positions.map(({ row, column, channel: filter }) => {
      let z = bias[filter] ?? NaN;
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          for (let c = 0; c < image.channels; c++) {
            const weight = kernel[((i * size + j) * image.channels + c) * shape.filters + filter] ?? NaN;
            z += weight * at(row + i, column + j, c);
          }
        }
      }
      return f(z);
    });
  }
  return x;
}

/** The cross-entropy of one image, in nats, in double. */
export function lossInDouble(
  spec: NetworkSpec,
  parameters: ArrayLike<number>,
  input: readonly number[],
  label: number,
): number {
  const logits = logitsInDouble(spec, parameters, input);
  const largest = Math.max(...logits);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
  return Math.log(total) - ((logits[label] ?? NaN) - largest);
}
