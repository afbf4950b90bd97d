import type { NetworkSpec, Samples } from '../core/kernel.ts';
import { outputImage } from '../core/network/network-spec.ts';
import type { KernelExports } from './exports.ts';
import { at, kindOf, recordBytes, type LayerKind } from './layer-records.ts';
import type { MemoryMap, Rows } from './memory-map.ts';

/** Multiply-adds between two breaths, about a millisecond's worth. */
export const tile = 4_000_000;

/** Modes of a forward pass, as in assembly/layer.ts. */
export const train = 0;
export const measured = 1;
export const measuredBeforeTraining = 2;

/** What the passes of one network share. */
export interface Workplace {
  readonly wasm: KernelExports;
  readonly map: MemoryMap;
  readonly spec: NetworkSpec;
  readonly data: Samples;
  readonly view: DataView;
  readonly kinds: readonly LayerKind[];
  /** Multiply-adds of a layer's forward pass for one sample; of a sparse one on the mean. */
  readonly macs: readonly number[];
}

export function workplace(
  wasm: KernelExports,
  map: MemoryMap,
  spec: NetworkSpec,
  data: Samples,
  entryCount: number,
): Workplace {
  const kinds = spec.layers.map((layer, index) => kindOf(layer, index, data));
  if (kinds[0] === 'pooling')
    throw new RangeError('The first layer is pooling, which has no range to take over.');
  const macs = spec.layers.map(({ shape, inputs, units }, index) => {
    if (kinds[index] === 'sparse') return Math.max(1, Math.ceil(entryCount / data.samples)) * units;
    if (shape.kind === 'dense') return inputs * units;
    return units * shape.size * shape.size * (shape.kind === 'convolution' ? shape.image.channels : 1);
  });
  return { wasm, map, spec, data, view: new DataView(wasm.memory.buffer), kinds, macs };
}

export const recordOf = ({ map }: Workplace, layer: number): number => map.layers + layer * recordBytes;

export const pointerOf = (place: Workplace, layer: number, field: number): number =>
  place.view.getUint32(recordOf(place, layer) + field, true);

/**
 * A layer's forward pass up to its activations: rows a, and derivatives d where d is not 0. Of a sparse layer the
 * inputs are those of the samples at `order`, of another the rows x; n samples, `bytes` of each row.
 */
export function* forwardLayer(
  place: Workplace,
  layer: number,
  x: number,
  order: number,
  n: number,
  { bytes, stride }: Rows,
  a: number,
  d: number,
): Generator<number, void, void> {
  const { wasm, map, spec } = place;
  const record = recordOf(place, layer);
  const { units, shape } = spec.layers[layer]!;
  const macs = place.macs[layer]!;
  switch (place.kinds[layer]!) {
    case 'dense':
      for (const [from, to] of tiles(units, (macs / units) * n)) {
        wasm.forwardUnits(record, x, a, d, stride, bytes, from, to);
        yield (macs / units) * n * (to - from);
      }
      return;
    case 'sparse': {
      const { starts, entries, values, sums } = map;
      // Stretches of rows, in bytes: a sample has 4 of them.
      for (const [from, to] of tiles(bytes / 16, 4 * macs)) {
        wasm.sparseRows(record, starts, entries, values, order, n, stride, a, sums, 16 * from, 16 * to);
        yield 4 * macs * (to - from);
      }
      wasm.activateUnits(record, a, d, stride, bytes, 0, units);
      return;
    }
    case 'convolution': {
      const rows = outputImage(shape)?.height ?? 1;
      const across = units / rows;
      for (const [from, to] of tiles(rows, (macs / rows) * n)) {
        wasm.convolveRows(record, x, a, stride, bytes, from, to);
        wasm.activateUnits(record, a, d, stride, bytes, from * across, to * across);
        yield (macs / rows) * n * (to - from);
      }
      return;
    }
    case 'pooling':
      wasm.poolRows(record, x, a, stride, bytes);
      yield macs * n;
  }
}

/** A layer's range and levels after a forward pass; quantized pooling has those of the layer before it. */
export function settle(place: Workplace, layer: number, mode: number): void {
  const isPooling = place.kinds[layer] === 'pooling' && place.spec.bits !== 'float';
  if (isPooling) place.wasm.inheritLevels(recordOf(place, layer), mode);
  else place.wasm.settleRange(recordOf(place, layer), mode);
}

/** A step's forward and backward passes in parts, the batch's inputs being gathered; leaves gradients. */
export function* forwardBackward(place: Workplace, n: number, bytes: number): Generator<number, void, void> {
  const { wasm, map, spec, data } = place;
  const { stride } = map.batch;
  const rows: Rows = { bytes, stride };
  const pointer = (l: number, offset: number): number => pointerOf(place, l, offset);
  const last = spec.layers.length - 1;
  yield data.features * n; // For the gathering.
  for (const l of spec.layers.keys()) {
    const record = recordOf(place, l);
    const a = pointer(l, at.a);
    wasm.prepareKernel(record, train);
    yield* forwardLayer(place, l, pointer(l, at.x), map.order, n, rows, a, pointer(l, at.dz));
    settle(place, l, train);
    wasm.quantizeUnits(record, a, pointer(l, at.quantized), stride, bytes);
    yield spec.layers[l]!.units * n;
  }
  const { batchLabels, probabilities, losses, hits } = map;
  const { classes } = data;
  const logits = pointer(last, at.quantized);
  wasm.softmaxRows(logits, classes, stride, bytes, batchLabels, probabilities, losses, hits);
  wasm.softmaxGradientRows(probabilities, classes, stride, n, bytes, batchLabels, pointer(last, at.g));
  for (let l = last; l >= 0; l--) yield* backwardLayer(place, l, n, rows);
}

/** Gradients of a layer's parameters, and of the quantized values of the layer before it. */
function* backwardLayer(
  place: Workplace,
  layer: number,
  n: number,
  rows: Rows,
): Generator<number, void, void> {
  const { wasm, spec, kinds } = place;
  const { bytes, stride } = rows;
  const record = recordOf(place, layer);
  const g = layer > 0 ? pointerOf(place, layer - 1, at.g) : 0;
  const { inputs, units, quantizedKernel } = spec.layers[layer]!;
  const kind = kinds[layer]!;
  if (kind === 'pooling') {
    if (!g) return;
    const [x, own] = [pointerOf(place, layer, at.x), pointerOf(place, layer, at.g)];
    wasm.poolingInputGradient(record, x, own, g, stride, bytes);
    yield inputs * n;
    return;
  }
  wasm.backwardActivation(record, n, stride, bytes);
  yield units * n;
  if (kind === 'sparse') yield* sparseGradients(place, n, rows);
  else if (kind === 'convolution') yield* convolutionGradients(place, layer, rows);
  else {
    for (const [from, to] of tiles(inputs, units * n)) {
      wasm.parameterGradients(record, stride, bytes, from, to);
      yield (to - from) * units * n;
    }
  }
  if (quantizedKernel && spec.bits !== 'float') wasm.maskKernelGradient(record);
  if (!g) return;
  if (kind === 'convolution') {
    const height = pointerOf(place, layer, at.height);
    const macs = (place.macs[layer]! / height) * n;
    for (const [from, to] of tiles(height, macs)) {
      wasm.convolutionInputGradient(record, g, stride, bytes, from, to);
      yield macs * (to - from);
    }
  } else {
    for (const [from, to] of tiles(inputs, units * n)) {
      wasm.inputGradient(record, g, stride, bytes, from, to);
      yield (to - from) * units * n;
    }
  }
}

function* sparseGradients(
  place: Workplace,
  n: number,
  { bytes, stride }: Rows,
): Generator<number, void, void> {
  const { wasm, map, data } = place;
  const { starts, entries, values, order, columns, planes } = map;
  const record = recordOf(place, 0);
  const macs = place.macs[0]!;
  wasm.turnGradient(record, stride, bytes, columns);
  for (const [from, to] of tiles(n, macs)) {
    wasm.addSparseGradients(record, starts, entries, values, data.features, order, columns, planes, from, to);
    yield macs * (to - from);
  }
  wasm.sumPlanes(record, data.features, planes, stride, bytes);
}

function* convolutionGradients(
  place: Workplace,
  layer: number,
  { bytes, stride }: Rows,
): Generator<number, void, void> {
  const { wasm, map } = place;
  const record = recordOf(place, layer);
  const field = (offset: number): number => pointerOf(place, layer, offset);
  const [x, size, filters, channels] = [at.x, at.size, at.filters, at.channels].map(field) as Four;
  // Of 16 samples, 64 bytes of a row; three columns of the kernel and two filters go at once.
  const macs = (16 * place.macs[layer]!) / channels / Math.ceil(filters / 2) / Math.ceil(size / 3);
  for (let channel = 0; channel < channels; channel++) {
    for (let f = 0; f < filters; f += 2) {
      for (let j = 0; j < size; j += 3) {
        for (const [from, to] of tiles(bytes / 64, macs)) {
          const { shares } = map;
          wasm.convolutionGradients(record, x, stride, bytes, channel, f, j, shares, 64 * from, 64 * to);
          yield macs * (to - from);
        }
      }
    }
  }
}

type Four = [number, number, number, number];

/** Splits `count` things into stretches of about `tile` multiply-adds; even starts suit the tiles of two rows. */
export function* tiles(count: number, macsEach: number): Generator<[from: number, to: number], void, void> {
  const size = Math.max(2, Math.floor(tile / macsEach / 2) * 2);
  for (let from = 0; from < count; from += size) yield [from, Math.min(count, from + size)];
}
