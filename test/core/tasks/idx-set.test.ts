import { describe, expect, test } from 'vitest';
import { imageSetOf, type NamedBytes } from '../../../src/core/tasks/idx-set.ts';
import { digestOfImages, imagesSpec, imagesTask } from '../../../src/core/tasks/image-set.ts';
import { formatOwn, parseOwn } from '../../../src/core/tasks/own-task-name.ts';
import { packImages, unpackImages } from '../../../src/core/tasks/packed-images.ts';
import { taskShape } from '../../../src/core/tasks/task-shape.ts';
import { idxFile } from './idx-file.ts';

const pictures = (count: number, shift: number): Uint8Array =>
  Uint8Array.from({ length: count * 6 }, (_, i) => (i * 37 + shift) % 256);
const images = (name: string, count: number, shift = 0): NamedBytes => ({
  name,
  bytes: idxFile([count, 2, 3], pictures(count, shift)),
});
const labels = (name: string, count: number, classes = 4): NamedBytes => ({
  name,
  bytes: idxFile(
    [count],
    Uint8Array.from({ length: count }, (_, s) => s % classes),
  ),
});
const four = [
  images('t10k-images-idx3-ubyte', 5, 9),
  labels('train-labels-idx1-ubyte', 8),
  labels('t10k-labels-idx1-ubyte', 5),
  images('train-images-idx3-ubyte', 8),
];

describe('four idx files', () => {
  test('are one data set, in whatever order, the training images first', () => {
    const set = imageSetOf(four);
    expect(set).toMatchObject({ height: 2, width: 3, classes: 4, trainSamples: 8 });
    expect([...set.pixels]).toEqual([...pictures(8, 0), ...pictures(5, 9)]);
    expect([...set.labels]).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0]);
    expect(imageSetOf(four.toReversed())).toEqual(set);
  });

  test('of other names are told apart by their counts, of equal counts by their names', () => {
    const renamed = four.map(({ bytes }, i) => ({ name: `file ${i}`, bytes }));
    expect(imageSetOf(renamed)).toEqual(imageSetOf(four));
    const even = [images('a-test', 5, 9), images('b-train', 5), labels('c-train', 5), labels('d-test', 5, 3)];
    const set = imageSetOf(even);
    expect([...set.pixels]).toEqual([...pictures(5, 0), ...pictures(5, 9)]);
    expect([...set.labels]).toEqual([0, 1, 2, 3, 0, 0, 1, 2, 0, 1]);
  });

  test('make a task under a name that says what they are', () => {
    const set = imageSetOf(four);
    const spec = imagesSpec(set);
    const name = formatOwn(spec);
    expect(name).toMatch(/^images-8-5-2x3-4-[0-9a-f]{16}$/);
    expect(parseOwn(name)).toEqual(spec);
    const { samples, features, classes, image, ownTrainSamples, inputs } = imagesTask(spec, set);
    expect(taskShape(name)).toEqual({ samples, features, classes, image, ownTrainSamples });
    expect(inputs).toMatchObject({ bytes: set.pixels });
    expect(digestOfImages(unpackImages(packImages(set)))).toBe(spec.digest);
    expect(() => imagesTask(spec, { ...set, pixels: set.pixels.with(70, 1) })).toThrow(RangeError);
  });

  const without = (index: number, ...more: NamedBytes[]): NamedBytes[] => [
    ...four.toSpliced(index, 1),
    ...more,
  ];
  test.each([
    ['one is missing', without(0), /1 of images and 2 of labels/],
    ['a fifth', without(9, images('more', 5)), /3 of images and 2 of labels/],
    [
      'labels for other images',
      without(2, labels('few', 4)),
      /t10k-images.*no file has labels for its 5 images: .*few has 4/,
    ],
    [
      'other sizes',
      without(0, { name: 'odd', bytes: idxFile([5, 3, 3], new Uint8Array(45)) }),
      /^odd: its images are 3 x 3, those of train-images-idx3-ubyte 2 x 3/,
    ],
    [
      'too many classes',
      without(1, { name: 'many', bytes: idxFile([8], Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 16)) }),
      /^many: 17 classes, where there can be 2 to 16/,
    ],
    [
      'cut off',
      without(0, { name: 'cut', bytes: images('', 5).bytes.subarray(0, 30) }),
      /^cut: idx: 14 elements in place of 5 x 2 x 3 = 30/,
    ],
    [
      'no idx file',
      without(0, { name: 'note.txt', bytes: new TextEncoder().encode('hello') }),
      /^note.txt: this is no idx file/,
    ],
    [
      'floats',
      without(0, { name: 'float', bytes: images('', 5).bytes.with(2, 13) }),
      /^float: this is no idx file of images or labels in unsigned bytes/,
    ],
  ])('are refused: %s', (_, files, message) => {
    expect(() => imageSetOf(files)).toThrow(message);
  });
});
