import type { Checkpoint, Reestimator } from '../experiment/reestimate.ts';
import { finish } from '../finish.ts';
import { codesInParts } from '../information/binning.ts';
import {
  chosenSamples,
  labelsOfSamples,
  outputsOfSamples,
  rowsOfSamples,
} from '../information/chosen-samples.ts';
import { histogramOf } from '../information/entropy.ts';
import { seenByClass } from '../information/label-noise.ts';
import { informationOfCounts, type Information } from '../information/mutual-information.ts';
import type { Labels } from '../information/outputs.ts';
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

/** All there is to see of a layer at one checkpoint, over the samples that the ruler is laid over. */
export interface LayerInspection extends CellOrders {
  /** Numbers of those samples, ascending; null for all. */
  readonly chosen: Uint32Array | null;
  /** Of those samples alone, in their order. */
  readonly cells: Partition;
  /** The cells with their classes as these are seen: with label noise weighted, else the cells' own. Mixing is theirs. */
  readonly seen: ClassedCells;
  /** Own class of each sample, of all of them. */
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
 * Does a ruler give a layer cells of the samples that it is laid over? Density bounds have no codes, and a mean over
 * units has cells of each unit only. In whichever order labels are, codes are the same.
 */
export const hasCells = ({ strategy, reading }: Ruler): boolean => strategy !== 'kde' && reading === 'layer';

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
  const { spec, samples: data } = estimator.prepared;
  const { units } = spec.layers[layer]!;
  const choice = (reading.kind === 'ruler' && reading.ruler.samples) || 'all';
  const limits = estimator.limits(choice);
  const chosen = chosenSamples(data, choice);
  const all = yield* cellsOf(estimator, checkpoint, layer, reading);
  const cells = chosen ? yield* cellsOfSamples(all, chosen, data) : all;
  const seen = { sizes: cells.sizes, byClass: seenByClass(cells.byClass, data.classes, data.noise) };
  const orders = yield* cellOrdersInParts(seen);
  const counts = { histogram: histogramOf(cells.sizes), joint: histogramOf(seen.byClass) };
  const read = layer === spec.layers.length - 1 ? 'logits' : layer;
  const isFew = data.samples * units <= mostOutputs;
  const outputs = isFew ? yield* estimator.outputsInParts(checkpoint, read) : null;
  const own = outputs && chosen ? outputsOfSamples(outputs, chosen) : outputs;
  return {
    ...orders,
    chosen,
    cells,
    seen,
    hy: limits.hy,
    labels: data.labels,
    information: informationOfCounts(counts, cells.cellOf.length, limits.hy),
    parts: formulaParts(cells, data.noise),
    units,
    histograms: own && (yield* unitHistogramsInParts(own, spec.bits, range)),
    weights: layerWeights(spec, checkpoint, layer),
  };
}

/** The cells of some samples alone, numbered anew; the codes stay those of the whole pass. */
function cellsOfSamples(
  { cellOf }: Partition,
  chosen: Uint32Array,
  data: Labels,
): Generator<number, Partition, void> {
  const { labels, classes } = labelsOfSamples(data, chosen);
  return partitionInParts(rowsOfSamples(cellOf, 1, chosen), chosen.length, labels, classes);
}

function* cellsOf(
  estimator: Reestimator,
  checkpoint: Checkpoint,
  layer: number,
  reading: CellReading,
): Generator<number, Partition, void> {
  const { samples, spec } = estimator.prepared;
  if (reading.kind === 'ruler' && !hasCells(reading.ruler)) {
    throw new RangeError('inspect: the ruler has no cells');
  }
  if (reading.kind === 'counted' || reading.ruler.strategy === 'exact') {
    // Exactly, the output's row is the last one, after that on the study's grid.
    const exact = layer === spec.layers.length - 1 ? layer + 1 : layer;
    const row = reading.kind === 'counted' ? reading.row : exact;
    const [cells] = yield* estimator.partitionsInParts(checkpoint, row);
    return cells!;
  }
  const { ruler, edges } = reading;
  if (ruler.strategy === 'kde') throw new RangeError('inspect: the ruler has no codes');
  const outputs = yield* estimator.outputsInParts(checkpoint, layer);
  const codes = yield* codesInParts(ruler, outputs, { bits: spec.bits, edges });
  return yield* partitionInParts(codes, samples.samples, samples.labels, samples.classes);
}
