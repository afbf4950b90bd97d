import type { Bits } from '../experiment/experiment.ts';
import type { SplitPart } from './chosen-samples.ts';

/** Which values bins are made from: all layers and epochs of the run, one layer at one epoch, or one unit of it. */
export type Scope = 'global' | 'layer' | 'neuron';

/** Of what the information is taken: the layer's whole vector of codes, or each unit's code, then the mean over units. */
export type Reading = 'layer' | 'mean';

/**
 * How a layer's outputs become codes, or bounds on the information without codes.
 *
 * An estimate describes its ruler as much as the network (Saxe et al. 2018, Goldfeld et al. 2019).
 */
export type Method =
  /** Distinct codes of a quantized network, distinct float32 values of one that is not. */
  | { readonly strategy: 'exact' }
  /** The study's grid, by default of the run's own bits. */
  | { readonly strategy: 'grid'; readonly bits: Bits | 'run'; readonly bounds: 'layer' | 'neuron' }
  /** Bins of equal width between the smallest and largest of a scope, or two given numbers. */
  | {
      readonly strategy: 'uniform';
      readonly bins: number;
      readonly bounds: Scope | readonly [number, number];
    }
  /** Bins of equal content. */
  | { readonly strategy: 'adaptive'; readonly bins: number; readonly bounds: Scope }
  /** So many edges evenly from the first number to the second, both included (Shwartz-Ziv & Tishby 2017). */
  | { readonly strategy: 'edges'; readonly edges: number; readonly bounds: readonly [number, number] }
  /** Bins of one width, one of them beginning at 0 (Saxe et al. 2018). */
  | { readonly strategy: 'width'; readonly width: number }
  /** Kernel density bound for outputs with Gaussian noise of this variance (Kolchinsky & Tracey 2017). */
  | { readonly strategy: 'kde'; readonly bound: 'upper' | 'lower'; readonly variance: number };

export type Ruler = Method & {
  readonly reading: Reading;
  /**
   * Over which samples the information is taken; all of them if left out. A layer's codes, and the bins they are made
   * with, are those of the whole pass: only what is counted (of kernel density, what is compared) is of that part.
   */
  readonly samples?: SplitPart;
  /**
   * Left out: the samples' own. `permuted`: put into random order many times, so that I(T;Y) is what these codes would
   * have by chance alone (see label-permutations.ts); not offered for kernel density, which would take too long.
   */
  readonly labels?: 'permuted';
};
