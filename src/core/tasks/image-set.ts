import { Fingerprint } from '../experiment/fingerprint.ts';
import { formatOwn, type ImagesSpec } from './own-task-name.ts';
import type { ImageSet } from './packed-images.ts';
import type { Task } from './task.ts';

/** Words of pixels that are taken at once. */
const part = 1 << 16;

/**
 * A chain (see Fingerprint) over height, width, classes and training images, then the labels, then the pixels, four in
 * a word, the first in its lowest byte, the last word filled up with 0: 16 hexadecimal digits.
 */
export function digestOfImages({ height, width, classes, trainSamples, labels, pixels }: ImageSet): string {
  const chain = new Fingerprint(0);
  chain.add(Uint32Array.of(height, width, classes, trainSamples));
  chain.add(Uint32Array.from(labels));
  const words = new Uint32Array(part);
  const byte = (i: number): number => pixels[i] ?? 0;
  for (let from = 0; from < pixels.length; from += 4 * part) {
    const count = Math.min(part, Math.ceil((pixels.length - from) / 4));
    for (let w = 0, i = from; w < count; w++, i += 4) {
      words[w] = byte(i) | (byte(i + 1) << 8) | (byte(i + 2) << 16) | (byte(i + 3) << 24);
    }
    chain.add(words.subarray(0, count));
  }
  return chain.text().replaceAll(' ', '');
}

/** What names these images. */
export function imagesSpec(set: ImageSet): ImagesSpec {
  const { height, width, classes, trainSamples: train } = set;
  const test = set.labels.length - train;
  return { kind: 'images', train, test, height, width, classes, digest: digestOfImages(set) };
}

/**
 * Images as a task; a pixel is float32(byte / 255).
 *
 * @throws RangeError if they are not those that the spec names
 */
export function imagesTask(spec: ImagesSpec, set: ImageSet): Task {
  const found = formatOwn(imagesSpec(set));
  if (found !== formatOwn(spec)) throw new RangeError(`these images are ${found}`);
  const { height, width, classes, trainSamples, labels, pixels } = set;
  return {
    name: found,
    samples: labels.length,
    features: height * width,
    inputs: { bytes: pixels, values: Float32Array.from({ length: 256 }, (_, byte) => byte / 255) },
    labels,
    classes,
    image: { height, width, channels: 1 },
    ownTrainSamples: trainSamples,
  };
}
