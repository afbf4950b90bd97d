/** Grey images and their classes; the first so many are the training set. */
export interface ImageSet {
  readonly height: number;
  readonly width: number;
  readonly classes: number;
  readonly trainSamples: number;
  /** (samples, height, width), 0 to 255. */
  readonly pixels: Uint8Array;
  /** (samples). */
  readonly labels: Uint8Array;
}

/** "IMG1" read as a little-endian uint32. */
const magic = 0x31474d49;

/** In bytes: the magic number, samples, height, width, classes, training samples and pixels that are not zero. */
const headLength = 28;

/**
 * Images as bytes that compress well where most pixels are zero: seven little-endian uint32 (see `headLength`), the
 * labels, a bit for each pixel (the first in the highest bit; 1 where it is not zero; bits beyond the last are 0), and
 * then the pixels that are not zero.
 */
export function packImages({ height, width, classes, trainSamples, pixels, labels }: ImageSet): Uint8Array {
  const samples = labels.length;
  if (pixels.length !== samples * height * width) {
    throw new RangeError(`images: ${pixels.length} pixels for ${samples} of ${height} x ${width}`);
  }
  const maskAt = headLength + samples;
  const valuesAt = maskAt + Math.ceil(pixels.length / 8);
  const set = countNonZero(pixels);
  const bytes = new Uint8Array(valuesAt + set);
  const words = [magic, samples, height, width, classes, trainSamples, set];
  const view = new DataView(bytes.buffer);
  for (const [i, word] of words.entries()) view.setUint32(4 * i, word, true);
  bytes.set(labels, headLength);
  let next = valuesAt;
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i] ?? 0;
    if (pixel === 0) continue;
    const place = maskAt + (i >> 3);
    bytes[place] = (bytes[place] ?? 0) | (0x80 >> (i & 7));
    bytes[next++] = pixel;
  }
  return bytes;
}

/**
 * The images that `packImages` packed.
 *
 * @throws RangeError saying what is wrong with the bytes
 */
export function unpackImages(bytes: Uint8Array): ImageSet {
  if (bytes.length < headLength) throw new RangeError(`images: ${bytes.length} bytes are too few`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (i: number): number => view.getUint32(4 * i, true);
  if (word(0) !== magic) throw new RangeError('images: these are no packed images');
  const [samples, height, width, classes, trainSamples, set] = [1, 2, 3, 4, 5, 6].map(word) as Words;
  const length = samples * height * width;
  const maskAt = headLength + samples;
  const valuesAt = maskAt + Math.ceil(length / 8);
  if (bytes.length !== valuesAt + set) {
    throw new RangeError(`images: ${bytes.length} bytes in place of ${valuesAt + set}`);
  }
  const labels = bytes.slice(headLength, maskAt);
  if (labels.some((label) => label >= classes))
    throw new RangeError(`images: a label is not below ${classes}`);
  const pixels = new Uint8Array(length);
  let next = valuesAt;
  for (let i = 0; i < length; i += 8) {
    let mask = bytes[maskAt + (i >> 3)] ?? 0;
    while (mask !== 0) {
      const bit = Math.clz32(mask) - 24;
      pixels[i + bit] = bytes[next++] ?? 0;
      mask &= 0x7f >> bit;
    }
  }
  // Zeros are not kept, and bits beyond the last pixel take none.
  const beyond = length % 8 === 0 ? 0 : (bytes[valuesAt - 1] ?? 0) & (0xff >> (length % 8));
  if (next !== bytes.length || beyond !== 0 || bytes.subarray(valuesAt).includes(0)) {
    throw new RangeError(`images: not ${set} pixels differ from zero`);
  }
  return { height, width, classes, trainSamples, pixels, labels };
}

type Words = [samples: number, height: number, width: number, classes: number, train: number, set: number];

function countNonZero(pixels: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < pixels.length; i++) if (pixels[i] !== 0) count++;
  return count;
}
