import { unpackImages } from './packed-images.ts';
import type { Task } from './task.ts';

/** Images of handwritten digits, by LeCun, Cortes and Burges. */
export const MNIST = {
  ...{ samples: 70_000, trainSamples: 60_000, height: 28, width: 28, classes: 10 },
  /** Images of each class. */
  classSizes: [6903, 7877, 6990, 7141, 6824, 6313, 6876, 7293, 6825, 6958],
  /** H(X) and H(Y) in bits, as they are counted: no image is there twice. */
  limits: { hx: 16.095067301607052, hy: 3.3198370254034124 },
} as const;

/**
 * MNIST as a task: its 60,000 training images, then its 10,000 test images; a pixel is float32(byte / 255).
 *
 * @param images (70000, 28, 28)
 * @param labels (70000)
 * @throws RangeError if they are not as many
 */
export function mnistTask(images: Uint8Array, labels: Uint8Array): Task {
  const { samples, trainSamples, height, width, classes } = MNIST;
  const features = height * width;
  if (labels.length !== samples || images.length !== samples * features) {
    throw new RangeError(
      `mnist: ${images.length} pixels and ${labels.length} labels in place of ${samples * features} and ${samples}`,
    );
  }
  return {
    name: 'mnist',
    samples,
    features,
    inputs: { bytes: images, values: Float32Array.from({ length: 256 }, (_, byte) => byte / 255) },
    labels,
    classes,
    image: { height, width, channels: 1 },
    ownTrainSamples: trainSamples,
  };
}

/**
 * The task from its packed images.
 *
 * @throws RangeError saying what is wrong with the bytes
 */
export function decodeMnist(bytes: Uint8Array): Task {
  const { pixels, labels, height, width, classes, trainSamples } = unpackImages(bytes);
  const found = [height, width, classes, trainSamples].join(' ');
  const expected = [MNIST.height, MNIST.width, MNIST.classes, MNIST.trainSamples].join(' ');
  if (found !== expected) throw new RangeError(`mnist: these images are ${found} in place of ${expected}`);
  return mnistTask(pixels, labels);
}
