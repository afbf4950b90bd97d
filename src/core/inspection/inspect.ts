import type { Checkpoint, Reestimator } from '../experiment/reestimate.ts';
import { finish } from '../finish.ts';
import { codesInParts } from '../information/binning.ts';
import { histogramOf } from '../information/entropy.ts';
import { seenByClass } from '../information/label-noise.ts';
import { informationOfCounts, type Information } from '../information/mutual-information.ts';
import { partitionInParts, type Partition } from '../information/partition.ts';
import type { Ruler } from '../information/ruler.ts';
import type { Range } from '../quantization/layer-quantization.ts';
import { cellOrdersInParts, type CellOrders, type ClassedCells } from './cell-orders.ts';
import { formulaParts, type FormulaParts } from './formula-parts.ts';
import { layerWeights, type LayerWeights } from './layer-weights.ts';
import { unitHistogramsInParts, type UnitHistograms } from './unit-histograms.ts';

/** How the codes of a layer are read: as a row of the run's own measurements, or by another ruler. */
export type CellReading =
  | { readonly kind: 'counted'; readonly row: number }
  /** @property edges those of all measurements, where the ruler's bounds are global */
  | { readonly kind: 'ruler'; readonly ruler: Ruler; readonly edges: Float64Array | null };

/** Which layer is opened, and how. */
export interface LayerQuestion {
  /** 0 for T1. */
  readonly layer: number;
  readonly reading: CellReading;
  /** The range the layer was quantized to at the measurement; of the output that of its logits. */
  readonly range: Range;
}

/** All there is to see of a layer at one checkpoint. */
export interface LayerInspection extends CellOrders {
  readonly cells: Partition;
  /** The cells with their classes as these are seen: with label noise weighted, else the cells' own. Mixing is theirs. */
  readonly seen: ClassedCells;
  /** Own class of each sample. */
  readonly labels: Uint8Array;
  /** In bits; as the run or the ruler has it, bit for bit. */
  readonly information: Information;
  /** H(Y) in bits, as it is seen. The mean of mixing over the samples is H(Y|T) = H(Y) - I(T;Y). */
  readonly hy: number;
  readonly parts: FormulaParts;
  readonly units: number;
  /** Null where the layer has more outputs than are counted unit by unit. */
  readonly histograms: UnitHistograms | null;
  /** Null for pooling. */
  readonly weights: LayerWeights | null;
}

/** Outputs of a layer (samples times units) up to which its units are counted: 64 MB. */
export const mostOutputs = 1 << 24;

/**
 * Does a ruler give a layer cells of all inputs? Density bounds have no codes, a mean over units has cells of each unit
 * only, and a part of the samples has cells of that part.
 */
export const hasCells = ({ strategy, reading, samples, labels }: Ruler): boolean =>
  strategy !== 'kde' && reading === 'layer' && !samples && !labels;

/** @throws RangeError if the ruler has no cells */
export function inspect(
  estimator: Reestimator,
  checkpoint: Checkpoint,
  question: LayerQuestion,
): LayerInspection {
  return finish(inspectInParts(estimator, checkpoint, question));
}

/** The same with breaths, during which the estimator must not be asked for anything else. */
export function* inspectInParts(
  estimator: Reestimator,
  checkpoint: Checkpoint,
  { layer, reading, range }: LayerQuestion,
): Generator<number, LayerInspection, void> {
  const { spec, samples: data, limits } = estimator.prepared;
  const { units } = spec.layers[layer]!;
  const cells = yield* cellsOf(estimator, checkpoint, layer, reading);
  const seen = { sizes: cells.sizes, byClass: seenByClass(cells.byClass, data.classes, data.noise) };
  const orders = yield* cellOrdersInParts(seen);
  const counts = { histogram: histogramOf(cells.sizes), joint: histogramOf(seen.byClass) };
  const read = layer === spec.layers.length - 1 ? 'logits' : layer;
  const isFew = data.samples * units <= mostOutputs;
  const outputs = isFew ? yield* estimator.outputsInParts(checkpoint, read) : null;
  return {
    ...orders,
    cells,
    seen,
    hy: limits.hy,
    labels: data.labels,
    information: informationOfCounts(counts, data.samples, limits.hy),
    parts: formulaParts(cells, data.noise),
    units,
    histograms: outputs && (yield* unitHistogramsInParts(outputs, spec.bits, range)),
    weights: layerWeights(spec, checkpoint, layer),
  };
}

function* cellsOf(
  estimator: Reestimator,
  checkpoint: Checkpoint,
  layer: number,
  reading: CellReading,
): Generator<number, Partition, void> {
  if (reading.kind === 'counted') {
    const [cells] = yield* estimator.partitionsInParts(checkpoint, reading.row);
    return cells!;
  }
  const { ruler, edges } = reading;
  if (ruler.strategy === 'kde' || !hasCells(ruler)) throw new RangeError('inspect: the ruler has no cells');
  const { samples, spec } = estimator.prepared;
  const last = spec.layers.length - 1;
  const outputs = yield* estimator.outputsInParts(
    checkpoint,
    ruler.strategy === 'exact' && layer === last ? 'logits' : layer,
  );
  const codes = yield* codesInParts(ruler, outputs, { bits: spec.bits, edges });
  return yield* partitionInParts(codes, samples.samples, samples.labels, samples.classes);
}
