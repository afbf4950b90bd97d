import type { Bits } from '../experiment/experiment.ts';
import { finish } from '../finish.ts';
import { codesInParts } from './binning.ts';
import {
  chosenSamples,
  labelsOfSamples,
  outputsOfSamples,
  rowsOfSamples,
  type SplitLabels,
} from './chosen-samples.ts';
import { densityInParts, densityWork } from './kernel-density.ts';
import { mean } from '../statistics/mean.ts';
import { informationOfCounts, labelEntropy, type Information } from './mutual-information.ts';
import { outputsOfUnit, type Labels, type LayerOutputs } from './outputs.ts';
import { countRowsInParts } from './row-counting.ts';
import type { Ruler } from './ruler.ts';
import { globalEdges, type Shared } from './shared-edges.ts';

/**
 * [I(X;T), I(T;Y)] in bits of each layer. Yields now and then, so that its caller can breathe: the work done since, of
 * which `estimateWork` is the sum.
 *
 * "Exact" counts distinct float32 vectors here. That is right for hidden layers, quantized or not; of the output give
 * the logits (of a quantized network the run itself has counted their codes, see `outputCodes`).
 */
export function* estimateInParts(
  ruler: Ruler,
  layers: readonly LayerOutputs[],
  labels: SplitLabels,
  shared: Shared,
): Generator<number, Information[], void> {
  const estimates: Information[] = [];
  for (const layer of layers) estimates.push(yield* estimateLayerInParts(ruler, layer, labels, shared));
  return estimates;
}

/** The same of one layer. @param labels of all samples, with their split where the ruler is laid over a part of them */
export function* estimateLayerInParts(
  ruler: Ruler,
  layer: LayerOutputs,
  labels: SplitLabels,
  shared: Shared,
): Generator<number, Information, void> {
  const { units } = layer;
  const chosen = chosenSamples(labels, ruler.samples ?? 'all');
  const own = chosen ? labelsOfSamples(labels, chosen) : labels;
  const isMean = ruler.reading === 'mean';
  if (ruler.strategy === 'kde') {
    const outputs = chosen ? outputsOfSamples(layer, chosen) : layer;
    if (!isMean) return yield* densityInParts(ruler, outputs, own, shared.sumPairs);
    const parts: Information[] = [];
    for (let unit = 0; unit < units; unit++) {
      const alone = { units: 1, values: outputsOfUnit(outputs, unit) };
      parts.push(yield* densityInParts(ruler, alone, own, shared.sumPairs));
    }
    return meanOf(parts);
  }
  const all = yield* codesInParts(ruler, layer, shared);
  const codes = chosen ? rowsOfSamples(all, units, chosen) : all;
  if (!isMean) return yield* countedInParts(codes, own);
  const parts: Information[] = [];
  const n = own.labels.length;
  for (let unit = 0; unit < units; unit++) {
    const column = new Int32Array(n);
    for (let s = 0; s < n; s++) column[s] = codes[s * units + unit]!;
    parts.push(yield* countedInParts(column, own));
  }
  return meanOf(parts);
}

/** What the yields of estimateInParts sum up to over all samples, in values or in squared differences. */
export function estimateWork(ruler: Ruler, layers: readonly LayerOutputs[]): number {
  return layers.reduce((sum, { units, values }) => {
    if (ruler.strategy !== 'kde') return sum + 2 * values.length;
    const n = values.length / units;
    return sum + (ruler.reading === 'mean' ? units * densityWork(n, 1) : densityWork(n, units));
  }, 0);
}

/** One layer in one go. */
export function estimateLayer(
  ruler: Ruler,
  layer: LayerOutputs,
  labels: SplitLabels,
  shared: Shared,
): Information {
  return finish(estimateLayerInParts(ruler, layer, labels, shared));
}

/** All of a run in one go: of layers[measurement][layer], all over the same samples. */
export function estimate(
  ruler: Ruler,
  layers: readonly (readonly LayerOutputs[])[],
  labels: SplitLabels,
  bits: Bits,
): Information[][] {
  const shared: Shared = { bits, edges: globalEdges(ruler, layers.flat()) };
  return layers.map((measurement) => finish(estimateInParts(ruler, measurement, labels, shared)));
}

/** Codes (samples, units). */
function* countedInParts(
  codes: Int32Array,
  { labels, classes, noise }: Labels,
): Generator<number, Information, void> {
  const n = labels.length;
  let done = 0;
  const counting = countRowsInParts(codes, n, labels, classes, noise);
  let next = counting.next();
  while (!next.done) {
    done += next.value;
    yield next.value;
    next = counting.next();
  }
  yield codes.length - done;
  return informationOfCounts(next.value, n, labelEntropy(labels, classes, noise));
}

/** The mean over units of their own. */
export function meanOf(parts: readonly Information[]): Information {
  return [mean(parts.map(([ixt]) => ixt)), mean(parts.map(([, ity]) => ity))];
}
