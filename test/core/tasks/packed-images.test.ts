import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packImages, unpackImages, type ImageSet } from '../../../src/core/tasks/packed-images.ts';

/** Small sets of images, mostly of zeros, of any size: none at all, or not a multiple of eight pixels. */
const imageSet: fc.Arbitrary<ImageSet> = fc
  .record({
    samples: fc.nat(12),
    height: fc.integer({ min: 1, max: 9 }),
    width: fc.integer({ min: 1, max: 9 }),
  })
  .chain(({ samples, height, width }) => {
    const length = samples * height * width;
    const pixel = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(255) });
    return fc.record({
      height: fc.constant(height),
      width: fc.constant(width),
      classes: fc.constant(10),
      trainSamples: fc.nat(samples),
      pixels: fc.array(pixel, { minLength: length, maxLength: length }).map((list) => Uint8Array.from(list)),
      labels: fc
        .array(fc.nat(9), { minLength: samples, maxLength: samples })
        .map((list) => Uint8Array.from(list)),
    });
  });

/** Two images of 3 x 3. */
const small: ImageSet = {
  height: 3,
  width: 3,
  classes: 10,
  trainSamples: 1,
  pixels: Uint8Array.of(0, 0, 7, 0, 0, 0, 0, 255, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2),
  labels: Uint8Array.of(3, 9),
};

describe('packed images', () => {
  test('are the same once unpacked', () => {
    fc.assert(
      fc.property(imageSet, (images) => {
        expect(unpackImages(packImages(images))).toEqual(images);
      }),
    );
  });

  test('are a header, the labels, a bit a pixel, and the pixels that are not zero', () => {
    const bytes = packImages(small);
    expect(String.fromCharCode(...bytes.subarray(0, 4))).toBe('IMG1');
    expect([...bytes.subarray(28)]).toEqual([3, 9, 0b00100001, 0b01000000, 0b01000000, 7, 255, 1, 2]);
  });

  test('are refused if there are not as many pixels as images have', () => {
    expect(() => packImages({ ...small, width: 2 })).toThrow(/18 pixels for 2 of 3 x 2/);
  });

  test('are refused when they are cut short, longer, or something else', () => {
    const bytes = packImages(small);
    expect(() => unpackImages(bytes.subarray(0, 20))).toThrow(/20 bytes are too few/);
    expect(() => unpackImages(bytes.subarray(0, -1))).toThrow(/36 bytes in place of 37/);
    expect(() => unpackImages(Uint8Array.of(...bytes, 0))).toThrow(/38 bytes in place of 37/);
    expect(() => unpackImages(bytes.with(0, 0))).toThrow(/no packed images/);
  });

  test('are refused where a label, a bit or a pixel cannot be right', () => {
    const bytes = packImages(small);
    expect(() => unpackImages(bytes.with(28, 10))).toThrow(/a label is not below 10/);
    expect(() => unpackImages(bytes.with(30, 0b11100001))).toThrow(/not 4 pixels/);
    expect(() => unpackImages(bytes.with(32, 0b00100000))).toThrow(/not 4 pixels/);
    expect(() => unpackImages(bytes.with(33, 0))).toThrow(/not 4 pixels/);
  });
});
