import { most, type SamplesSpec } from './own-task-name.ts';
import type { SampleSet } from './samples.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000] as const;
/** In place of the number of decimals: the column's values are float32, 32 bits each. */
const raw = 7;

/**
 * Samples as text for a link: bits, the highest first, six to a letter of base64url. Feature after feature 3 bits say
 * how many decimals d its values have; then 5 bits a width w, 32 bits the smallest k (two's complement) and for each
 * sample w bits k - smallest, where the value is float32(k / 10^d). A feature that has more than 6 decimals, or too large
 * a reach, has d = 7 and the bits of its values. Last come the labels, in as many bits as the largest class has.
 *
 * @returns null if that is longer than `most.text`
 */
export function samplesText({ features, classes, values, labels }: SampleSet): string | null {
  const bits = new BitWriter();
  for (let feature = 0; feature < features; feature++) {
    const column = labels.length === 0 ? [] : columnOf(values, feature, features);
    const found = decimalsOf(column);
    if (found) {
      const { decimals, whole, low, width } = found;
      bits.write(decimals, 3);
      bits.write(width, 5);
      bits.write(low, 32);
      for (const k of whole) bits.write(k - low, width);
    } else {
      bits.write(raw, 3);
      for (const word of new Uint32Array(Float32Array.from(column).buffer)) bits.write(word, 32);
    }
    if (bits.text.length > most.text) return null;
  }
  for (const label of labels) bits.write(label, widthOf(classes - 1));
  const text = bits.end();
  return text.length > most.text ? null : text;
}

/** The samples of such a text. @throws RangeError if it is none for these sizes */
export function samplesOfText(text: string, { samples, features, classes }: SamplesSpec): SampleSet {
  const bits = new BitReader(text);
  const values = new Float32Array(samples * features);
  const word = new DataView(new ArrayBuffer(4));
  for (let feature = 0; feature < features; feature++) {
    const decimals = bits.read(3);
    const power = powers[decimals];
    const width = power === undefined ? 32 : bits.read(5);
    const low = power === undefined ? 0 : bits.read(32) | 0;
    for (let s = 0; s < samples; s++) {
      const read = bits.read(width);
      word.setUint32(0, read);
      values[s * features + feature] = power === undefined ? word.getFloat32(0) : (low + read) / power;
    }
  }
  const labels = Uint8Array.from({ length: samples }, () => bits.read(widthOf(classes - 1)));
  if (!bits.isAtEnd() || labels.some((label) => label >= classes) || !values.every(Number.isFinite)) {
    throw new RangeError('the samples in the link are damaged');
  }
  return { features, classes, values, labels };
}

function columnOf(values: Float32Array, feature: number, features: number): number[] {
  const column: number[] = [];
  for (let i = feature; i < values.length; i += features) column.push(values[i] ?? 0);
  return column;
}

/** How a column is written with the fewest decimals; undefined if it cannot. */
function decimalsOf(column: readonly number[]) {
  for (const [decimals, power] of powers.entries()) {
    const whole = column.map((value) => Math.round(value * power));
    if (!whole.every((k, i) => Math.fround(k / power) === column[i])) continue;
    const low = whole.reduce((least, k) => Math.min(least, k), Infinity);
    const high = whole.reduce((top, k) => Math.max(top, k), -Infinity);
    const isNear = low >= -2147483648 && low <= 2147483647 && high - low < 2147483648;
    return isNear ? { decimals, whole, low, width: widthOf(high - low) } : undefined;
  }
  return undefined;
}

/** Bits that a number from 0 to 2^32 - 1 needs; none for 0. */
const widthOf = (largest: number): number => 32 - Math.clz32(largest);

class BitWriter {
  text = '';
  private sextet = 0;
  private filled = 0;

  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) {
      this.sextet = (this.sextet << 1) | ((value >>> bit) & 1);
      if (++this.filled < 6) continue;
      this.text += letters[this.sextet] ?? '';
      this.sextet = this.filled = 0;
    }
  }

  /** The rest is filled up with zeros. */
  end(): string {
    while (this.filled > 0) this.write(0, 1);
    return this.text;
  }
}

class BitReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(width: number): number {
    let value = 0;
    for (let bit = 0; bit < width; bit++) {
      const sextet = letters.indexOf(this.text[Math.floor(this.at / 6)] ?? '?');
      if (sextet < 0) throw new RangeError('the samples in the link end too early');
      value = (value << 1) | ((sextet >> (5 - (this.at % 6))) & 1);
      this.at++;
    }
    return value >>> 0;
  }

  isAtEnd(): boolean {
    return Math.ceil(this.at / 6) === this.text.length;
  }
}
