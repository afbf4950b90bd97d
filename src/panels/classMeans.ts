import type { Labels, LayerOutputs } from '../core/information/outputs.ts';

/** One class's samples. */
export interface ClassMean {
  readonly samples: number;
  /** Mean output of each unit; NaN without samples. */
  readonly means: readonly number[];
}

/** Of each class the mean output of each unit. */
export function classMeans({ values, units, labels, classes }: LayerOutputs & Labels): readonly ClassMean[] {
  const counts = new Float64Array(classes);
  const sums = new Float64Array(classes * units);
  labels.forEach((label, sample) => {
    counts[label] = (counts[label] ?? 0) + 1;
    for (let unit = 0; unit < units; unit++) {
      const at = label * units + unit;
      sums[at] = (sums[at] ?? 0) + (values[sample * units + unit] ?? 0);
    }
  });
  return Array.from(counts, (samples, label) => ({
    samples,
    means: Array.from(sums.subarray(label * units, (label + 1) * units), (sum) => sum / samples),
  }));
}
