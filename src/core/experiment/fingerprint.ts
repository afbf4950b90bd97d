const NAN = 0x7fc00000;
const INFINITY = 0x7f800000;

/**
 * A name for a result: a chain over 32-bit words, 64 bits long, that can be read at any time and goes on.
 *
 * Two hashes h of 32 bits, both starting at 0, take each word k in turn. All arithmetic is modulo 2^32:
 *
 *     k = rotateLeft(k * c1, r1) * c2
 *     h = rotateLeft(h xor k, r2) * 5 + n
 *
 *               c1          r1  c2          r2  n
 *     first     cc9e2d51    15  1b873593    13  e6546b64     (MurmurHash3_x86_32 by Austin Appleby)
 *     second    ab0e9789    16  38b34ae5    17  0bcaa747     (third lane of MurmurHash3_x86_128)
 *
 * The second has constants of its own, so that inputs which the one confuses are not confused by the other too.
 * To read it, each h is finished on a copy: h ^= 4 * words; h ^= h >> 16; h *= 85ebca6b; h ^= h >> 13;
 * h *= c2b2ae35; h ^= h >> 16. The first word is the version of the arithmetic.
 *
 * Words count by value, so that a machine's byte order does not matter. A float32 counts by its bits, every NaN as
 * 7fc00000.
 */
export class Fingerprint {
  private first = 0;
  private second = 0;
  private words = 0;

  /** @param arithmeticVersion 0 to 2^32 - 1 */
  constructor(arithmeticVersion: number) {
    this.add(Uint32Array.of(arithmeticVersion));
  }

  /** Takes all words of an array, in order. */
  add(words: Uint32Array | Int32Array | Float32Array): void {
    const isFloat = words instanceof Float32Array;
    const bits = new Int32Array(words.buffer, words.byteOffset, words.length);
    let first = this.first;
    let second = this.second;
    // Counted, since for-of takes three times as long here.
    for (let i = 0, end = bits.length; i < end; i++) {
      const given = bits[i] ?? 0;
      const word = isFloat && (given & 0x7fffffff) > INFINITY ? NAN : given;

      let k = Math.imul(word, 0xcc9e2d51);
      k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
      first ^= k;
      first = (Math.imul((first << 13) | (first >>> 19), 5) + 0xe6546b64) | 0;

      k = Math.imul(word, 0xab0e9789);
      k = Math.imul((k << 16) | (k >>> 16), 0x38b34ae5);
      second ^= k;
      second = (Math.imul((second << 17) | (second >>> 15), 5) + 0x0bcaa747) | 0;
    }
    this.first = first;
    this.second = second;
    this.words += bits.length;
  }

  /** The first half of `text`, as a number: what the chain has come to, in 32 bits. */
  word(): number {
    return finish(this.first, this.words);
  }

  /** Of all words so far, first hash before second: four groups of four hexadecimal digits, `7f3a 91c2 e05b 1234`. */
  text(): string {
    const digits = hex(this.word()) + hex(finish(this.second, this.words));
    return [0, 4, 8, 12].map((at) => digits.slice(at, at + 4)).join(' ');
  }
}

/** The name of several repeats' results together: a chain over the digits of their fingerprints, in order of repeat. */
export function fingerprintOfRepeats(arithmeticVersion: number, texts: readonly string[]): string {
  const [only] = texts;
  if (texts.length === 1 && only !== undefined) return only;
  const chain = new Fingerprint(arithmeticVersion);
  for (const text of texts) {
    const digits = text.replaceAll(' ', '');
    chain.add(Uint32Array.of(parseInt(digits.slice(0, 8), 16), parseInt(digits.slice(8), 16)));
  }
  return chain.text();
}

function finish(hash: number, words: number): number {
  let h = hash ^ Math.imul(words, 4);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
