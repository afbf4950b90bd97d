import { parameterPlaces, type LayerSpec } from '../kernel.ts';

/**
 * Gradients of the loss (without penalties), and their squares, added up over the batches of an epoch: in double, upward
 * over the batches from +0, laid out as KernelBuffers.parameters. A gradient is float32, so its square is exact in double.
 *
 * It only looks on: no bit of a step depends on whether it does.
 */
export class GradientRecord {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  /** How many have been added. */
  batches = 0;
  private on = false;

  /** @param sums and squares: the kernel's own memory, of as many numbers as there are parameters */
  constructor(sums: Float64Array, squares: Float64Array) {
    this.sums = sums;
    this.squares = squares;
  }

  /** Is each step to be added? */
  get isOn(): boolean {
    return this.on;
  }

  /** Adds the steps from here on, from zero. */
  begin(): void {
    this.on = true;
    this.batches = 0;
    this.sums.fill(0);
    this.squares.fill(0);
  }

  /** What has been added stays. */
  end(): void {
    this.on = false;
  }
}

/** Adds the gradients of one step. */
export function addGradients(record: GradientRecord, gradients: Float32Array): void {
  const { sums, squares } = record;
  for (let i = 0; i < gradients.length; i++) {
    const g = gradients[i]!;
    sums[i]! += g;
    squares[i]! += g * g;
  }
  record.batches++;
}

/** How the gradients of one layer's kernel lie over the batches of an epoch. */
export interface LayerGradients {
  /** L2 norm of their mean; NaN where nothing was recorded, and of pooling, which has no kernel. */
  readonly mean: number;
  /**
   * L2 norm of their standard deviations, weight by weight, over the n batches (divided by n, not n - 1); NaN of fewer
   * than two batches, which have no deviation.
   */
  readonly deviation: number;
}

/**
 * The gradients of each layer's kernel as Shwartz-Ziv & Tishby (2017, figure 4) and Saxe et al. (2018) look at them: every
 * batch counts once, a short one too. The ratio of both numbers is Saxe et al.'s signal-to-noise ratio; in the figure of
 * Shwartz-Ziv & Tishby both are divided by the norm of the layer's weights (weightNorms).
 *
 * With s and q a weight's sum and sum of squares: mean m = s/n, variance max(0, q/n - m^2), each norm the root of a sum
 * upward over the kernel's weights; all in double. Where q/n and m^2 nearly cancel, the deviation is below 1e-7 of the
 * mean, which float32 gradients do not show either.
 */
export function gradientStatistics(
  { sums, squares, batches }: GradientRecord,
  layers: readonly LayerSpec[],
): LayerGradients[] {
  return parameterPlaces(layers).map(({ kernel, bias }) => {
    let ofMeans = 0;
    let ofVariances = 0;
    for (let i = kernel; i < bias; i++) {
      const mean = sums[i]! / batches;
      ofMeans += mean * mean;
      ofVariances += Math.max(0, squares[i]! / batches - mean * mean);
    }
    const isThere = batches > 0 && bias > kernel;
    return {
      mean: isThere ? Math.sqrt(ofMeans) : NaN,
      deviation: isThere && batches > 1 ? Math.sqrt(ofVariances) : NaN,
    };
  });
}

/** L2 norm of each layer's kernel, a root of a sum upward over its weights, in double; NaN of pooling. */
export function weightNorms(parameters: Float32Array, layers: readonly LayerSpec[]): number[] {
  return parameterPlaces(layers).map(({ kernel, bias }) => {
    let sum = 0;
    for (let i = kernel; i < bias; i++) sum += parameters[i]! * parameters[i]!;
    return bias > kernel ? Math.sqrt(sum) : NaN;
  });
}
