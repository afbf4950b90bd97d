import type { ImageShape } from '../kernel.ts';
import { outputImage } from '../network/network-spec.ts';
import { taskShape } from '../tasks/task-shape.ts';
import type { Draft } from './check.ts';
import { defaults, formatField } from './fields.ts';
import { isDense, isPooling, type HiddenLayer } from './hidden-layer.ts';
import { quote, type Problem, type ProblemCode } from './problems.ts';

/** Units of all convolutions and pooling together: their codes of 70,000 images are to fit into a tab, with all else. */
export const mostImageUnits = 4096;

/** Images of the largest batch: a step holds every activation of each of them. */
export const largestImageBatch = 4096;

/**
 * Convolutions and pooling need images, come before dense layers, pooling not first, and their fields must fit into
 * the image: layers that do not are left out, with their activations.
 */
export function fitImageLayers(draft: Draft): Problem | undefined {
  const { net, act } = draft;
  let before: HiddenLayer | null = null;
  const { image: ofTask } = taskShape(draft.task);
  let image = ofTask;
  let units = 0;
  let first: { readonly code: ProblemCode; readonly layer: HiddenLayer } | undefined;
  const kept: number[] = [];
  for (const [index, layer] of net.entries()) {
    const code = isDense(layer) ? undefined : faultOf(layer, image, before, ofTask, units);
    if (code) first ??= { code, layer };
    else {
      kept.push(index);
      image = imageAfter(layer, image);
      units += image ? unitsOf(image) : 0;
      before = layer;
    }
  }
  if (!first) return undefined;
  const given = quote(formatField('net', net));
  draft.net = kept.length > 0 ? kept.map((index) => net[index] ?? 1) : defaults.net;
  if (act.length === net.length && kept.length > 0) draft.act = kept.map((index) => act[index] ?? 'tanh');
  const values = { layer: formatField('net', [first.layer]), units: String(mostImageUnits) };
  return { field: 'net', code: first.code, given, used: formatField('net', draft.net), values };
}

function faultOf(
  layer: Exclude<HiddenLayer, number>,
  image: ImageShape | null,
  before: HiddenLayer | null,
  ofTask: ImageShape | null,
  unitsBefore: number,
): ProblemCode | undefined {
  if (!ofTask) return 'noImages';
  if (!image) return 'afterDense';
  if (isPooling(layer) && before === null) return 'poolingFirst';
  const size = isPooling(layer) ? layer.pool : layer.size;
  if (size > Math.min(image.height, image.width)) return 'imageTooSmall';
  const after = imageAfter(layer, image);
  return after && unitsBefore + unitsOf(after) > mostImageUnits ? 'tooWide' : undefined;
}

const unitsOf = ({ height, width, channels }: ImageShape): number => height * width * channels;

function imageAfter(layer: HiddenLayer, image: ImageShape | null): ImageShape | null {
  if (isDense(layer) || !image) return null;
  return isPooling(layer)
    ? outputImage({ kind: 'pooling', image, size: layer.pool })
    : outputImage({ kind: 'convolution', image, ...layer });
}

/** A batch of images is not too large; of fewer samples `full` may be as many as there are. */
export function fitImageBatch(draft: Draft): Problem | undefined {
  const { batch, task } = draft;
  if (!taskShape(task).image || (batch !== 'full' && batch <= largestImageBatch)) return undefined;
  draft.batch = largestImageBatch;
  const values = { max: String(largestImageBatch) };
  const given = formatField('batch', batch);
  return { field: 'batch', code: 'imageBatch', given, used: formatField('batch', draft.batch), values };
}
