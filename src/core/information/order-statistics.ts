import { groupStarts } from './edges.ts';

/** The high part of a value's order number counts first, then, where a cut falls, the low part. */
const highBits = 20;
const lowBits = 32 - highBits;
const lowSize = 1 << lowBits;

const float32 = new Float32Array(1);
const bits = new Uint32Array(float32.buffer);

/** Float32 numbers in their order as whole numbers 0 ... 2^32 - 1; -0 comes before 0. */
function orderNumber(v: number): number {
  float32[0] = v;
  const pattern = bits[0]!;
  return (pattern & 0x80000000 ? ~pattern : pattern | 0x80000000) >>> 0;
}

function fromOrderNumber(number: number): number {
  bits[0] = number & 0x80000000 ? number & 0x7fffffff : ~number;
  return float32[0]!;
}

/**
 * Exact edges of bins of equal content over more values than memory holds: two passes over them, as in a radix sort.
 * The first counts the values by the upper 20 bits of their order, the second by the lower 12 where a cut falls. Takes
 * 8 MB, and 64 kB a bin at most.
 */
export class OrderStatistics {
  private readonly bins: number;
  private readonly high = new Float64Array(1 << highBits);
  private count = 0;
  /** By upper bits: counts by lower bits; null in the first pass. */
  private low: Map<number, Float64Array> | null = null;
  /** Upper bits of the value at each wanted rank, and how many values with these upper bits come before it. */
  private readonly wanted = new Map<number, { readonly high: number; readonly before: number }>();

  constructor(bins: number) {
    this.bins = bins;
  }

  add(values: Float32Array): void {
    const { low } = this;
    if (!low) {
      for (const v of values) this.high[orderNumber(v) >>> lowBits]!++;
      this.count += values.length;
      return;
    }
    for (const v of values) {
      const number = orderNumber(v);
      const counts = low.get(number >>> lowBits);
      if (counts) counts[number & (lowSize - 1)]!++;
    }
  }

  endPass(): void {
    if (this.low) return;
    this.low = new Map();
    const ranks = this.cuts().flatMap((cut) => [cut - 1, cut]);
    let high = 0;
    let before = 0;
    for (const rank of ranks) {
      while (rank >= before + this.high[high]!) before += this.high[high++]!;
      this.wanted.set(rank, { high, before: rank - before });
      if (!this.low.has(high)) this.low.set(high, new Float64Array(lowSize));
    }
  }

  /** The edge at each cut: halfway, in double, between its neighbours. */
  edges(): Float64Array {
    return Float64Array.from(this.cuts(), (cut) => (this.at(cut - 1) + this.at(cut)) / 2);
  }

  /** Ranks, from 0, at which a group begins that has a value before and behind it. */
  private cuts(): number[] {
    return groupStarts(this.count, this.bins);
  }

  private at(rank: number): number {
    const { high, before } = this.wanted.get(rank)!;
    const counts = this.low!.get(high)!;
    let sum = 0;
    let low = 0;
    while (before >= sum + counts[low]!) sum += counts[low++]!;
    return fromOrderNumber(((high << lowBits) | low) >>> 0);
  }
}
