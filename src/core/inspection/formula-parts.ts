import { histogramOf } from '../information/entropy.ts';
import { seenByClass, weightOf, type LabelNoise } from '../information/label-noise.ts';
import type { Partition } from '../information/partition.ts';
import { log2Integer } from '../maths/log2.ts';

/** Codes that about as many inputs share: from `least` to `most`, which are 2^i and 2^(i+1) - 1. */
export interface SizeGroup {
  readonly least: number;
  readonly most: number;
  readonly codes: number;
  readonly inputs: number;
  /** Their terms of H(T) = sum (c/N) log2(N/c), in bits. */
  readonly bits: number;
}

/** What T is given the class: the codes of one class's inputs. */
export interface ClassPart {
  /** Inputs of the class; with label noise what they count for as it is seen, which need not be whole. */
  readonly inputs: number;
  /** Codes that hold inputs of this class. */
  readonly codes: number;
  /** H(T | Y = y) in bits; 0 for a class without inputs. */
  readonly bits: number;
}

/** The sums behind I(X;T) = H(T) and I(T;Y) = H(T) - H(T|Y), of N equally likely inputs. */
export interface FormulaParts {
  /** N. */
  readonly inputs: number;
  readonly codes: number;
  /** (1/N) sum c log2 c over the codes, in bits: H(T) is log2 N less this. */
  readonly shared: number;
  /** The smallest sizes first; groups without codes are left out. */
  readonly groups: readonly SizeGroup[];
  readonly classes: readonly ClassPart[];
  /** H(T|Y) = sum (n/N) H(T | Y = y), in bits. */
  readonly given: number;
}

/** The parts of both formulas, for showing; their sums are the run's own values to within rounding. */
export function formulaParts(
  { cellOf, sizes, byClass }: Partition,
  noise: LabelNoise | null = null,
): FormulaParts {
  const n = cellOf.length;
  const histogram = histogramOf(sizes);
  const groups: SizeGroup[] = [];
  let shared = 0;
  for (let i = 0; i < histogram.length; i += 2) {
    const c = histogram[i]!;
    const codes = histogram[i + 1]!;
    const least = 1 << (31 - Math.clz32(c));
    shared += (codes * c * log2Integer(c)) / n;
    const before = groups.at(-1);
    const same = before?.least === least ? groups.pop() : undefined;
    groups.push({
      ...{ least, most: 2 * least - 1 },
      codes: (same?.codes ?? 0) + codes,
      inputs: (same?.inputs ?? 0) + codes * c,
      bits: (same?.bits ?? 0) + (codes * c * (log2Integer(n) - log2Integer(c))) / n,
    });
  }
  const labels = sizes.length === 0 ? 0 : byClass.length / sizes.length;
  const seen = seenByClass(byClass, labels, noise);
  const classes = classParts(seen, sizes.length, weightOf(noise, labels));
  const given = classes.reduce((sum, { inputs, bits }) => sum + (inputs / n) * bits, 0);
  return { inputs: n, codes: sizes.length, shared, groups, classes, given };
}

/** @param weight what one input counts for in `byClass` */
function classParts(byClass: Uint32Array, cells: number, weight: number): ClassPart[] {
  const classes = cells === 0 ? 0 : byClass.length / cells;
  return Array.from({ length: classes }, (_, label) => {
    const counts = Array.from({ length: cells }, (_, cell) => byClass[cell * classes + label]!);
    const own = counts.filter((count) => count > 0);
    const weighted = own.reduce((sum, count) => sum + count, 0);
    const sum = own.reduce((all, count) => all + count * log2Integer(count), 0);
    const bits = weighted === 0 ? 0 : log2Integer(weighted) - sum / weighted;
    return { inputs: weighted / weight, codes: own.length, bits };
  });
}
