import type { Experiment } from '../experiment/experiment.ts';
import { isConvolution, isPooling, type HiddenLayer } from '../experiment/hidden-layer.ts';
import type { ImageShape, LayerShape, LayerSpec, NetworkSpec } from '../kernel.ts';
import { quantizerOf } from '../quantization/rules.ts';
import type { ActivationName } from './activations.ts';

/** What a network must know of its task. */
export interface TaskShape {
  readonly features: number;
  /** Null where samples are no images. */
  readonly image: ImageShape | null;
  readonly classes: number;
  readonly trainSamples: number;
}

/** The network of an experiment on a task. */
export function networkSpec(experiment: Experiment, task: TaskShape): NetworkSpec {
  const { net, act, batch, l1, l2 } = experiment;
  const layers: LayerSpec[] = [];
  let inputs = task.features;
  let image = task.image;
  const add = (shape: LayerShape, units: number, activation: ActivationName | 'softmax'): void => {
    layers.push({ shape, inputs, units, activation, ...quantizerOf(experiment, activation) });
    inputs = units;
  };
  for (const [index, hidden] of net.entries()) {
    const { shape, units } = shapeOf(hidden, image);
    image = outputImage(shape);
    add(shape, units, shape.kind === 'pooling' ? 'linear' : (act[index] ?? act[0] ?? 'tanh'));
  }
  add({ kind: 'dense' }, task.classes, 'softmax');
  return {
    layers,
    bits: experiment.bits,
    decay: experiment.decay,
    start: experiment.start,
    fixed: experiment.fixed,
    optimizer: experiment.opt,
    rate: experiment.lr,
    momentum: experiment.momentum,
    ...(l1 > 0 || l2 > 0 ? { penalty: { l1, l2 } } : {}),
    batch: batch === 'full' ? task.trainSamples : Math.min(batch, task.trainSamples),
  };
}

/** The image a layer of this shape puts out; null after a dense one. */
export function outputImage(shape: Exclude<LayerShape, { readonly kind: 'dense' }>): ImageShape;
export function outputImage(shape: LayerShape): ImageShape | null;
export function outputImage(shape: LayerShape): ImageShape | null {
  if (shape.kind === 'dense') return null;
  const { image, size } = shape;
  if (shape.kind === 'pooling') {
    return {
      height: Math.floor(image.height / size),
      width: Math.floor(image.width / size),
      channels: image.channels,
    };
  }
  return { height: image.height - size + 1, width: image.width - size + 1, channels: shape.filters };
}

/** @throws RangeError if a convolution or pooling has no image, or one that is too small (`check` says so before) */
function shapeOf(hidden: HiddenLayer, image: ImageShape | null): { shape: LayerShape; units: number } {
  if (!isConvolution(hidden) && !isPooling(hidden)) return { shape: { kind: 'dense' }, units: hidden };
  if (!image) throw new RangeError('networkSpec: convolution and pooling need an image');
  const shape = isPooling(hidden)
    ? ({ kind: 'pooling', image, size: hidden.pool } as const)
    : ({ kind: 'convolution', image, size: hidden.size, filters: hidden.filters } as const);
  const { height, width, channels } = outputImage(shape);
  if (height < 1 || width < 1) throw new RangeError('networkSpec: the image is too small for the layer');
  return { shape, units: height * width * channels };
}
