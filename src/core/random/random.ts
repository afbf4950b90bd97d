import { purposes, type Purpose } from './purposes.ts';

const WARM_UP_ROUNDS = 16;
/** 2^-24: the distance of neighbouring float32 numbers just below 1. */
const UNIT_STEP = 1 / 16777216;

/**
 * A stream of random integers: Chris Doty-Humphrey's sfc32 ("small fast counting", from PractRand), which needs
 * only additions, shifts and exclusive-or of 32-bit words and so gives the same numbers in every language.
 *
 * State: words a, b, c and a counter. All arithmetic is modulo 2^32. One round:
 *
 *     out = a + b + counter
 *     counter = counter + 1
 *     a = b xor (b >> 9)                  (logical shift)
 *     b = c + (c << 3)
 *     c = rotateLeft(c, 21) + out
 *
 * Seeding: a = seed, b = number of the purpose (`purposes`), c = repeat * 2^16 + attempt, counter = 1; then 16
 * rounds whose results are thrown away. Different (seed, purpose, repeat, attempt) start from different states.
 */
export class Random {
  // Zero at first, not undefined: engines then know them as integers, and a shuffle takes half the time.
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  /**
   * @param seed 0 to 2^32 - 1, the experiment's
   * @param repeat 0 to 2^16 - 1, which of the repeats of an experiment
   * @param attempt 0 to 2^16 - 1, counts the times a repeat was begun again
   * @throws RangeError if one of them is not such an integer
   */
  constructor(seed: number, purpose: Purpose, repeat = 0, attempt = 0) {
    requireInteger('seed', seed, 0xffffffff);
    requireInteger('repeat', repeat, 0xffff);
    requireInteger('attempt', attempt, 0xffff);
    this.a = seed | 0;
    this.b = purposes[purpose];
    this.c = (repeat << 16) | attempt;
    for (let i = 0; i < WARM_UP_ROUNDS; i++) this.next();
  }

  /** The next word: an integer, 0 to 2^32 - 1, all equally likely. */
  next(): number {
    const out = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + out) | 0;
    return out >>> 0;
  }

  /**
   * An integer, 0 to n - 1, all equally likely: the lowest bits of the next word, as many as n - 1 has; words
   * whose bits make n or more are passed over. Takes at least one word, for n = 1 too.
   *
   * @param n 1 to 2^32
   */
  below(n: number): number {
    const mask = n > 1 ? 0xffffffff >>> Math.clz32(n - 1) : 0;
    for (;;) {
      const value = (this.next() & mask) >>> 0;
      if (value < n) return value;
    }
  }

  /** The next word's highest 24 bits over 2^24: 0 <= value < 1, exact in float32. */
  unit(): number {
    return (this.next() >>> 8) * UNIT_STEP;
  }
}

function requireInteger(name: string, value: number, largest: number): void {
  if (!Number.isInteger(value) || value < 0 || value > largest) {
    throw new RangeError(`Random: ${name} must be an integer from 0 to ${largest}, but is ${value}`);
  }
}
