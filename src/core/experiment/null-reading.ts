import { codesInParts } from '../information/binning.ts';
import { entropy, histogramOf } from '../information/entropy.ts';
import { labelsOfSamples, rowsOfSamples } from '../information/chosen-samples.ts';
import { nullBand, permutedInformation, type NullBand } from '../information/label-permutations.ts';
import type { Labels, LayerOutputs } from '../information/outputs.ts';
import { partitionInParts, type Rows } from '../information/partition.ts';
import type { Ruler } from '../information/ruler.ts';
import type { Shared } from '../information/shared-edges.ts';
import type { Kernel, Samples } from '../kernel.ts';

/** What a layer's codes tell of labels that have nothing to do with them, in bits. */
export interface NullReading extends NullBand {
  /** I(X;T), which labels have no part in. */
  readonly ixt: number;
}

/** What is read: a network as it is loaded, and over which samples. */
interface Source {
  readonly kernel: Pick<Kernel, 'codes'>;
  /** A layer's outputs, or the output layer's logits. */
  readonly loaded: (layer: number | 'logits') => LayerOutputs;
  readonly layers: number;
  readonly samples: Samples;
  /** Numbers of the chosen samples; null for all. */
  readonly numbers: Uint32Array | null;
  /** Labels of the chosen samples, permuted (see permutedLabels). */
  readonly permuted: Uint8Array;
}

/** The null of each layer by one ruler. Yields work done, now and then. */
export function* nullInParts(
  source: Source,
  ruler: Ruler,
  shared: Shared,
): Generator<number, NullReading[], void> {
  const { samples, numbers, permuted } = source;
  const labels = numbers ? labelsOfSamples(samples, numbers) : samples;
  const codes = yield* codesOf(source, ruler, shared);
  const found: NullReading[] = [];
  for (const all of codes) {
    const rows = numbers ? rowsOfSamples(all, all.length / samples.samples, numbers) : all;
    found.push(yield* readingOf(rows, ruler.reading === 'mean', labels, permuted));
  }
  return found;
}

/** Codes of each layer over all samples, (samples, width). */
function* codesOf(
  { kernel, loaded, layers }: Source,
  ruler: Ruler,
  shared: Shared,
): Generator<number, readonly Rows[], void> {
  // As the run itself counts: of its rows the last two read the output, on the study's grid and exactly.
  if (ruler.reading === 'layer') {
    if (ruler.strategy === 'exact') return (yield* kernel.codes()).toSpliced(-2, 1);
    if (ruler.strategy === 'grid' && ruler.bits === 'run' && ruler.bounds === 'layer')
      return (yield* kernel.codes()).toSpliced(-1, 1);
  }
  if (ruler.strategy === 'kde') throw new RangeError('nullInParts: kernel density has no codes');
  const all: Rows[] = [];
  for (let layer = 0; layer < layers; layer++) {
    const isLogits = ruler.strategy === 'exact' && layer === layers - 1;
    all.push(yield* codesInParts(ruler, loaded(isLogits ? 'logits' : layer), shared));
  }
  return all;
}

function* readingOf(
  rows: Rows,
  isMean: boolean,
  labels: Labels,
  permuted: Uint8Array,
): Generator<number, NullReading, void> {
  const n = labels.labels.length;
  const width = rows.length / n;
  const columns = isMean ? width : 1;
  const sum = new Float64Array(permuted.length / n);
  let ixt = 0;
  for (let unit = 0; unit < columns; unit++) {
    const own = isMean ? Int32Array.from({ length: n }, (_, s) => rows[s * width + unit]!) : rows;
    const cells = yield* partitionInParts(own, n, labels.labels, labels.classes);
    const each = yield* permutedInformation(cells, labels, permuted);
    for (let k = 0; k < sum.length; k++) sum[k]! += each[k]!;
    ixt += entropy(histogramOf(cells.sizes), n);
  }
  return { ixt: ixt / columns, ...nullBand(sum.map((value) => value / columns)) };
}
