import { readIdx, type IdxFile } from './idx.ts';
import { fits, most } from './own-task-name.ts';
import type { ImageSet } from './packed-images.ts';

/** One of the files, unpacked. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Part extends IdxFile {
  readonly name: string;
  readonly count: number;
}

/**
 * The images of four idx files: training images and labels, test images and labels, as MNIST, Fashion-MNIST and their kin
 * are given away. Which is which their contents tell: images have three dimensions, labels one; of two pairs that
 * with `train` in its names is the training set, else the larger one.
 *
 * @throws RangeError naming the file and what is wrong with it
 */
export function imageSetOf(files: readonly NamedBytes[]): ImageSet {
  const parts = files.map(readPart);
  const images = parts.filter(({ dimensions }) => dimensions.length === 3);
  const labels = parts.filter(({ dimensions }) => dimensions.length === 1);
  if (images.length !== 2 || labels.length !== 2) {
    throw new RangeError(
      `a data set is two files of images and two of labels, for training and for test, but these are ` +
        `${images.length} of images and ${labels.length} of labels`,
    );
  }
  const [train, test] = inOrder(images);
  const [trainLabels, testLabels] = [labelsFor(train, labels), labelsFor(test, labels)];
  const [, height = 0, width = 0] = train.dimensions;
  if (test.dimensions[1] !== height || test.dimensions[2] !== width) {
    throw new RangeError(
      `${test.name}: its images are ${sizeOf(test)}, those of ${train.name} ${sizeOf(train)}`,
    );
  }
  const all = joined(trainLabels.data, testLabels.data);
  const classes = 1 + all.reduce((largest, label) => Math.max(largest, label), 0);
  const set = { train: train.count, test: test.count, height, width, classes };
  if (classes < 2 || classes > most.classes) {
    throw new RangeError(`${trainLabels.name}: ${classes} classes, where there can be 2 to ${most.classes}`);
  }
  if (!fits(set)) {
    throw new RangeError(
      `${train.count + test.count} images of ${sizeOf(train)} are too many or too large: there can be ${most.images} ` +
        `of up to ${most.side} x ${most.side}, with ${most.pixels} pixels in all`,
    );
  }
  const pixels = joined(train.data, test.data);
  return { height, width, classes, trainSamples: train.count, pixels, labels: all };
}

function readPart({ name, bytes }: NamedBytes): Part {
  const dimensions = bytes[3] ?? 0;
  if (bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== 8 || (dimensions !== 1 && dimensions !== 3)) {
    throw new RangeError(`${name}: this is no idx file of images or labels in unsigned bytes`);
  }
  try {
    const file = readIdx(bytes, dimensions);
    return { ...file, name, count: file.dimensions[0] ?? 0 };
  } catch (error) {
    throw new RangeError(`${name}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

const isTraining = ({ name }: Part): boolean => /train/i.test(name);

/** Training images first. */
function inOrder(images: readonly Part[]): [train: Part, test: Part] {
  const [one, other] = images as [Part, Part];
  if (isTraining(one) !== isTraining(other)) return isTraining(one) ? [one, other] : [other, one];
  return one.count >= other.count ? [one, other] : [other, one];
}

/** As many labels as images; if both are as many, those for the same part by name. */
function labelsFor(images: Part, labels: readonly Part[]): Part {
  const fitting = labels.filter(({ count }) => count === images.count);
  const found = fitting.find((part) => isTraining(part) === isTraining(images)) ?? fitting[0];
  if (!found) {
    const there = labels.map(({ name, count }) => `${name} has ${count}`).join(', ');
    throw new RangeError(`${images.name}: no file has labels for its ${images.count} images: ${there}`);
  }
  return found;
}

const sizeOf = ({ dimensions: [, height = 0, width = 0] }: Part): string => `${height} x ${width}`;

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
